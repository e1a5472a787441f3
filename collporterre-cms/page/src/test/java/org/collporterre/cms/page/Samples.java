package org.collporterre.cms.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.model.Actor;
import org.collporterre.model.ConsentBuilder;
import org.collporterre.model.Cost;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.PartialDate;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Reference;
import org.collporterre.model.Sheet;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Step;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.AgentKind;
import org.collporterre.vocabulary.Audience;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.Progress;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.Scale;
import org.collporterre.vocabulary.Sdg;
import org.collporterre.vocabulary.SubjectKind;

/** Records that say something in every field that tests are about. */
final class Samples {
  static final LocalDate TODAY = LocalDate.of(2013, 6, 1);

  static final Sheet PUBLISHED =
      SheetBuilder.builder()
          .language("fr")
          .status(RecordStatus.PUBLISHED)
          .createdOn(LocalDate.of(2012, 7, 5))
          .modifiedOn(LocalDate.of(2013, 1, 6))
          .recordedBy("Collporterre")
          .license("CC-BY-SA-4.0")
          .references(
              List.of(
                  new Reference(
                      null,
                      "Un film sur la ville",
                      List.of("Une réalisatrice"),
                      "Une chaîne",
                      PartialDate.parse("2012-11"),
                      null,
                      "https://exemple.org/film")))
          .build();

  static final Initiative GARDEN =
      Initiative.named("jardin", "Jardin partagé")
          .header(
              HeaderBuilder.builder()
                  .id("jardin")
                  .title(LocalizedText.of("Jardin partagé").with("en", "Shared garden"))
                  .alternateTitles(List.of("Le potager d’Yvonne"))
                  .summary(LocalizedText.of("Chacun récolte ce que d’autres ont semé."))
                  .description(LocalizedText.of("Un **grand** jardin.\n\n# L’histoire\n\nEn 2012."))
                  .keywords(List.of("potager", "espace public"))
                  .images(
                      List.of(
                          new Media(
                              "https://exemple.org/jardin.jpg",
                              "Des tomates",
                              "Le jardin en été",
                              "Une voisine",
                              "CC0-1.0",
                              "image/jpeg")))
                  .build())
          .kind("lieu")
          .fieldsOfAction(List.of(FieldOfAction.SOCIAL_INNOVATION))
          .themes(List.of("alimentation", "four à pain"))
          .sdgs(List.of(Sdg.ZERO_HUNGER, Sdg.SUSTAINABLE_CITIES))
          .progress(Progress.DEVELOPING)
          .startDate(PartialDate.parse("2012~"))
          .scale(Scale.MUNICIPALITY)
          .territories(List.of(new Territory(Territory.Kind.REG, "53")))
          .locations(
              List.of(
                  PlaceBuilder.builder()
                      .label("Place de la Gare")
                      .postcode("29200")
                      .locality("Brest")
                      .insee("29019")
                      .latitude(48.39)
                      .longitude(-4.49)
                      .build()))
          .actors(
              List.of(
                  Actor.named("Les voisins du quartier"),
                  new Actor(null, "Marie Dupont-Discrète", AgentKind.PERSON, null, null, null)))
          .audiences(List.of(Audience.INHABITANTS))
          .website("https://exemple.org/jardin")
          .contactEmail("secret@exemple.org")
          .contactEmailPublic(false)
          .trigger("La fermeture du dernier commerce.")
          .economicModel("Adhésions et bénévolat.")
          .appliesMethodologies(List.of(RecordRef.to("semer")))
          .sheet(PUBLISHED)
          .build();

  static final Initiative NETWORK =
      Initiative.named("reseau", "Réseau d’élus")
          .fieldsOfAction(List.of(FieldOfAction.OPEN_COLLABORATION))
          .sdgs(List.of(Sdg.PARTNERSHIPS))
          .contactEmail("contact@exemple.org")
          .contactEmailPublic(true)
          .sheet(PUBLISHED)
          .build();

  static final Portrait PORTRAIT =
      Portrait.named("yvonne", "Yvonne et le jardin", SubjectKind.PERSON, "Yvonne")
          .initiatives(List.of(RecordRef.to("jardin")))
          .body("Elle a planté la première tomate.")
          .quotes(List.of("On a commencé à trois."))
          .consent(
              ConsentBuilder.builder()
                  .status(ConsentStatus.GRANTED)
                  .date(LocalDate.of(2013, 1, 2))
                  .proof("preuve-42")
                  .build())
          .sheet(PUBLISHED)
          .build();

  static final Methodology SOWING =
      Methodology.named("semer", "Semer dans la rue")
          .version("1.0.0")
          .goal("Que chacun puisse récolter.")
          .prerequisites(List.of("Un coin de terre que personne n’utilise et qui n’est pas pollué"))
          .tools(List.of("bêche", "graines"))
          .steps(
              List.of(
                  new Step(
                      1,
                      "Choisir la place",
                      "Avec les **voisins**.",
                      IsoDuration.parse("PT2H"),
                      List.of("carte du quartier"),
                      List.of("Commencer petit"),
                      List.of("Oublier l’eau"),
                      List.of()),
                  new Step(2, "Semer", null, null, List.of(), List.of(), List.of(), List.of())))
          .duration(IsoDuration.parse("P6M"))
          .cost(new Cost(new BigDecimal("120.50"), "EUR", "les graines"))
          .sheet(PUBLISHED)
          .build();

  static final Methodology SOWING_HERE =
      Methodology.named("semer-ici", "Semer à Brest")
          .version("1.1.0")
          .derivedFrom(List.of(RecordRef.to("semer")))
          .derivationKind(DerivationKind.ADAPTATION)
          .changes("Sous la pluie.")
          .sheet(PUBLISHED)
          .build();

  private Samples() {}

  static Publication publication(Entry... entries) {
    Publication.Builder builder =
        Publication.titled("Bonnes nouvelles", TODAY).with(FrenchGazetteer.load());
    List.of(entries).forEach(builder::add);
    return builder.build();
  }

  static Publication all() {
    return publication(GARDEN, NETWORK, PORTRAIT, SOWING, SOWING_HERE);
  }
}
