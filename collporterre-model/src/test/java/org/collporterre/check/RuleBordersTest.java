package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.dataset.FormatBlockBuilder;
import org.collporterre.model.ConsentBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Portrait;
import org.collporterre.model.PortraitBuilder;
import org.collporterre.model.ReferenceBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Territory;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.Progress;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.ReferenceKind;
import org.collporterre.vocabulary.Scale;
import org.collporterre.vocabulary.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where rules about one record begin and end, in tables. */
class RuleBordersTest {
  private static boolean isFound(String code, Entry entry) {
    return !RulesTest.findings(code, Profile.PUBLICATION, List.of(entry)).isEmpty();
  }

  private static Portrait portrait(UnaryOperator<PortraitBuilder> with) {
    return with.apply(Portrait.named("p", "Titre", SubjectKind.PERSON, "Anne")).build();
  }

  private static Initiative initiative(UnaryOperator<SheetBuilder> with) {
    return Initiative.named("a", "Titre").sheet(with.apply(SheetBuilder.builder()).build()).build();
  }

  @ParameterizedTest
  @CsvSource({
    "https://exemple.org/accord, true",
    "coffre://12, true",
    "WWW.exemple.org/accord, true",
    "MailTo:accord, true",
    "dans le courriel de anne@exemple.org, true",
    "sur www.exemple.org, false",
    "classeur 12, false"
  })
  void consent_proof_leak_knows_addresses(String proof, boolean found) {
    assertThat(
            isFound(
                "consent-proof-leak",
                portrait(p -> p.consent(ConsentBuilder.builder().proof(proof).build()))))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @EnumSource(ConsentStatus.class)
  void consent_refused_is_all_but_given_or_not_required(ConsentStatus status) {
    Portrait portrait =
        portrait(
            p ->
                p.consent(ConsentBuilder.builder().status(status).build())
                    .sheet(SheetBuilder.builder().status(RecordStatus.PUBLISHED).build()));

    assertThat(isFound("consent-refused", portrait))
        .isEqualTo(status != ConsentStatus.GRANTED && status != ConsentStatus.NOT_REQUIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "Accord de sa mère, false, ",
    "Accord parental du 3 mai, false, ",
    "Accord de la parenté, false, mineur",
    ", false, mineur",
    "Accord du père, true, images",
    ", true, images"
  })
  void a_minor_has_no_picture_and_parents_who_agree(
      @Nullable String proof, boolean pictured, @Nullable String field) {
    List<Media> images = pictured ? List.of(Media.at("https://exemple.org/a.jpg")) : List.of();
    Portrait minor =
        portrait(
            p ->
                p.header(HeaderBuilder.builder(p.header()).images(images).build())
                    .consent(ConsentBuilder.builder().minor(true).proof(proof).build()));

    assertThat(RulesTest.findings("minor", Profile.ECHANGE, List.of(minor)))
        .hasSize(field == null ? 0 : 1)
        .allMatch(line -> line.startsWith("E " + field + " null"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://exemple.org, https://exemple.org",
    "http://exemple.org:80, https://exemple.org",
    "http://exemple.org:80?a=1, https://exemple.org?a=1",
    "http://exemple.org/a:80b, https://exemple.org/a:80b",
    "http://exemple.org:81, ",
    "http://exemple.org:0, ",
    "http://jardin, ",
    "http://jardin., ",
    "http://.jardin, ",
    "http://jardin.7, ",
    "http://192.168.0.10/, ",
    "http://[2001:db8::1]/, ",
    "http://jardin.onion/, ",
    "http://jardin.Local/, ",
    "http:///jardin, ",
    "http://exemple.org/un jardin, "
  })
  void link_scheme_is_about_public_names_with_the_usual_port(
      String address, @Nullable String secure) {
    List<String> found =
        RulesTest.findings(
            "link-scheme",
            Profile.ECHANGE,
            List.of(Initiative.named("a", "Titre").website(address).build()));

    assertThat(found)
        .isEqualTo(
            secure == null
                ? List.of()
                : List.of("W site_web " + address + " → " + secure + " {site_web=" + secure + "}"));
  }

  /** One that only names an address is one that only names an address. */
  @ParameterizedTest
  @CsvSource({
    "title, 'date, nature | editeur'",
    "kind, date",
    "publisher, date",
    "authors, 'date, nature | editeur'",
    "date, nature | editeur",
    "consulted, nature | editeur",
    "nothing, "
  })
  void reference_incomplete_names_what_a_source_lacks(String given, @Nullable String lacking) {
    ReferenceBuilder source = ReferenceBuilder.builder().url("https://exemple.org");
    switch (given) {
      case "title" -> source.title("Vertigo");
      case "kind" -> source.kind(ReferenceKind.FILM);
      case "publisher" -> source.publisher("Vertigo");
      case "authors" -> source.authors(List.of("Anne"));
      case "date" -> source.date(new PartialDate("2011"));
      case "consulted" -> source.consultedOn(LocalDate.of(2012, 7, 5));
      default -> assertThat(given).isEqualTo("nothing");
    }
    String shown = given.equals("title") ? "Vertigo" : "https://exemple.org";

    assertThat(
            RulesTest.findings(
                "reference-incomplete",
                Profile.ECHANGE,
                List.of(initiative(s -> s.references(List.of(source.build()))))))
        .isEqualTo(
            lacking == null
                ? List.of()
                : List.of("W reference_urls " + shown + " → " + lacking + " null"));
  }

  @Test
  void a_day_that_something_was_read_is_a_date_only_with_its_address() {
    ReferenceBuilder source =
        ReferenceBuilder.builder().publisher("Vertigo").consultedOn(LocalDate.of(2012, 7, 5));

    assertThat(
            isFound("reference-incomplete", initiative(s -> s.references(List.of(source.build())))))
        .isTrue();
    source.url("https://exemple.org");
    assertThat(
            isFound("reference-incomplete", initiative(s -> s.references(List.of(source.build())))))
        .isFalse();
  }

  @Test
  void what_is_archived_does_not_become_stale() {
    LocalDate old = LocalDate.of(2011, 1, 1);

    assertThat(isFound("stale", initiative(s -> s.modifiedOn(old)))).isTrue();
    assertThat(isFound("stale", initiative(s -> s.verifiedOn(old)))).isTrue();
    assertThat(isFound("stale", initiative(s -> s.modifiedOn(old).status(RecordStatus.ARCHIVED))))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(Progress.class)
  void an_end_is_of_what_ended_or_is_suspended(Progress progress) {
    Initiative ended =
        Initiative.named("a", "Titre").progress(progress).endDate(new PartialDate("2011")).build();

    assertThat(isFound("progress-vs-dates", ended))
        .isEqualTo(progress != Progress.ENDED && progress != Progress.SUSPENDED);
  }

  @Test
  void a_translation_into_the_language_of_the_dataset_is_the_text_itself() {
    LocalizedText text = LocalizedText.of("Un jardin.").with("en", "A garden.");
    Initiative initiative =
        Initiative.named("a", "Titre")
            .header(
                HeaderBuilder.builder()
                    .id("a")
                    .title(LocalizedText.of("Titre"))
                    .summary(text)
                    .build())
            .build();
    for (String language : List.of("en", "fr", "br")) {
      DatasetDescriptor dataset =
          DatasetDescriptor.titled("jeu", "Jeu")
              .collporterre(
                  FormatBlockBuilder.builder(FormatBlock.STANDARD).language(language).build())
              .build();
      Report report = Report.create();
      RulesTest.alone("translation-orphan").with(dataset).check(List.of(initiative), report);
      assertThat(report.byRule().containsKey("translation-orphan"))
          .as(language)
          .isEqualTo(language.equals("en"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLICATION, REFUSED, true, 'consentement, consentement_le', 'true, false, false'",
    "PUBLICATION, GRANTED, false, , 'true, true, true'",
    "PUBLICATION, NOT_REQUIRED, false, , 'true, true, true'",
    "PUBLICATION, GRANTED, true, consentement_le, 'true, false, false'",
    "ECHANGE, REFUSED, true, , 'true, true, true'"
  })
  void what_was_consented_to_is_told_of_once_in_a_public_dataset(
      Profile profile,
      ConsentStatus status,
      boolean dated,
      @Nullable String fields,
      String passing) {
    LocalDate day = dated ? LocalDate.of(2025, 10, 1) : null;
    Portrait portrait =
        portrait(p -> p.consent(ConsentBuilder.builder().status(status).date(day).build()));
    DatasetDescriptor dataset =
        DatasetDescriptor.titled("jeu", "Jeu")
            .collporterre(FormatBlockBuilder.builder(FormatBlock.STANDARD).profile(profile).build())
            .build();
    List<Finding> found = new ArrayList<>();
    List<Boolean> passes = new ArrayList<>();
    Checker checker =
        RulesTest.alone("consent-exported").with(dataset).withProfile(Profile.PUBLICATION);
    try (Checker.Run run = checker.start(found::add)) {
      for (Entry entry : List.of(Initiative.named("a", "Titre").build(), portrait, portrait)) {
        passes.add(run.accept(Located.of(entry)));
      }
    }

    assertThat(found)
        .filteredOn(f -> f.code().equals("consent-exported"))
        .extracting(f -> f.severity() + " " + f.field())
        .isEqualTo(
            fields == null
                ? List.of()
                : Stream.of(fields.split(", ", -1)).map(field -> "ERROR " + field).toList());
    assertThat(passes.toString()).isEqualTo("[" + passing + "]");
  }

  /** A column of themes can give 5 points. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 3", "5, 3", "6, 1"})
  void a_file_without_the_columns_for_enough_points_is_told_of_once(int least, int found) {
    RuleSettings settings =
        RuleSettings.NONE.withParameter(
            BuiltInRules.require("completeness"), "least_points", least);
    List<Finding> told = new ArrayList<>();
    Located.Origin origin =
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
          public boolean hasColumn(String key) {
            return key.equals("themes");
          }
        };
    try (Checker.Run run = Checker.standard().with(settings).start(told::add)) {
      for (String id : List.of("a", "b", "c")) {
        run.accept(new Located<>(Initiative.named(id, "Titre").build(), origin));
      }
    }

    assertThat(told).filteredOn(f -> f.code().equals("completeness")).hasSize(found);
  }

  /** Regions of before 2016 that are as they were have a code of today. */
  @ParameterizedTest
  @CsvSource({
    "FR-E, iso:FR-BRE",
    "FR-F, iso:FR-CVL",
    "FR-H, iso:FR-20R",
    "FR-J, iso:FR-IDF",
    "FR-R, iso:FR-PDL",
    "FR-U, iso:FR-PAC",
    "FR-A, null",
    "FR-V, null",
    "UK, iso:GB",
    "UK-SCT, iso:GB-SCT",
    "EL, iso:GR",
    "EL-A, iso:GR-A",
    "XX-1, null"
  })
  void iso_unknown_proposes_the_code_of_today(String code, String known) {
    Territory territory = Objects.requireNonNull(Territory.parse("iso:" + code));
    for (List<Territory> all : List.of(List.of(territory), List.of(territory, territory))) {
      boolean fixed = all.size() == 1 && !known.equals("null");
      String fix = fixed ? "{territoires=" + known + "}" : "null";
      String line = "W territoires iso:" + code + " → " + known + " " + fix;

      assertThat(
              RulesTest.findings(
                  "iso-unknown",
                  Profile.ECHANGE,
                  List.of(Initiative.named("a", "Titre").territories(all).build())))
          .isEqualTo(Collections.nCopies(all.size(), line));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NEIGHBOURHOOD, com:29019, true",
    "MUNICIPALITY, com:29019, true",
    "INTERMUNICIPAL, com:29019, false",
    "REGION, com:29019, false",
    "REGION, dep:29, true",
    "REGION, com:29019|com:29232, true",
    "MUNICIPALITY, com:29019|com:29232, true",
    "MUNICIPALITY, com:29019|com:29232|com:29103, false",
    "MUNICIPALITY, com:29019|com:29232|com:29019, true",
    "MUNICIPALITY, com:29019|com:29232|dep:29, true"
  })
  void a_scale_is_that_of_its_territories(Scale scale, String territories, boolean right) {
    List<Territory> all =
        Stream.of(territories.split("\\|", -1))
            .map(text -> Objects.requireNonNull(Territory.parse(text)))
            .toList();

    assertThat(
            isFound(
                "scale-vs-territory",
                Initiative.named("a", "Titre").scale(scale).territories(all).build()))
        .isNotEqualTo(right);
  }
}
