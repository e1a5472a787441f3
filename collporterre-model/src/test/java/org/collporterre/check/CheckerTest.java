package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.validation.Validator;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.ConsentBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.PortraitBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.schema.Samples;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.ConsentScope;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.SubjectKind;
import org.collporterre.vocabulary.Vocabulary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private static Report check(Checker checker, Entry... entries) {
    Report report = Report.create();
    checker.withClock(CLOCK).check(List.of(entries), report);
    return report;
  }

  private static List<Finding> only(Report report, String code) {
    return report.findings().stream().filter(f -> f.code().equals(code)).toList();
  }

  /** Whatever is wrong with a record, accept says what its findings say. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  @Tag("large")
  <E extends Record & Entry> void a_record_passes_by_the_errors_found_in_it(Profile profile) {
    Samples samples = new Samples(17);
    Mutations mutations = new Mutations(18, false);
    List<Finding> found = new ArrayList<>();
    int passed = 0;
    int runs = 3_000;
    try (Checker.Run run =
        Checker.standard().withClock(CLOCK).withProfile(profile).start(found::add)) {
      for (int i = 0; i < runs; i++) {
        @SuppressWarnings("unchecked")
        Class<E> type = (Class<E>) Entry.TYPES.get(i % 3);
        E entry = samples.sparse(type, 0.9);
        for (int spoiled = i % 4; spoiled > 0; spoiled--) {
          entry = mutations.spoil(entry);
        }
        found.clear();
        boolean accepted = run.accept(Located.of(entry));
        assertThat(accepted)
            .as("run %s: %s", i, found)
            .isEqualTo(
                isWhole(entry)
                    && found.stream()
                        .noneMatch(
                            f ->
                                f.severity() == Severity.ERROR
                                    && (profile == Profile.PUBLICATION
                                        || Set.of("id", "titre")
                                            .contains(String.valueOf(f.field())))));
        passed += accepted ? 1 : 0;
      }
    }
    assertThat(passed).isBetween(runs / 100, runs - 20);
  }

  @SuppressWarnings({"ConstantConditions", "NullAway"})
  private static boolean isWhole(Entry entry) {
    return entry.header() != null
        && entry.sheet() != null
        && !(entry instanceof Portrait p && (p.subject() == null || p.consent() == null));
  }

  @Test
  void errors_of_reading_hold_a_record_back_from_publication_only() {
    Initiative initiative = new Samples(4).full(Initiative.class);
    Located<Initiative> row =
        new Located<>(
            initiative,
            new Located.Origin() {
              @Override
              public Location record() {
                return Location.startOf("a.csv");
              }

              @Override
              public Location field(String key) {
                return record();
              }

              @Override
              public boolean hasErrors() {
                return true;
              }
            });
    try (Checker.Run echange = Checker.standard().start(f -> {});
        Checker.Run publication =
            Checker.standard().withProfile(Profile.PUBLICATION).start(f -> {})) {
      assertThat(echange.accept(row)).isTrue();
      assertThat(publication.accept(row)).isFalse();
    }
  }

  @Test
  void what_was_consented_to_is_never_shown() {
    String proof = "https://coffre.exemple.org/preuve-secrete/" + "x".repeat(60);
    Portrait portrait =
        Portrait.named("p", "Titre", SubjectKind.PERSON, "Anne")
            .publishedOn(LocalDate.of(2012, 1, 1))
            .consent(
                ConsentBuilder.builder()
                    .status(ConsentStatus.WITHDRAWN)
                    .date(LocalDate.of(2013, 2, 3))
                    .expiry(LocalDate.of(2012, 4, 5))
                    .scope(Collections.nCopies(7, ConsentScope.PHOTO))
                    .proof(proof)
                    .minor(true)
                    .build())
            .build();
    for (Profile profile : Profile.values()) {
      Report report = check(Checker.standard().withProfile(profile), portrait);
      assertThat(report.findings())
          .filteredOn(f -> f.field() != null && f.field().startsWith("consentement"))
          .extracting(Finding::field)
          .contains(
              "consentement_le",
              "consentement_expire",
              "consentement_portee",
              "consentement_preuve");
      String everything =
          report.findings().stream().map(Finding::toString).collect(Collectors.joining());
      assertThat(everything)
          .doesNotContain("secrete", "2013-02-03", "2012-04-05", "retire", "WITHDRAWN", "PHOTO");
    }
  }

  @Test
  void a_record_without_its_required_parts_is_found_wanting_without_a_crash() {
    Portrait whole = Portrait.named("p", "Titre", SubjectKind.PERSON, "Anne").build();
    assertThat(fieldsMissing(without(whole, "subject"))).contains("field-missing null");
    assertThat(fieldsMissing(without(whole, "consent"))).contains("field-missing null");
    assertThat(fieldsMissing(without(whole, "sheet"))).contains("field-missing null");
    assertThat(fieldsMissing(without(whole, "header"))).containsExactly("field-missing null");
    assertThat(
            fieldsMissing(
                PortraitBuilder.builder(whole).header(HeaderBuilder.builder().build()).build()))
        .containsExactly("id-missing id", "title-missing titre");
  }

  @SuppressWarnings("NullAway")
  private static Portrait without(Portrait portrait, String part) {
    PortraitBuilder builder = PortraitBuilder.builder(portrait);
    switch (part) {
      case "subject" -> builder.subject(null);
      case "consent" -> builder.consent(null);
      case "sheet" -> builder.sheet(null);
      default -> builder.header(null);
    }
    return builder.build();
  }

  private static List<String> fieldsMissing(Entry entry) {
    Report report = Report.create();
    try (Checker.Run run = Checker.standard().withClock(CLOCK).start(report)) {
      run.accept(Located.of(entry));
    }
    return report.findings().stream().map(f -> f.code() + " " + f.field()).toList();
  }

  @Test
  void violations_are_findings_in_the_order_of_the_columns() {
    Initiative initiative =
        Initiative.named("Réseau BRUDED", "Titre")
            .website("www.bruded.fr")
            .locations(List.of(PlaceBuilder.builder().insee("1001").latitude(91.0).build()))
            .contactEmail("nom@")
            .build();
    assertThat(
            check(Checker.standard(), initiative).findings().stream()
                .filter(f -> !f.code().endsWith("-missing") && !f.code().equals("coordinates-half"))
                .map(
                    f ->
                        String.join(
                            " ",
                            f.severity().label(),
                            f.code(),
                            String.valueOf(f.field()),
                            String.valueOf(f.value()),
                            String.valueOf(f.expected()),
                            String.valueOf(f.fix() == null ? null : f.fix().cells()))))
        .containsExactly(
            "error id-malformed id Réseau BRUDED a-z 0-9 - {id=reseau-bruded}",
            "error insee-malformed code_insee 1001 29019 {code_insee=01001}",
            "error coordinates-out-of-range latitude 91 ≤ 90 null",
            "warning url-malformed site_web www.bruded.fr https://… {site_web=https://www.bruded.fr}",
            "warning email-malformed courriel nom@ nom@exemple.org null",
            "info completeness null 20 resume | description | champs_action null");
  }

  @Test
  void of_a_list_the_item_that_offends_is_shown() {
    Initiative plain = Initiative.named("a", "Titre").build();
    List<String> keywords = List.of("four", "x");
    Initiative initiative =
        InitiativeBuilder.builder(plain)
            .header(HeaderBuilder.builder(plain.header()).keywords(keywords).build())
            .build();
    assertThat(only(check(Checker.standard(), initiative), "text-length"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.field()).isEqualTo("mots_cles");
              assertThat(f.value()).isEqualTo("x");
              assertThat(f.expected()).isEqualTo("2...60");
              assertThat(f.fix()).isNull();
            });
  }

  @Test
  void the_code_of_a_place_is_corrected_for_certain_by_its_postal_code() {
    Place place = PlaceBuilder.builder().insee("1001").postcode("01400").build();
    Initiative initiative = Initiative.named("a", "Titre").locations(List.of(place)).build();
    assertThat(only(check(Checker.standard(), initiative), "insee-malformed"))
        .extracting(Finding::fix)
        .containsExactly(Fix.safe("code_insee", "01001"));
  }

  @Test
  void the_value_of_a_further_place_is_shown_but_not_corrected_in_the_first() {
    Initiative initiative =
        Initiative.named("a", "Titre")
            .locations(
                List.of(
                    PlaceBuilder.builder(Place.at(48.39, -4.49)).insee("29019").build(),
                    PlaceBuilder.builder().insee("1001").build()))
            .build();
    assertThat(only(check(Checker.standard(), initiative), "insee-malformed"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.field()).isEqualTo("code_insee");
              assertThat(f.value()).isEqualTo("1001");
              assertThat(f.fix()).isNull();
            });
  }

  @Test
  void codes_that_an_application_lists_are_listed() {
    Initiative initiative =
        Initiative.named("a", "Titre").themes(List.of("couture")).kind("tiers-lieu").build();
    Vocabulary themes =
        Vocabulary.of("themes", List.of(Concept.of("couture", "Couture", "Sewing")));
    Checker checker = Checker.standard().with(themes);
    assertThat(only(check(Checker.standard(), initiative), "code-not-listed"))
        .extracting(Finding::value)
        .containsExactly("tiers-lieu", "couture");
    assertThat(only(check(checker, initiative), "code-not-listed"))
        .extracting(Finding::value)
        .containsExactly("tiers-lieu");
    assertThat(checker.vocabularies().get("themes").contains("couture")).isTrue();
  }

  /** A rule of an application: the title shouts. */
  private record Shouting(@org.jspecify.annotations.Nullable Severity inPublication)
      implements Rule {
    @Override
    public String code() {
      return "title-shouts";
    }

    @Override
    public @org.jspecify.annotations.Nullable Severity severity(Profile profile) {
      return profile == Profile.ECHANGE ? Severity.ERROR : inPublication;
    }

    @Override
    public Check start(CheckContext context) {
      return row -> {
        String title = row.value().title().text();
        if (title.equals(title.toUpperCase(Locale.ROOT))) {
          context.finding(this, row).field("titre").fix(Fix.unsafe("titre", "…")).report();
        }
      };
    }
  }

  @Test
  void a_rule_of_an_application_is_run_counted_and_may_be_off() {
    Initiative loud = Initiative.named("a", "JARDIN").build();
    Checker checker = Checker.standard().with(new Shouting(null));
    assertThat(checker.rules()).hasSize(BuiltInRules.all().size() + 1);
    List<Finding> found = new ArrayList<>();
    try (Checker.Run run = checker.start(found::add)) {
      assertThat(run.accept(Located.of(loud, "a.csv"))).as("an error about the title").isFalse();
      assertThat(run.accept(Located.of(Initiative.named("b", "Jardin").build()))).isTrue();
    }
    assertThat(found)
        .filteredOn(f -> f.code().equals("title-shouts"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.value()).isEqualTo("JARDIN");
              assertThat(f.location()).isEqualTo(Location.startOf("a.csv"));
              assertThat(f.type()).isEqualTo("initiative");
              assertThat(f.profile()).isEqualTo(Profile.ECHANGE);
            });
    assertThat(check(checker.withProfile(Profile.PUBLICATION), loud).byRule())
        .doesNotContainKey("title-shouts");
  }

  private enum Stage {
    START,
    RECORD,
    END
  }

  /** A rule with a fault: it throws when it begins, at records, or at the end. */
  private record Throwing(Stage stage, boolean isAboutOneRecord) implements Rule {
    @Override
    public String code() {
      return "throwing";
    }

    @Override
    public Severity severity(Profile profile) {
      return Severity.INFO;
    }

    @Override
    public Check start(CheckContext context) {
      failAt(Stage.START);
      return new Check() {
        @Override
        public void entry(Located<? extends Entry> row) {
          failAt(Stage.RECORD);
        }

        @Override
        public void end() {
          failAt(Stage.END);
        }
      };
    }

    private void failAt(Stage now) {
      if (now == stage) {
        throw new IllegalStateException("own fault");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "START, false, ''",
    "START, true, ''",
    "RECORD, false, a",
    "RECORD, true, a",
    "END, false, ''"
  })
  void a_rule_that_throws_is_told_of_once_and_others_go_on(Stage stage, boolean alone, String id) {
    List<Finding> found = new ArrayList<>();
    List<Boolean> passes = new ArrayList<>();
    try (Checker.Run run =
        Checker.standard().with(new Throwing(stage, alone)).withClock(CLOCK).start(found::add)) {
      for (String one : List.of("a", "b", "b")) {
        passes.add(run.accept(Located.of(Initiative.named(one, "Titre").build(), one + ".csv")));
      }
    }
    assertThat(passes).containsExactly(stage != Stage.RECORD, true, false);
    assertThat(found)
        .filteredOn(f -> f.code().equals("rule-failed"))
        .containsExactly(
            new Finding(
                "rule-failed",
                Severity.ERROR,
                Profile.ECHANGE,
                Location.startOf(id.isEmpty() ? "" : "a.csv"),
                id.isEmpty() ? null : "initiative",
                id.isEmpty() ? null : id,
                null,
                "throwing",
                "java.lang.IllegalStateException: own fault",
                null));
    assertThat(found).extracting(Finding::code).contains("id-duplicate", "licence-missing");
  }

  @Test
  void a_rule_replaces_the_one_of_its_code() {
    Rule quiet =
        new Rule() {
          @Override
          public String code() {
            return "licence-missing";
          }

          @Override
          public @org.jspecify.annotations.Nullable Severity severity(Profile profile) {
            return null;
          }
        };
    Initiative initiative = Initiative.named("a", "Titre").build();
    assertThat(check(Checker.standard(), initiative).byRule()).containsKey("licence-missing");
    assertThat(check(Checker.standard().with(quiet), initiative).byRule())
        .doesNotContainKey("licence-missing");
  }

  @Test
  void an_application_s_own_validator_is_asked_about_every_record() {
    List<Object> asked = new ArrayList<>();
    Validator own =
        (Validator)
            Proxy.newProxyInstance(
                Validator.class.getClassLoader(),
                new Class<?>[] {Validator.class},
                (proxy, method, arguments) -> {
                  asked.add(arguments[0]);
                  return Set.of();
                });
    Initiative valid = Initiative.named("a", "Titre").build();
    Initiative invalid = Initiative.named("A", "T").build();
    Report report = check(Checker.standard().withValidator(own), valid, invalid);
    assertThat(asked).containsExactly(valid, invalid);
    assertThat(report.byRule()).doesNotContainKeys("id-malformed", "title-length");
  }

  @Test
  void a_run_counts_its_records_and_ends_once() {
    List<Finding> found = new ArrayList<>();
    Checker.Run run = Checker.standard().withClock(CLOCK).start(found::add);
    run.accept(
        Located.of(
            Initiative.named("a", "Titre")
                .locations(List.of(Place.at(48.39, -4.49)))
                .partOf(List.of(org.collporterre.model.RecordRef.to("absent")))
                .build()));
    run.accept(Located.of(Initiative.named("b", "Titre").build()));
    run.accept(Located.of(Portrait.named("a", "Titre", SubjectKind.PERSON, "Anne").build()));
    assertThat(run.census().byType())
        .containsOnly(java.util.Map.entry("initiative", 2), java.util.Map.entry("portrait", 1));
    assertThat(run.census().located()).isEqualTo(1);
    assertThat(run.census().unlocated()).isEqualTo(1);
    assertThat(run.today()).isEqualTo(LocalDate.of(2026, 3, 1));
    run.close();
    int count = found.size();
    run.close();
    assertThat(found).hasSize(count).extracting(Finding::code).contains("ref-unresolved");
    assertThatIllegalStateException()
        .isThrownBy(() -> run.accept(Located.of(Initiative.named("c", "Titre").build())));
  }

  /** Says what it knows of the run, in findings with and without a record. */
  private record Knowing(boolean isAboutOneRecord) implements Rule {
    @Override
    public String code() {
      return "knowing";
    }

    @Override
    public Severity severity(Profile profile) {
      return Severity.INFO;
    }

    @Override
    public List<RuleParameter> parameters() {
      return List.of(new RuleParameter("most", 7, 1, 9));
    }

    @Override
    public Check start(CheckContext context) {
      String known =
          String.join(
              " ",
              context.profile().name(),
              context.today().toString(),
              String.valueOf(context.vocabularies().get("themes").contains("couture")),
              context.gazetteer().attribution(),
              String.valueOf(context.dataset() == null ? null : context.dataset().name()),
              String.valueOf(context.parameter(this, "most")),
              String.valueOf(context.severity(this)));
      return row -> {
        Location place = Location.startOf("b.csv");
        context.finding(this, row).value(known).report();
        context.finding(this, place, "portrait", "p").value("other").report();
        context.finding(this, place).value("dataset").report();
      };
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rules_know_the_run_they_are_in(boolean alone) {
    Rule knowing = new Knowing(alone);
    Gazetteer gazetteer = named("Atlas");
    Checker checker =
        Checker.standard()
            .with(knowing)
            .with(RuleSettings.NONE.withSeverity(knowing, Severity.WARNING))
            .with(DatasetDescriptor.titled("jeu", "Jeu").build())
            .with(Vocabulary.of("themes", List.of(Concept.of("couture", "Couture", "Sewing"))))
            .with(gazetteer)
            .withProfile(Profile.PUBLICATION)
            .withClock(CLOCK);
    List<Finding> found = new ArrayList<>();
    try (Checker.Run run = checker.start(found::add)) {
      run.accept(Located.of(Initiative.named("a", "Titre").build(), "a.csv"));
    }

    assertThat(found)
        .filteredOn(f -> f.code().equals("knowing"))
        .extracting(f -> f.location().file() + " " + f.type() + " " + f.id() + ": " + f.value())
        .containsExactly(
            "a.csv initiative a: PUBLICATION 2026-03-01 true Atlas jeu 7 WARNING",
            "b.csv portrait p: other",
            "b.csv null null: dataset");
    assertThat(checker.gazetteer()).isSameAs(gazetteer);
    assertThat(checker.today()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(checker.settings().severity(knowing, Profile.ECHANGE)).isEqualTo(Severity.WARNING);
  }

  private static Gazetteer named(String attribution) {
    return (Gazetteer)
        Proxy.newProxyInstance(
            CheckerTest.class.getClassLoader(),
            new Class<?>[] {Gazetteer.class},
            (proxy, method, arguments) ->
                switch (method.getReturnType().getSimpleName()) {
                  case "String" -> attribution;
                  case "List" -> List.of();
                  default -> null;
                });
  }

  @Test
  void a_record_that_only_a_refusal_holds_back_does_not_pass_in_publication() {
    for (Profile profile : Profile.values()) {
      for (Severity severity : Severity.values()) {
        Rule refusing = new Refusing();
        Checker checker =
            RulesTest.alone("absent")
                .with(refusing)
                .with(RulesTest.alone("absent").settings().withSeverity(refusing, severity))
                .withProfile(profile);
        try (Checker.Run run = checker.start(f -> {})) {
          assertThat(run.accept(Located.of(Initiative.named("a", "Titre").build())))
              .as("%s %s", profile, severity)
              .isEqualTo(profile == Profile.ECHANGE || severity != Severity.ERROR);
        }
      }
    }
  }

  /** A rule that tells of nothing but holds records back. */
  private record Refusing() implements Rule {
    @Override
    public String code() {
      return "refusing";
    }

    @Override
    public Severity severity(Profile profile) {
      return Severity.ERROR;
    }

    @Override
    public boolean isAboutOneRecord() {
      return true;
    }

    @Override
    public Check start(CheckContext context) {
      return row -> context.refuse(this);
    }
  }

  @Test
  void a_number_that_cannot_be_written_is_shown() {
    Initiative nowhere =
        Initiative.named("a", "Titre")
            .locations(
                List.of(PlaceBuilder.builder().latitude(Double.NaN).longitude(200.5).build()))
            .build();

    assertThat(only(check(Checker.standard(), nowhere), "coordinates-out-of-range"))
        .extracting(f -> f.field() + " " + f.value())
        .contains("latitude NaN", "longitude 200.5");
  }

  @Test
  void checkers_are_immutable() {
    Checker standard = Checker.standard();
    standard.withProfile(Profile.PUBLICATION);
    standard.with(new Shouting(Severity.INFO));
    assertThat(standard.profile()).isEqualTo(Profile.ECHANGE);
    assertThat(standard.rules()).isEqualTo(BuiltInRules.all());
  }

  @Test
  void rules_have_one_code_each_in_kebab_case() {
    assertThat(BuiltInRules.all())
        .extracting(Rule::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(BuiltInRules.rule("id-missing")).isNotNull();
    assertThat(BuiltInRules.rule("absent")).isNull();
    assertThat(BuiltInRules.severity("summary-missing", Profile.ECHANGE)).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BuiltInRules.severity("absent", Profile.ECHANGE));
  }

  @Test
  void publication_is_never_more_lenient_than_exchange() {
    for (Rule rule : BuiltInRules.all()) {
      Severity echange = rule.severity(Profile.ECHANGE);
      Severity publication = rule.severity(Profile.PUBLICATION);
      assertThat(publication).as(rule.code()).isNotNull();
      assertThat(echange == null || publication != null && publication.compareTo(echange) <= 0)
          .as(rule.code())
          .isTrue();
    }
  }
}
