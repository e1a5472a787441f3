package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetLicense;
import org.collporterre.model.ConsentBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.PortraitBuilder;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Sheet;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Territory;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.ConsentScope;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.DocumentationStatus;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  /**
   * A rule at work.
   *
   * @param severities in both profiles as RESEARCH section 3 writes them: {@code W/E}
   * @param bad records of which the last offends
   * @param finding {@code field value → expected fix}
   * @param good records that do not
   */
  record Case(
      String code,
      String severities,
      List<? extends Entry> bad,
      String finding,
      List<? extends Entry> good) {
    @Override
    public String toString() {
      return code + " " + finding;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    records(cases);
    places(cases);
    portraits(cases);
    personal(cases);
    upkeep(cases);
    missing(cases);
    references(cases);
    links(cases);
    derivations(cases);
    licences(cases);
    duplicates(cases);
    RecordRuleCases.add(cases);
    return cases.stream();
  }

  private static Initiative initiative(UnaryOperator<InitiativeBuilder> with) {
    return with.apply(Initiative.named("a", "Titre")).build();
  }

  private static Initiative initiative(String id, UnaryOperator<InitiativeBuilder> with) {
    return with.apply(Initiative.named(id, "Titre")).build();
  }

  private static Portrait portrait(UnaryOperator<PortraitBuilder> with) {
    return with.apply(Portrait.named("p", "Titre", SubjectKind.PERSON, "Anne")).build();
  }

  private static Methodology methodology(String id, UnaryOperator<MethodologyBuilder> with) {
    return with.apply(Methodology.named(id, "Titre")).build();
  }

  private static Initiative at(@Nullable Double latitude, @Nullable Double longitude) {
    return at(PlaceBuilder.builder().latitude(latitude).longitude(longitude).build());
  }

  private static Initiative at(Place... places) {
    return initiative(a -> a.locations(List.of(places)));
  }

  private static Initiative summary(String text) {
    return initiative(
        a -> a.header(HeaderBuilder.builder(a.header()).summary(LocalizedText.of(text)).build()));
  }

  private static Sheet sheet(UnaryOperator<SheetBuilder> with) {
    return with.apply(SheetBuilder.builder()).build();
  }

  private static final Initiative PLAIN = initiative(a -> a);

  private static void records(List<Case> cases) {
    cases.add(
        new Case(
            "id-duplicate",
            "E/E",
            List.of(initiative("b", b -> b), PLAIN, PLAIN),
            "id a → :1:1 null",
            List.of(PLAIN, methodology("a", m -> m), initiative("b", b -> b))));
    cases.add(
        new Case(
            "code-not-listed",
            "W/W",
            List.of(initiative(a -> a.themes(List.of("énergies")))),
            "themes énergies → energie {themes=energie}",
            List.of(initiative(a -> a.themes(List.of("energie", "habitat")).kind("reseau")))));
    cases.add(
        new Case(
            "code-not-listed",
            "W/W",
            List.of(initiative(a -> a.themes(List.of("habitat", "broderie")))),
            "themes broderie → null null",
            List.of(PLAIN)));
    cases.add(
        new Case(
            "summary-long",
            "W/W",
            List.of(summary("🌱".repeat(281))),
            "resume " + "🌱".repeat(79) + "… → ≤ 280 null",
            List.of(summary("🌱".repeat(280)))));
    cases.add(
        new Case(
            "initiative-period",
            "E/E",
            List.of(period("2013", "2012-12")),
            "date_fin 2012-12 → ≥ 2013 null",
            List.of(period("2012-06", "2012"), period("2012", "2012~"), period("2012", null))));
    cases.add(
        new Case(
            "numbers-order",
            "E/E",
            List.of(methodology("m", m -> m.groupSizeMin(5).groupSizeMax(4))),
            "participants_max 4 → ≥ 5 null",
            List.of(methodology("m", m -> m.groupSizeMin(5).groupSizeMax(5)))));
    cases.add(
        new Case(
            "dates-order",
            "E/E",
            List.of(initiative(a -> a.sheet(sheet(s -> s.modifiedOn(day("2026-03-03")))))),
            "date_maj 2026-03-03 → ≤ 2026-03-02 null",
            List.of(initiative(a -> a.sheet(sheet(s -> s.modifiedOn(day("2026-03-02"))))))));
  }

  private static Initiative period(String start, @Nullable String end) {
    return initiative(
        a ->
            a.startDate(PartialDate.parse(start))
                .endDate(end == null ? null : PartialDate.parse(end)));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static void places(List<Case> cases) {
    Place brest = Place.at(48.39, -4.49);
    cases.add(
        new Case(
            "coordinates-half",
            "E/E",
            List.of(at(48.39, null)),
            "latitude 48.39 → longitude null",
            List.of(at(brest), PLAIN)));
    cases.add(
        new Case(
            "coordinates-half",
            "E/E",
            List.of(at(null, -4.49)),
            "longitude -4.49 → latitude null",
            List.of(at(PlaceBuilder.builder().locality("Brest").build()))));
    cases.add(
        new Case(
            "coordinates-null-island",
            "E/E",
            List.of(at(0.0, 0.00009)),
            "latitude 0 → null null",
            List.of(at(0.0, 12.0), at(0.0001, 0.0))));
    cases.add(
        new Case(
            "coordinates-swapped",
            "E/E",
            List.of(at(-4.49, 48.39)),
            "latitude -4.49 → [41, 52] {latitude=48.39, longitude=-4.49}",
            List.of(
                at(brest),
                // Réunion, and a place in Somalia that says so.
                at(-21.1, 55.5),
                at(PlaceBuilder.builder(Place.at(2.0, 45.3)).country("SO").build()))));
    cases.add(
        new Case(
            "coordinates-swapped",
            "E/E",
            List.of(at(brest, Place.at(2.35, 48.85))),
            "latitude 2.35 → [41, 52] null",
            List.of(at(brest, Place.at(48.85, 2.35)))));
    cases.add(
        new Case(
            "postcode-malformed",
            "W/E",
            List.of(at(postcode("1000", null))),
            "code_postal 1000 → 29200 {code_postal=01000}",
            List.of(at(postcode("01000", "FR")), at(postcode("H2X 1Y4", "CA")))));
    cases.add(
        new Case(
            "postcode-malformed",
            "W/E",
            List.of(at(postcode("29200", null), postcode("2920", "FR"))),
            "code_postal 2920 → 29200 null",
            List.of(PLAIN)));
    cases.add(
        new Case(
            "initiative-not-located",
            "W/E",
            List.of(at(PlaceBuilder.builder().locality("Saint-Denis").build())),
            "null null → territoires | commune | code_insee | latitude, longitude null",
            List.of(
                at(brest),
                at(PlaceBuilder.builder().insee("29019").build()),
                at(PlaceBuilder.builder().locality("Brest").postcode("29200").build()),
                initiative(
                    a ->
                        a.territories(
                            List.of(Objects.requireNonNull(Territory.parse("monde"))))))));
  }

  private static Place postcode(String code, @Nullable String country) {
    return PlaceBuilder.builder().postcode(code).country(country).build();
  }

  private static void portraits(List<Case> cases) {
    cases.add(
        new Case(
            "portrait-without-text",
            "W/E",
            List.of(portrait(p -> p)),
            "null null → texte | texte_url null",
            List.of(portrait(p -> p.body("Il")), portrait(p -> p.bodyUrl("https://exemple.org")))));
    cases.add(
        new Case(
            "consent-missing",
            "W/E",
            List.of(portrait(p -> p)),
            "consentement null → accorde|non-requis null",
            List.of(
                consent(ConsentStatus.PENDING, null, null),
                Portrait.named("p", "Titre", SubjectKind.ORGANIZATION, "Nous").build())));
    cases.add(
        new Case(
            "consent-refused",
            "E/E",
            List.of(consent(ConsentStatus.WITHDRAWN, RecordStatus.PUBLISHED, null)),
            "statut_fiche publie → brouillon|archive null",
            List.of(
                consent(ConsentStatus.WITHDRAWN, RecordStatus.ARCHIVED, null),
                consent(ConsentStatus.REFUSED, null, null),
                consent(ConsentStatus.GRANTED, RecordStatus.PUBLISHED, null))));
    cases.add(
        new Case(
            "consent-expired",
            "E/E",
            List.of(consent(ConsentStatus.GRANTED, RecordStatus.PUBLISHED, day("2026-02-28"))),
            "statut_fiche publie → brouillon|archive null",
            List.of(
                consent(ConsentStatus.GRANTED, RecordStatus.PUBLISHED, day("2026-03-01")),
                consent(ConsentStatus.GRANTED, RecordStatus.DRAFT, day("2026-02-28")))));
  }

  private static void personal(List<Case> cases) {
    cases.add(
        new Case(
            "consent-scope",
            "E/E",
            List.of(scoped(RecordStatus.PUBLISHED, ConsentScope.TEXT)),
            "consentement_portee null → nom|donnees-ouvertes null",
            List.of(
                scoped(RecordStatus.PUBLISHED),
                scoped(RecordStatus.DRAFT, ConsentScope.TEXT, ConsentScope.NAME))));
    cases.add(
        new Case(
            "consent-proof-leak",
            "E/E",
            List.of(proof("www.exemple.org/accord", null)),
            "consentement_preuve null → null null",
            List.of(proof("classeur 12, p. 3", null), proof("2025-12 @ Brest", null))));
    cases.add(
        new Case(
            "minor",
            "E/E",
            List.of(proof("classeur 12", true)),
            "mineur null → consentement_preuve: parents null",
            List.of(proof("Accord du père", true), proof("classeur 12", false))));
    cases.add(
        new Case(
            "personal-contact",
            "W/E",
            List.of(summary("Appelez le 02 98 12 34 56.")),
            "resume 02 … → null null",
            List.of(summary("Appelez la mairie."))));
    cases.add(
        new Case(
            "personal-email",
            "I/W",
            List.of(initiative(a -> a.contactEmail("anna.dupont@exemple.org"))),
            "courriel ann… → contact@… null",
            List.of(PLAIN, initiative(a -> a.contactEmail("contact@exemple.org")))));
  }

  private static void upkeep(List<Case> cases) {
    cases.add(
        new Case(
            "stale",
            "-/W",
            List.of(initiative(a -> a.sheet(sheet(s -> s.modifiedOn(day("2024-02-29")))))),
            "date_maj 2024-02-29 → ≥ 2024-03-01 null",
            List.of(
                PLAIN,
                initiative(a -> a.sheet(sheet(s -> s.modifiedOn(day("2024-03-01"))))),
                initiative(
                    a ->
                        a.sheet(
                            sheet(
                                s ->
                                    s.modifiedOn(day("2012-07-05"))
                                        .verifiedOn(day("2024-03-01"))))))));
    cases.add(
        new Case(
            "completeness",
            "I/I",
            List.of(initiative(a -> a.website("https://exemple.org/"))),
            "null 5 → resume | commune | description null",
            List.of(portrait(p -> p.body("Il jardine.").initiatives(refs("a"))))));
  }

  private static Portrait scoped(RecordStatus record, ConsentScope... scope) {
    return portrait(
        p ->
            p.consent(
                    ConsentBuilder.builder()
                        .status(ConsentStatus.GRANTED)
                        .scope(List.of(scope))
                        .build())
                .sheet(sheet(s -> s.status(record))));
  }

  private static Portrait proof(String proof, @Nullable Boolean minor) {
    return portrait(p -> p.consent(ConsentBuilder.builder().proof(proof).minor(minor).build()));
  }

  private static Portrait consent(
      ConsentStatus status, @Nullable RecordStatus record, @Nullable LocalDate expiry) {
    return portrait(
        p ->
            p.consent(ConsentBuilder.builder().status(status).expiry(expiry).build())
                .sheet(sheet(s -> s.status(record))));
  }

  private static void missing(List<Case> cases) {
    Methodology plain = methodology("m", m -> m);
    cases.add(
        new Case(
            "summary-missing",
            "-/E",
            List.of(PLAIN),
            "resume null → null null",
            List.of(summary("Un jardin."))));
    cases.add(
        new Case(
            "modified-missing",
            "W/E",
            List.of(plain),
            "date_maj null → null null",
            List.of(methodology("m", m -> m.sheet(sheet(s -> s.modifiedOn(day("2026-01-01"))))))));
    cases.add(
        new Case(
            "licence-missing",
            "W/E",
            List.of(PLAIN),
            "licence null → null null",
            List.of(initiative(a -> a.sheet(sheet(s -> s.license("CC0-1.0")))))));
    cases.add(
        new Case(
            "field-of-action-missing",
            "I/E",
            List.of(PLAIN),
            "champs_action null → null null",
            List.of(
                plain,
                initiative(a -> a.fieldsOfAction(List.of(FieldOfAction.OPEN_COLLABORATION))))));
    cases.add(
        new Case(
            "deployment-potential-missing",
            "-/W",
            List.of(PLAIN),
            "potentiel_deploiement null → null null",
            List.of(plain, initiative(a -> a.deploymentPotential("Partout.")))));
    cases.add(
        new Case(
            "portrait-without-initiative",
            "W/E",
            List.of(portrait(p -> p)),
            "initiatives null → null null",
            List.of(PLAIN, portrait(p -> p.initiatives(List.of(RecordRef.to("a")))))));
    cases.add(
        new Case(
            "version-missing",
            "W/E",
            List.of(plain),
            "version null → null null",
            List.of(PLAIN, methodology("m", m -> m.version("1.0")))));
    cases.add(
        new Case(
            "documentation-status-missing",
            "W/E",
            List.of(plain),
            "etat_documentation null → null null",
            List.of(
                PLAIN,
                methodology("m", m -> m.documentationStatus(DocumentationStatus.ANNOUNCED)))));
    cases.add(
        new Case(
            "orphan-methodology",
            "I/W",
            List.of(methodology("m", m -> m.generic(false))),
            "documente null → documente | generique=oui null",
            List.of(
                methodology("m", m -> m.generic(true)),
                methodology("n", m -> m.documents(List.of(RecordRef.to("a")))))));
    cases.add(
        new Case(
            "derivation-kind-missing",
            "W/E",
            List.of(methodology("m", m -> m.derivedFrom(List.of(RecordRef.to("n"))))),
            "nature_derivation null → null null",
            List.of(
                plain,
                methodology(
                    "n",
                    m ->
                        m.derivedFrom(List.of(RecordRef.to("m")))
                            .derivationKind(DerivationKind.MERGE)))));
  }

  private static void references(List<Case> cases) {
    cases.add(
        new Case(
            "self-reference",
            "E/E",
            List.of(partOf("reseau", "autre", "reseau")),
            "membre_de autre|reseau → null null",
            List.of(
                partOf("autre", "reseau"),
                methodology("reseau", m -> m),
                initiative("m", a -> a.themes(List.of("habitat")).methodologies(refs("m"))))));
    cases.add(
        new Case(
            "ref-unresolved",
            "E/E",
            List.of(partOf("jardin"), partOf("potager", "jardim@1.2")),
            "membre_de jardim → jardin {membre_de=jardin@1.2}",
            List.of(partOf("jardin", "potager"), partOf("potager", "https://exemple.org/jardim"))));
    cases.add(
        new Case(
            "ref-unresolved",
            "E/E",
            List.of(partOf("potager", "jardin")),
            "membre_de jardin → initiative null",
            List.of(methodology("jardin", m -> m), partOf("potager", "jardin"))));
    cases.add(
        new Case(
            "ref-unresolved",
            "E/E",
            List.of(partOf("jardin"), partOf("four"), partOf("potager", "jardim", "four")),
            "membre_de jardim → jardin null",
            List.of(partOf("jardin"), partOf("four"), partOf("potager", "jardin", "four"))));
    cases.add(
        new Case(
            "membership-cycle",
            "E/E",
            List.of(partOf("c", "a"), partOf("b", "c", "d"), partOf("d"), partOf("a", "b", "a")),
            "membre_de a → b → c → a → null null",
            List.of(partOf("a", "b", "c"), partOf("b", "c"), partOf("c", "c"))));
    cases.add(
        new Case(
            "replication-cycle",
            "E/E",
            List.of(
                initiative("a", a -> a.replicates(refs("b"))),
                initiative("b", b -> b.replicates(refs("a")))),
            "replique_de a → b → a → null null",
            List.of(initiative("a", a -> a.replicates(refs("b"))), partOf("b", "a"))));
    cases.add(
        new Case(
            "lineage-cycle",
            "E/E",
            List.of(
                methodology("a", a -> a.derivedFrom(refs("b@1.0"))),
                methodology("b", b -> b.derivedFrom(refs("a@2.0", "https://exemple.org/a")))),
            "derive_de a → b → a → null null",
            List.of(
                methodology("a", a -> a.derivedFrom(refs("https://exemple.org/b"))),
                methodology("b", b -> b.derivedFrom(refs("a"))))));
  }

  private static void links(List<Case> cases) {
    cases.add(
        new Case(
            "ref-wrong-type",
            "E/E",
            List.of(partOf("potager", "jardin"), methodology("jardin", m -> m)),
            "membre_de jardin → initiative null",
            List.of(
                methodology("jardin", m -> m),
                partOf("jardin"),
                partOf("potager", "jardin", "https://exemple.org/jardin", "rien"))));
    Initiative draft = initiative("reseau", a -> a.sheet(sheet(s -> s.status(RecordStatus.DRAFT))));
    Initiative archived =
        initiative(
            "jardin",
            a -> a.partOf(refs("reseau")).sheet(sheet(s -> s.status(RecordStatus.ARCHIVED))));
    cases.add(
        new Case(
            "ref-to-draft",
            "W/E",
            List.of(partOf("potager", "verger", "reseau"), partOf("verger"), draft),
            "membre_de reseau → publie null",
            List.of(
                draft,
                archived,
                portrait(p -> p.initiatives(refs("jardin"))),
                initiative("a", a -> a.sheet(sheet(s -> s.status(RecordStatus.TO_REVIEW)))),
                partOf("b", "a"))));
    cases.add(
        new Case(
            "ref-version",
            "W/W",
            List.of(applies("a", "m@1.9"), methodology("m", m -> m.version("1.10"))),
            "applique m@1.9 → 1.10 {applique=m@1.10}",
            List.of(
                applies("a", "m@1.2"),
                methodology("m", m -> m.version("1.2.0")),
                applies("b", "n@3.0", "m", "https://exemple.org/n@1.0"),
                methodology("n", m -> m))));
    cases.add(
        new Case(
            "ref-version",
            "W/W",
            List.of(
                methodology("n", m -> m.derivedFrom(refs("m@1.0"))),
                methodology("m", m -> m.version("2.0").derivedFrom(refs("m@1.0")))),
            "derive_de m@1.0 → 2.0 null",
            List.of(PLAIN)));
    cases.add(
        new Case(
            "applies-and-documents",
            "I/I",
            List.of(
                initiative(
                    "a", a -> a.appliesMethodologies(refs("m", "n")).methodologies(refs("n"))),
                methodology("m", m -> m),
                methodology("n", m -> m)),
            "applique n → null null",
            List.of(
                initiative("a", a -> a.appliesMethodologies(refs("m"))),
                methodology("m", m -> m.documents(refs("b"))),
                initiative("b", a -> a.methodologies(refs("m"))))));
    cases.add(
        new Case(
            "replication-implies-method",
            "I/I",
            List.of(
                initiative("b", b -> b.replicates(refs("a"))),
                initiative("a", a -> a.methodologies(refs("n")).appliesMethodologies(refs("o"))),
                methodology("m", m -> m.documents(refs("a"))),
                methodology("n", n -> n),
                methodology("o", o -> o),
                methodology(
                    "p",
                    p -> p.documents(refs("a")).sheet(sheet(s -> s.status(RecordStatus.DRAFT))))),
            "replique_de a → m|n|o {applique=m|n|o}",
            List.of(
                initiative("a", a -> a.methodologies(refs("m"))),
                initiative(
                    "b",
                    b ->
                        b.replicates(refs("a"))
                            .appliesMethodologies(refs("https://exemple.org/m"))),
                initiative("c", c -> c.replicates(refs("a")).methodologies(refs("m"))),
                initiative("d", d -> d.replicates(refs("c", "e")).appliesMethodologies(refs("m"))),
                initiative("e", e -> e.replicates(refs("f"))),
                initiative("f", f -> f),
                methodology("m", m -> m))));
    cases.add(
        new Case(
            "status-regression",
            "I/W",
            List.of(
                applies("a", "m"),
                methodology(
                    "m",
                    m -> m.documents(refs("a")).documentationStatus(DocumentationStatus.PROVEN))),
            "etat_documentation eprouve → complet {etat_documentation=complet}",
            List.of(
                applies("a", "m@1.0"),
                methodology("m", m -> m.documentationStatus(DocumentationStatus.PROVEN)),
                methodology("n", m -> m.documentationStatus(DocumentationStatus.COMPLETE)))));
  }

  private static Initiative applies(String id, String... refs) {
    return initiative(id, a -> a.appliesMethodologies(refs(refs)));
  }

  private static void derivations(List<Case> cases) {
    cases.add(
        new Case(
            "lineage-dates",
            "W/W",
            List.of(
                made("n", null, "2013-01-05", "m"),
                made("m", "2013-01-06", "2014-01-01", "https://exemple.org/m")),
            "derive_de m → 2013-01-05 ≥ 2013-01-06 null",
            List.of(
                made("m", "2013-01-06", "2014-01-01", "o"),
                made("n", "2013-01-06", null, "m"),
                made("o", null, "2020-01-01", "n"))));
    cases.add(
        new Case(
            "version-not-increased",
            "W/E",
            List.of(
                versions("n", "1.9", DerivationKind.NEW_VERSION, "m"), versions("m", "1.10", null)),
            "version 1.9 → > 1.10 null",
            List.of(
                versions("n", "2.0", DerivationKind.NEW_VERSION, "m", "m@1.9"),
                versions("m", "1.10", null),
                versions("o", "1.0", DerivationKind.ADAPTATION, "m"),
                methodology(
                    "p",
                    p -> p.derivationKind(DerivationKind.NEW_VERSION).derivedFrom(refs("m"))))));
    cases.add(
        new Case(
            "version-not-increased",
            "W/E",
            List.of(versions("n", "1.0", DerivationKind.NEW_VERSION, "https://exemple.org/m@1.0")),
            "version 1.0 → > 1.0 null",
            List.of(versions("n", "1.1", DerivationKind.NEW_VERSION, "n@1.0"))));
    Methodology original = methodology("m", m -> m.sheet(licence("CC-BY-4.0")));
    cases.add(
        new Case(
            "attribution-missing",
            "W/E",
            List.of(methodology("n", n -> n.derivedFrom(refs("m")).changes("Tout.")), original),
            "derive_de m → auteurs null",
            List.of(
                methodology(
                    "n", n -> n.derivedFrom(refs("m")).derivationKind(DerivationKind.INSPIRATION)),
                original,
                methodology("o", o -> o.derivedFrom(refs("p"))),
                methodology("p", p -> p.sheet(licence("CC0-1.0"))))));
    cases.add(
        new Case(
            "attribution-missing",
            "W/E",
            List.of(
                methodology("n", n -> n.derivedFrom(refs("m", "p"))),
                methodology("m", m -> m.licensor("Collporterre")),
                methodology("p", p -> p.sheet(licence("CC0-1.0")))),
            "modifications null → modifications null",
            List.of(PLAIN)));
    cases.add(
        new Case(
            "attribution-missing",
            "W/E",
            List.of(methodology("n", n -> n.derivedFrom(refs("https://exemple.org/m")))),
            "modifications null → modifications null",
            List.of(PLAIN)));
  }

  private static Sheet licence(@Nullable String licence) {
    return sheet(s -> s.license(licence));
  }

  private static Methodology made(
      String id, @Nullable String created, @Nullable String modified, String parent) {
    return methodology(
        id,
        m ->
            m.derivedFrom(refs(parent))
                .sheet(
                    sheet(
                        s ->
                            s.createdOn(created == null ? null : day(created))
                                .modifiedOn(modified == null ? null : day(modified)))));
  }

  private static Methodology versions(
      String id, String version, @Nullable DerivationKind kind, String... parents) {
    return methodology(id, m -> m.version(version).derivationKind(kind).derivedFrom(refs(parents)));
  }

  private static void licences(List<Case> cases) {
    cases.add(
        new Case(
            "licence-not-free",
            "W/E",
            List.of(methodology("m", m -> m.sheet(licence("CC-BY-ND-4.0")))),
            "licence CC-BY-ND-4.0 → CC0-1.0|CC-BY-4.0|CC-BY-SA-4.0 null",
            List.of(
                methodology("m", m -> m.sheet(licence("ODbL-1.0"))),
                initiative("a", a -> a.sheet(licence("CC-BY-NC-4.0"))))));
    cases.add(
        new Case(
            "licence-incompatible-derivation",
            "E/E",
            List.of(
                derived("n", "CC-BY-SA-3.0", DerivationKind.MERGE, "m", "o"),
                methodology("m", m -> m.sheet(licence("CC-BY-SA-4.0"))),
                methodology("o", o -> o.sheet(licence("CC-BY-SA-3.0")))),
            "derive_de m CC-BY-SA-4.0 → CC-BY-SA-3.0 → share-alike-earlier {licence=CC-BY-SA-4.0}",
            List.of(
                derived("n", "CC-BY-SA-4.0", DerivationKind.MERGE, "m", "o"),
                methodology("m", m -> m.sheet(licence("CC-BY-SA-4.0"))),
                methodology("o", o -> o.sheet(licence("CC-BY-SA-3.0"))),
                derived("p", "CC-BY-4.0", DerivationKind.INSPIRATION, "m"))));
    cases.add(
        new Case(
            "licence-incompatible-derivation",
            "E/E",
            List.of(
                derived("n", null, null, "m"),
                methodology("m", m -> m.sheet(licence("CC-BY-ND-4.0")))),
            "derive_de m CC-BY-ND-4.0 → ? → no-derivatives null",
            List.of(derived("n", "CC0-1.0", null, "https://exemple.org/m"))));
    cases.add(
        new Case(
            "licence-derivation-doubtful",
            "W/W",
            List.of(
                derived("n", "CC0-1.0", DerivationKind.EXTRACT, "m"),
                methodology("m", m -> m.sheet(licence("CC-BY-4.0")))),
            "derive_de m CC-BY-4.0 → CC0-1.0 → public-from-attribution null",
            List.of(
                derived("n", "CC0-1.0", DerivationKind.EXTRACT, "m", "o"),
                methodology("m", m -> m),
                methodology("o", m -> m.sheet(licence("CC-BI"))))));
  }

  private static Methodology derived(
      String id, @Nullable String licence, @Nullable DerivationKind kind, String... parents) {
    return methodology(
        id, m -> m.derivedFrom(refs(parents)).derivationKind(kind).sheet(licence(licence)));
  }

  private static void duplicates(List<Case> cases) {
    cases.add(
        new Case(
            "same-external-id",
            "E/E",
            List.of(registered("a", "Q1"), registered("b", "Q1")),
            "identifiants_externes wikidata:Q1 → a null",
            List.of(registered("a", "Q1"), registered("b", "Q2"))));
    Place here = Place.at(48.39, -4.48);
    cases.add(
        new Case(
            "probable-duplicate",
            "W/W",
            List.of(
                initiative("a", a -> a.locations(List.of(here))),
                initiative("b", b -> b.locations(List.of(here)))),
            "null a (Titre) → similar-titles 100 %; distance 0 m null",
            List.of(
                initiative("a", a -> a.locations(List.of(here))),
                initiative("b", b -> b.locations(List.of(here)).partOf(refs("a"))))));
  }

  private static Initiative registered(String id, String entity) {
    List<ExternalId> ids = List.of(new ExternalId("wikidata", entity));
    return initiative(
        id, a -> a.header(HeaderBuilder.builder(a.header()).externalIds(ids).build()));
  }

  private static Initiative partOf(String id, String... refs) {
    return initiative(id, a -> a.partOf(refs(refs)));
  }

  private static List<RecordRef> refs(String... texts) {
    return Stream.of(texts).map(text -> Objects.requireNonNull(RecordRef.parse(text))).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_rule_finds_the_offence_and_nothing_else(Case c) {
    for (Profile profile : Profile.values()) {
      String[] severities = c.severities().split("/", 2);
      String severity = profile == Profile.ECHANGE ? severities[0] : severities[1];
      List<String> expected =
          severity.equals("-") ? List.of() : List.of(severity + " " + c.finding());
      assertThat(findings(c.code(), profile, c.bad())).isEqualTo(expected);
      assertThat(findings(c.code(), profile, c.good())).isEmpty();
    }
  }

  static List<String> findings(String code, Profile profile, List<? extends Entry> entries) {
    return findings(alone(code), code, profile, entries);
  }

  private static List<String> findings(
      Checker checker, String code, Profile profile, List<? extends Entry> entries) {
    Report report = Report.create();
    checker.withClock(CLOCK).withProfile(profile).check(entries, report);
    assertThat(report.byRule()).doesNotContainKey(RunningCheck.FAILED);
    return report.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(RulesTest::line)
        .toList();
  }

  /** A checker with all other rules off, as far as they can be: what it takes is that rule's. */
  static Checker alone(String code) {
    RuleSettings settings = RuleSettings.NONE;
    for (Rule rule : BuiltInRules.all()) {
      if (rule.canBeOff() && !rule.code().equals(code)) {
        settings = settings.withSeverity(rule, null);
      }
    }
    return Checker.standard().with(settings);
  }

  @Test
  @Tag("large")
  void all_rules_together_find_of_each_case_what_its_rule_finds_alone() {
    for (Case c : cases().toList()) {
      for (List<? extends Entry> entries : List.of(c.bad(), c.good())) {
        for (Profile profile : Profile.values()) {
          assertThat(findings(Checker.standard(), c.code(), profile, entries))
              .as(c.toString())
              .isEqualTo(findings(c.code(), profile, entries));
        }
      }
    }
  }

  private static String line(Finding finding) {
    return finding.severity().name().charAt(0)
        + " "
        + finding.field()
        + " "
        + finding.value()
        + " → "
        + finding.expected()
        + " "
        + (finding.fix() == null ? null : finding.fix().cells());
  }

  @Test
  void every_rule_that_looks_at_records_has_a_case_here() {
    Checker.Run run = Checker.standard().start(finding -> {});
    assertThat(cases().map(Case::code).distinct())
        .containsExactlyInAnyOrderElementsOf(
            BuiltInRules.all().stream()
                .filter(rule -> rule.start(run) != null)
                .map(Rule::code)
                .toList());
  }

  @Test
  void the_licence_of_the_dataset_is_that_of_records_that_name_none() {
    Methodology parent = methodology("m", m -> m);
    Methodology child = derived("n", "CC-BY-4.0", DerivationKind.ADAPTATION, "m");

    assertThat(inDataset("CC-BY-SA-4.0", parent, child))
        .contains(
            "licence-incompatible-derivation derive_de m CC-BY-SA-4.0 → CC-BY-4.0",
            "licence-mixed licence CC-BY-4.0")
        .noneMatch(line -> line.startsWith("licence-missing"));
    assertThat(inDataset(null, parent, child))
        .contains("licence-missing licence null")
        .noneMatch(line -> line.startsWith("licence-incompatible"))
        .noneMatch(line -> line.startsWith("licence-mixed"));
    assertThat(inDataset("CC-BY-NC-4.0", parent))
        .as("said once, of the dataset")
        .containsOnlyOnce("licence-not-free licenses CC-BY-NC-4.0");
  }

  private static List<String> inDataset(@Nullable String licence, Entry... entries) {
    DatasetDescriptor dataset =
        DatasetDescriptor.titled("jeu", "Jeu")
            .licenses(
                licence == null ? List.of() : List.of(new DatasetLicense(licence, null, null)))
            .build();
    Report report = Report.create();
    Checker.standard().with(dataset).check(List.of(entries), report);
    return report.findings().stream()
        .map(finding -> finding.code() + " " + finding.field() + " " + finding.value())
        .toList();
  }

  /** The first one counts; the second is told of as such, and its references are looked up. */
  @Test
  void a_second_record_with_the_identifier_of_the_first_is_nobody_s_version_or_parent() {
    Methodology first = versions("m", "1.0", null);
    Methodology second =
        methodology(
            "m",
            m ->
                m.version("0.5")
                    .documentationStatus(DocumentationStatus.PROVEN)
                    .derivationKind(DerivationKind.NEW_VERSION)
                    .changes("Tout.")
                    .derivedFrom(refs("o", "absent")));
    Methodology other = versions("o", "3.0", null);
    List<Methodology> all =
        List.of(first, other, second, versions("n", "3.1", null, "o@3.0", "m@1.0"));

    Report report = Report.create();
    Checker.standard().check(all, report);

    assertThat(report.byRule())
        .containsKeys("id-duplicate")
        .doesNotContainKeys("ref-version", "status-regression", "version-not-increased");
    assertThat(report.findings())
        .filteredOn(f -> f.code().equals("attribution-missing") && "derive_de".equals(f.field()))
        .extracting(f -> f.id() + " " + f.value())
        .containsExactly("n o", "n m");
    assertThat(report.findings())
        .filteredOn(f -> f.code().equals("ref-unresolved"))
        .extracting(f -> f.id() + " " + f.value())
        .containsExactly("m absent");
  }

  @Test
  void a_circle_of_many_records_is_one_finding() {
    List<Entry> circle = new ArrayList<>();
    for (int i = 100; i < 160; i++) {
      String next = i == 159 ? "i100" : "i" + (i + 1);
      // To others too, which belong to no circle.
      circle.add(partOf("i" + i, next, "reseau", "federation"));
    }
    circle.add(partOf("reseau"));
    circle.add(partOf("federation"));

    assertThat(findings("membership-cycle", Profile.ECHANGE, circle))
        .singleElement()
        .asString()
        .startsWith("E membre_de i100 → i101 → i102");
  }

  @Test
  void references_are_not_to_be_asked_for_after_the_first_record() {
    Checker checker = Checker.standard();
    for (Rule rule : checker.rules()) {
      if (rule.canBeOff()) {
        checker = checker.with(checker.settings().withSeverity(rule, null));
      }
    }
    try (Checker.Run run = checker.start(finding -> {})) {
      run.accept(Located.of(PLAIN));
      assertThatIllegalStateException().isThrownBy(run::references);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "2026-01-01, 2026-01-01, null, null, null, null, null, null",
        "2026-01-02, 2026-01-01, null, null, null, null, null, date_maj",
        "2030-01-01, null, null, null, null, null, null, null",
        "null, 2026-03-02, 2026-03-02, null, null, null, null, null",
        "null, 2026-03-03, null, null, null, null, null, date_maj",
        "null, null, 2026-03-03, null, null, null, null, verifie_le",
        "null, null, null, 2012-07, 2012-07-01, null, null, null",
        "null, null, null, 2012-07, 2012-06-30, null, null, date_publication",
        "null, null, null, null, 2012-06-30, 2012-06-30, 2012-06-30, null",
        "null, null, null, null, 2012-06-30, 2012-07-01, null, consentement_le",
        "null, null, null, null, null, 2012-07-01, 2012-06-30, consentement_expire"
      })
  void days_come_in_their_order(
      @Nullable LocalDate created,
      @Nullable LocalDate modified,
      @Nullable LocalDate verified,
      @Nullable String interview,
      @Nullable LocalDate published,
      @Nullable LocalDate consented,
      @Nullable LocalDate expiry,
      @Nullable String field) {
    Portrait portrait =
        portrait(
            p ->
                p.interviewDate(interview == null ? null : new PartialDate(interview))
                    .publishedOn(published)
                    .consent(ConsentBuilder.builder().date(consented).expiry(expiry).build())
                    .sheet(
                        sheet(
                            s -> s.createdOn(created).modifiedOn(modified).verifiedOn(verified))));
    assertThat(findings("dates-order", Profile.ECHANGE, List.of(portrait)))
        .hasSize(field == null ? 0 : 1)
        .allMatch(line -> line.startsWith("E " + field + " "));
  }

  @Test
  @Tag("large")
  void many_unresolved_references_among_many_records_take_seconds() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      entries.add(partOf("fiche-numero-" + i, "fixhe-numero-" + i + "x"));
    }
    Report report = Report.create();
    assertTimeoutPreemptively(
        Duration.ofMinutes(2), () -> Checker.standard().check(entries, report));
    assertThat(report.byRule()).containsEntry("ref-unresolved", 20_000);
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("ref-unresolved"))
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.expected()).isEqualTo("fiche-numero-0");
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            });
  }
}
