package org.collporterre.tests;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Actor;
import org.collporterre.model.ConsentBuilder;
import org.collporterre.model.Cost;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Header;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.PortraitBuilder;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Reference;
import org.collporterre.model.Sheet;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Step;
import org.collporterre.model.Subject;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.AgentKind;
import org.collporterre.vocabulary.Audience;
import org.collporterre.vocabulary.ConsentScope;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.DocumentationStatus;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.LeaderProfile;
import org.collporterre.vocabulary.Lever;
import org.collporterre.vocabulary.PositionPrecision;
import org.collporterre.vocabulary.Posture;
import org.collporterre.vocabulary.Progress;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.ReferenceKind;
import org.collporterre.vocabulary.Role;
import org.collporterre.vocabulary.Scale;
import org.collporterre.vocabulary.Sdg;
import org.collporterre.vocabulary.SubjectKind;

/** Records in which every field has a value. */
final class RichRecords {
  private static final LocalDate DAY = LocalDate.of(2012, 7, 5);
  private static final Media PICTURE =
      new Media(
          "https://exemple.org/a.jpg",
          "Un jardin",
          "Le jardin en mai",
          "Marie",
          "CC-BY-4.0",
          "image/jpeg");
  private static final List<Territory> TERRITORIES =
      List.of(
          new Territory(Territory.Kind.COM, "29019"),
          new Territory(Territory.Kind.DEP, "2A"),
          new Territory(Territory.Kind.REG, "53"),
          new Territory(Territory.Kind.EPCI, "242900314"),
          new Territory(Territory.Kind.SIREN, "200033736"),
          new Territory(Territory.Kind.ISO, "CA-QC"),
          new Territory(Territory.Kind.MONDE, ""),
          new Territory(Territory.Kind.LIBRE, "Trégor"));
  private static final List<RecordRef> REFS =
      List.of(RecordRef.to("autre"), new RecordRef("https://exemple.org/autre", "1.2"));

  private RichRecords() {}

  private static LocalizedText text(String text) {
    return LocalizedText.of(text).with("br", text + " (br)").with("en", text + " (en)");
  }

  private static Header header() {
    return new Header(
        "riche",
        List.of(ExternalId.parse("wikidata:Q12193"), ExternalId.parse("siren:242900314")),
        text("Titre"),
        List.of("Autre titre"),
        text("Résumé"),
        text("Description"),
        List.of("mot", "clé"),
        List.of(PICTURE));
  }

  private static Sheet sheet() {
    List<Reference> references = new ArrayList<>();
    for (ReferenceKind kind : ReferenceKind.values()) {
      references.add(
          new Reference(
              kind,
              "Une source",
              List.of("Claude"),
              "Vertigo",
              PartialDate.parse("2011"),
              DAY,
              "https://exemple.org/source"));
    }
    return SheetBuilder.builder()
        .language("fr")
        .status(RecordStatus.PUBLISHED)
        .createdOn(DAY)
        .modifiedOn(DAY)
        .verifiedOn(DAY)
        .verifiedBy("Collporterre")
        .recordedBy("Collporterre")
        .license("CC-BY-SA-4.0")
        .licenseStatement("creative commons by-sa")
        .references(references)
        .extensions(Map.of("couleur", "vert"))
        .build();
  }

  private static List<Actor> actors() {
    return List.of(
        actor(Role.LEADER, AgentKind.COLLECTIVE),
        actor(Role.FUNDER, AgentKind.ORGANIZATION),
        actor(Role.TECHNICAL_PARTNER, AgentKind.ORGANIZATION),
        Actor.named("Les habitants"));
  }

  private static Actor actor(Role role, AgentKind kind) {
    return new Actor(
        role, "Un acteur", kind, "23350001600040", "W291000000", "https://exemple.org/acteur");
  }

  static Initiative initiative() {
    InitiativeBuilder all = InitiativeBuilder.builder().header(header()).sheet(sheet());
    all.kind("reseau").fieldsOfAction(List.of(FieldOfAction.values()));
    all.themes(List.of("alimentation", "thème à nous")).approaches(List.of("ess"));
    all.sdgs(List.of(Sdg.values())).progress(Progress.DEVELOPING);
    all.startDate(PartialDate.parse("2005-02")).endDate(PartialDate.parse("2012~"));
    all.scale(Scale.REGION).territories(TERRITORIES).actors(actors());
    all.locations(
        List.of(
            new Place(
                "Mairie",
                "1 place de l'Église",
                "29200",
                "Brest",
                "FR",
                "29019",
                48.39,
                -4.4861,
                PositionPrecision.EXACT),
            Place.at(48.5, -4.5)));
    all.leaderProfile(LeaderProfile.CITIZEN).audiences(List.of(Audience.values()));
    all.website("https://exemple.org/").contactEmail("nous@exemple.org").contactEmailPublic(true);
    all.trigger("Déclic").uniqueness("Singulier").socialValue("Lien").economicModel("Dons");
    all.deploymentPotential("Partout").methodologies(REFS).appliesMethodologies(REFS);
    return all.replicates(REFS).partOf(REFS).build();
  }

  static Portrait portrait(SubjectKind kind) {
    PortraitBuilder all = PortraitBuilder.builder().header(header()).sheet(sheet());
    all.subject(new Subject(kind, "Marie", true, "maraîchère")).initiatives(REFS);
    all.body("Le texte.").bodyUrl("https://exemple.org/texte").quotes(List.of("« Oui »", "Non"));
    all.authors(List.of("Claude")).interviewDate(PartialDate.parse("2012-21")).publishedOn(DAY);
    all.territories(TERRITORIES.subList(0, 3));
    all.consent(
        ConsentBuilder.builder()
            .status(ConsentStatus.GRANTED)
            .date(LocalDate.of(2012, 11, 30))
            .expiry(LocalDate.of(2999, 12, 24))
            .scope(List.of(ConsentScope.values()))
            .proof("CLASSEUR-7")
            .minor(false)
            .build());
    return all.build();
  }

  static Methodology methodology(boolean withSteps) {
    MethodologyBuilder all = MethodologyBuilder.builder().header(header()).sheet(sheet());
    all.version("1.2.0").documentationStatus(DocumentationStatus.COMPLETE).documents(REFS);
    all.generic(true).goal("But").context("Contexte").prerequisites(List.of("Une salle"));
    all.steps(withSteps ? List.of(step(1), step(2)) : List.of());
    all.tools(List.of("Wiki")).resources(List.of("Temps", "Papier"));
    all.duration(IsoDuration.parse("P6M")).cost(new Cost(BigDecimal.TEN, "EUR", "Salle"));
    all.effort("Un quart de temps").postures(List.of(Posture.values()));
    all.levers(List.of(Lever.values())).audiences(List.of(Audience.values()));
    all.groupSizeMin(5).groupSizeMax(20).successFactors(List.of("Y aller"));
    all.pitfalls(List.of("Se presser")).invariants(List.of("D'élu à élu"));
    all.adaptableParts(List.of("Le rythme")).indicators(List.of("Le nombre de fiches"));
    all.derivedFrom(REFS).derivationKind(DerivationKind.ADAPTATION).changes("Le périmètre");
    all.adaptedFor(TERRITORIES).authors(List.of("Claude")).licensor("Collporterre");
    return all.documentUrl("https://exemple.org/methode.pdf").build();
  }

  private static Step step(int position) {
    return new Step(
        position,
        "Repérer",
        "Recenser.",
        IsoDuration.parse("PT3H"),
        List.of("Carte"),
        List.of("Commencer près", "Finir loin"),
        List.of("Oublier"),
        List.of(PICTURE));
  }
}
