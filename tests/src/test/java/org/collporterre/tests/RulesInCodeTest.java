package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Check;
import org.collporterre.check.CheckContext;
import org.collporterre.check.Checker;
import org.collporterre.check.DeprecatedRules;
import org.collporterre.check.Rule;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.dataset.RuleLevel;
import org.collporterre.dataset.RuleSetting;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.imports.SettingsFile;
import org.collporterre.imports.YamlImporter;
import org.collporterre.model.Actor;
import org.collporterre.model.ActorBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.Vocabulary;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** The rules whose examples cannot be written as text on their page. Names begin with the code. */
class RulesInCodeTest {
  private static final String EXPECTED_FAILURE = "java.lang.IllegalStateException: broken";
  private static final String FILE = "initiatives.csv";
  private static final String SITE = "https://jardin.example/";
  private static final int CELL_LIMIT = 1 << 20;
  private static final int ROW_LIMIT = 1 << 25;

  @Test
  void rule_failed_names_rule_and_record_and_the_other_rules_go_on() {
    Report report = Report.create();
    Initiative swapped =
        Initiative.named("jardin", "Jardin partagé")
            .locations(List.of(PlaceBuilder.builder().latitude(-4.2).longitude(48.4).build()))
            .build();

    Checker.standard()
        .with(new Throwing("throws-at-start", true, false))
        .with(new Throwing("throws-at-record", false, false))
        .with(new Throwing("throws-at-end", false, true))
        .check(List.of(swapped, swapped), report);

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("rule-failed"))
        .extracting(Finding::value, Finding::id, Finding::expected, Finding::severity)
        .containsExactlyInAnyOrder(
            tuple("throws-at-start", null, EXPECTED_FAILURE, Severity.ERROR),
            tuple("throws-at-record", "jardin", EXPECTED_FAILURE, Severity.ERROR),
            tuple("throws-at-end", null, EXPECTED_FAILURE, Severity.ERROR));
    assertThat(report.byRule()).containsEntry("coordinates-swapped", 2).containsKey("id-duplicate");
  }

  /** A rule with an error in it. */
  private record Throwing(String code, boolean atStart, boolean atEnd) implements Rule {
    @Override
    public Severity severity(Profile profile) {
      return Severity.INFO;
    }

    @Override
    public Check start(CheckContext context) {
      if (atStart) {
        throw new IllegalStateException("broken");
      }
      return new Check() {
        @Override
        public void entry(Located<? extends Entry> row) {
          if (!atEnd) {
            throw new IllegalStateException("broken");
          }
        }

        @Override
        public void end() {
          throw new IllegalStateException("broken");
        }
      };
    }
  }

  @Test
  void file_not_text_names_what_the_file_is() throws IOException {
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0};

    Finding finding = only("file-not-text", zip, true);

    assertThat(finding.location()).isEqualTo(Location.startOf(FILE));
    assertThat(finding.value()).isEqualTo("ZIP");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void encoding_not_utf8_points_at_the_damaged_cell_and_ends_the_reading() throws IOException {
    byte[] latin1 = "id,titre\njardin,Café\n".getBytes(ISO_8859_1);

    Report report = Report.create();
    assertThat(read(CsvImporter.create().without("encoding-guessed"), latin1, report)).isTrue();
    Finding finding = only("encoding-not-utf8", report);

    assertThat(finding.location()).isEqualTo(new Location(FILE, 2, 8));
    assertThat(finding.value()).isEqualTo("Caf\uFFFD");
    assertThat(finding.expected()).as("the encoding it makes sense in").isEqualTo("windows-1252");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void encoding_not_utf8_names_utf_16() throws IOException {
    Report report = Report.create();
    byte[] utf16 = "id,titre\njardin,Café\n".getBytes(UTF_16);
    assertThat(read(CsvImporter.create().without("encoding-guessed"), utf16, report)).isTrue();

    assertThat(only("encoding-not-utf8", report).value()).isEqualTo("UTF-16");
  }

  @Test
  void encoding_guessed_names_the_encoding_once() throws IOException {
    byte[] latin1 = "id,titre\njardin,Café\nverger,Été\n".getBytes(ISO_8859_1);

    Finding finding = only("encoding-guessed", latin1, false);

    assertThat(finding.location()).isEqualTo(Location.startOf(FILE));
    assertThat(finding.value()).isEqualTo("windows-1252");
    assertThat(finding.expected()).isEqualTo("UTF-8");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void encoding_malformed_points_at_the_damaged_cell_and_reading_goes_on() throws IOException {
    Report report = Report.create();
    byte[] latin1 = "id,titre\njardin,Café\nverger,Verger\n".getBytes(ISO_8859_1);

    assertThat(read(CsvImporter.create().withCharset(UTF_8), latin1, report)).isFalse();

    Finding finding = only("encoding-malformed", report);
    assertThat(finding.location()).isEqualTo(new Location(FILE, 2, 8));
    assertThat(finding.value()).isEqualTo("Caf\uFFFD");
    assertThat(finding.expected()).isEqualTo("UTF-8");
    assertThat(report.byRule()).doesNotContainKey("encoding-guessed");
  }

  @Test
  void encoding_not_utf8_is_not_said_of_damage_that_came_in_the_text() throws IOException {
    assertThat(findings("encoding-not-utf8", utf8("id,titre\njardin,Caf\uFFFD\n"), false))
        .isEmpty();
  }

  @Test
  void bom_present_is_said_once_and_the_first_header_is_still_known() throws IOException {
    Report report = Report.create();

    read(utf8("\uFEFFid,titre\njardin,Jardin\n"), report);

    assertThat(report.byRule())
        .containsOnlyKeys(
            "bom-present",
            "modified-missing",
            "licence-missing",
            "field-of-action-missing",
            "initiative-not-located",
            "completeness");
    assertThat(report.findings().get(0).location()).isEqualTo(Location.startOf(FILE));
  }

  @Test
  void consent_exported_leaves_out_what_geojson_tells_of_agreements_but_not_a_minor_road()
      throws IOException {
    Report report = Report.create();
    byte[] file =
        utf8(
            "{\"type\": \"Feature\", \"geometry\": null, \"properties\": {\"id\": \"jardin\","
                + " \"titre\": \"Jardin\", \"consentement_preuve\": \"Anna\", \"minor\": true}}");

    try (EntryReader<Initiative> in =
        GeoJsonImporter.create()
            .open(new ByteArrayInputStream(file), "a.geojson", Initiative.class, report)) {
      assertThat(in.iterator().next().value().sheet().extensions()).containsOnlyKeys("minor");
    }

    Finding finding = only("consent-exported", report);
    assertThat(finding.field()).isEqualTo("consentement_preuve");
    assertThat(finding.value()).isEqualTo("consentement_preuve");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void rule_deprecated_leads_a_setting_to_the_rule_that_replaces_it() throws IOException {
    DeprecatedRules ended =
        DeprecatedRules.read(
            new StringReader(
                "code\tsince\treplaced_by\tnote_fr\tnote_en\n"
                    + "double-id\t0.2\tid-duplicate\tplus clair\tclearer\n"
                    + "long-summary\t0.2\tsummary-long\tplus clair\tclearer\n"
                    + "moon-phase\t0.3\t\tinutile\tof no use\n"));
    byte[] file =
        utf8(
            "{\"rules\": {\"double-id\": \"warning\", \"moon-phase\": \"off\",\n"
                + " \"summary-long\": \"error\", \"long-summary\": \"info\"}}");
    Report report = Report.create();

    DatasetSettings settings =
        SettingsFile.read(
                new ByteArrayInputStream(file), "s.json", BuiltInRules.all(), ended, report)
            .orElseThrow();

    assertThat(settings.rules())
        .containsOnlyKeys("id-duplicate", "summary-long")
        .containsEntry("id-duplicate", new RuleSetting(RuleLevel.WARNING, Map.of()))
        .containsEntry("summary-long", new RuleSetting(RuleLevel.ERROR, Map.of()));
    assertThat(report.findings())
        .extracting(Finding::code, Finding::value, Finding::expected, f -> f.location().line())
        .containsExactly(
            tuple("rule-deprecated", "double-id", "id-duplicate", 1),
            tuple("rule-deprecated", "moon-phase", null, 1),
            tuple("rule-deprecated", "long-summary", "summary-long", 2));
  }

  @Test
  void formula_unescaped_points_at_the_first_cell_that_was_protected() throws IOException {
    byte[] file = utf8("\uFEFFid;titre\njardin;Jardin\natelier;'=1+1\nverger;'@2\n");

    Finding finding = only("formula-unescaped", file, false);

    assertThat(finding.location()).isEqualTo(new Location(FILE, 3, 9));
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(findings("formula-unescaped", utf8("id;titre\natelier;'=1+1\n"), false)).isEmpty();
  }

  @Test
  void html_without_json_ld_is_said_of_a_page_that_has_no_script_with_data() throws IOException {
    Report report = Report.create();
    byte[] page = utf8("<!doctype html><!-- <script type='application/ld+json'>{}</script> -->");
    try (EntryReader<Entry> in =
        JsonLdImporter.create()
            .open(new ByteArrayInputStream(page), "page.html", Entry.class, report)) {
      assertThat(in).isEmpty();
    }

    assertThat(report.findings()).extracting(Finding::code).containsExactly("html-without-json-ld");
  }

  @Test
  void yaml_malformed_points_at_what_cannot_be_read() throws IOException {
    Report report = Report.create();
    byte[] yaml = utf8("title: Jardin\nmaker: !person Ana\n");
    try (EntryReader<Entry> in =
        YamlImporter.create()
            .open(new ByteArrayInputStream(yaml), "okh.yml", Entry.class, report)) {
      assertThat(in).isEmpty();
      assertThat(in.stopped()).isTrue();
    }

    assertThat(report.findings()).extracting(Finding::code).containsExactly("yaml-malformed");
    assertThat(report.findings().get(0).location()).isEqualTo(new Location("okh.yml", 2, 8));
    assertThat(report.findings().get(0).value()).isEqualTo("!person");
  }

  @Test
  void row_too_long_ends_the_reading() throws IOException {
    byte[] start = utf8("id,titre\njardin,\"");
    byte[] file = Arrays.copyOf(start, start.length + ROW_LIMIT);
    Arrays.fill(file, start.length, file.length, (byte) 'a');

    Finding finding = only("row-too-long", file, true);

    assertThat(finding.location()).isEqualTo(new Location(FILE, 2, 1));
    assertThat(finding.expected()).isEqualTo("32 MiB");
  }

  @Test
  void cell_too_long_leaves_the_cell_out_and_reads_on() throws IOException {
    String row = "jardin,Jardin," + "a".repeat(CELL_LIMIT + 1) + "\natelier,Atelier,\n";

    Finding finding = only("cell-too-long", utf8("id,titre,remarque\n" + row), false);

    assertThat(finding.location()).isEqualTo(new Location(FILE, 2, 15));
    assertThat(finding.expected()).isEqualTo("1 MiB");
    assertThat(finding.value()).isNull();
  }

  @Test
  void cell_too_long_is_not_said_of_a_cell_of_just_that_length() throws IOException {
    byte[] file = utf8("id,titre,remarque\njardin,Jardin," + "a".repeat(CELL_LIMIT) + "\n");

    assertThat(findings("cell-too-long", file, false)).isEmpty();
  }

  @Test
  void control_char_points_at_the_cell() throws IOException {
    Finding finding = only("control-char", utf8("id,titre\njardin,Jar\u0007din\n"), false);

    assertThat(finding.location()).isEqualTo(new Location(FILE, 2, 8));
    assertThat(finding.field()).isEqualTo("titre");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void text_not_nfc_puts_the_accents_together() throws IOException {
    Finding finding = only("text-not-nfc", utf8("id,titre\njardin,Cafe\u0301\n"), false);

    assertThat(finding.value()).isEqualTo("Cafe\u0301");
    assertThat(finding.fix()).isEqualTo(Fix.safe("titre", "Caf\u00e9"));
    assertThat(findings("text-not-nfc", utf8("id,titre\njardin,Caf\u00e9\n"), false)).isEmpty();
  }

  @Test
  void siret_malformed_is_a_warning_about_a_wrong_digit() {
    Actor right = ActorBuilder.builder().name("Exemple").siret("73282932000074").build();
    Actor wrong = ActorBuilder.builder().name("Exemple").siret("73282932000075").build();

    Finding finding = onlyInActors("siret-malformed", right, wrong);

    assertThat(finding.value()).isEqualTo("73282932000075");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void rna_malformed_is_a_warning_about_the_form() {
    Actor right = ActorBuilder.builder().name("Exemple").rna("W291002345").build();
    Actor wrong = ActorBuilder.builder().name("Exemple").rna("0291002345").build();

    Finding finding = onlyInActors("rna-malformed", right, wrong);

    assertThat(finding.value()).isEqualTo("0291002345");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  /** An application forbids by its own configuration what the format allows. */
  @Test
  void constraint_violated_reports_what_an_application_s_own_validator_refuses() {
    String mapping =
        """
        <constraint-mappings xmlns="https://jakarta.ee/xml/ns/validation/mapping" version="3.0">
          <bean class="org.collporterre.model.Initiative" ignore-annotations="false">
            <field name="website" ignore-annotations="false">
              <constraint annotation="jakarta.validation.constraints.Pattern">
                <element name="regexp">https://.*</element>
              </constraint>
            </field>
          </bean>
        </constraint-mappings>
        """;
    Report report = Report.create();
    try (var factory =
        Validation.byDefaultProvider()
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new ParameterMessageInterpolator())
            .addMapping(new ByteArrayInputStream(utf8(mapping)))
            .buildValidatorFactory()) {
      Initiative initiative =
          Initiative.named("jardin", "Jardin").website("http://exemple.org").build();
      Checker.standard().check(List.of(initiative), report);
      assertThat(report.byRule()).doesNotContainKey("constraint-violated");

      Checker.standard().withValidator(factory.getValidator()).check(List.of(initiative), report);
    }

    Finding finding = only("constraint-violated", report);
    assertThat(finding.field()).isEqualTo("site_web");
    assertThat(finding.value()).isEqualTo("http://exemple.org");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void export_loss_counts_the_long_texts_that_geojson_leaves_out() throws IOException {
    Report report = Report.create();
    Initiative described =
        Initiative.named("jardin", "Jardin")
            .header(
                HeaderBuilder.builder()
                    .id("jardin")
                    .title(LocalizedText.of("Jardin"))
                    .description(LocalizedText.of("Un jardin."))
                    .build())
            .build();

    export(report, described, Initiative.named("atelier", "Atelier").build());

    Finding finding = only("export-loss", report);
    assertThat(finding.field()).isEqualTo("description");
    assertThat(finding.value()).isEqualTo("1");
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void record_withheld_counts_the_records_that_are_not_published() throws IOException {
    Report report = Report.create();
    Initiative draft =
        Initiative.named("jardin", "Jardin")
            .sheet(SheetBuilder.builder().status(RecordStatus.DRAFT).build())
            .build();

    export(report, draft, draft, Initiative.named("atelier", "Atelier").build());

    Finding finding = only("record-withheld", report);
    assertThat(finding.value()).isEqualTo("2");
    assertThat(finding.expected()).isEqualTo("record-not-published");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void coordinates_half_is_not_said_of_a_cell_that_could_not_be_read() throws IOException {
    String header = "id,titre,latitude,longitude\n";

    assertThat(findings("coordinates-half", utf8(header + "a,Jardin,nord,-4.49\n"), false))
        .isEmpty();
    assertThat(findings("coordinates-half", utf8(header + "a,Jardin,,-4.49\n"), false)).hasSize(1);
  }

  @Test
  void json_limit_is_said_of_what_is_nested_too_deep() throws IOException {
    Report report = Report.create();
    byte[] file = utf8("[".repeat(100_000));

    try (EntryReader<Initiative> reader =
        GeoJsonImporter.create()
            .open(new ByteArrayInputStream(file), FILE, Initiative.class, report)) {
      assertThat(reader).isEmpty();
      assertThat(reader.stopped()).isTrue();
    }

    Finding finding = only("json-limit", report);
    assertThat(finding.location()).isEqualTo(new Location(FILE, 1, 513));
    assertThat(finding.expected()).isEqualTo("512 [ {");
  }

  private static void export(Report report, Initiative... initiatives) throws IOException {
    try (EntryWriter<Initiative> out =
        GeoJsonExporter.create().open(new ByteArrayOutputStream(), Initiative.class, report)) {
      for (Initiative initiative : initiatives) {
        out.write(initiative);
      }
      out.commit();
    }
  }

  /** Checks an initiative of two actors, of which the second is wrong. */
  private static Finding onlyInActors(String code, Actor right, Actor wrong) {
    Report report = Report.create();
    Initiative initiative =
        Initiative.named("jardin", "Jardin").actors(List.of(right, wrong)).build();
    Checker.standard().check(List.of(initiative), report);
    return only(code, report);
  }

  private static Finding only(String code, byte[] file, boolean stops) throws IOException {
    List<Finding> found = findings(code, file, stops);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void duplicates_not_searched_is_said_once_and_nothing_is_searched_then() {
    Report report = Report.create();
    int limit = 131_072;
    try (Checker.Run run = Checker.standard().start(report)) {
      for (int i = 0; i < limit + 2; i++) {
        run.accept(Located.of(Initiative.named("i" + i, "Jardin").website(SITE).build()));
      }
    }

    assertThat(report.byRule()).containsEntry("duplicates-not-searched", 1);
    assertThat(report.byRule()).doesNotContainKey("probable-duplicate");
  }

  private static Finding only(String code, Report report) {
    List<Finding> found =
        report.findings().stream().filter(finding -> finding.code().equals(code)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<Finding> findings(String code, byte[] file, boolean stops)
      throws IOException {
    Report report = Report.create();
    assertThat(read(file, report)).as("reading stopped").isEqualTo(stops);
    return report.findings().stream().filter(finding -> finding.code().equals(code)).toList();
  }

  /** Reads and checks a file, and tells whether reading stopped before its end. */
  private static boolean read(byte[] file, Report report) throws IOException {
    return read(CsvImporter.create(), file, report);
  }

  private static boolean read(CsvImporter importer, byte[] file, Report report) throws IOException {
    try (EntryReader<Initiative> reader =
            importer.open(new ByteArrayInputStream(file), FILE, Initiative.class, report);
        Checker.Run run = Checker.standard().start(report)) {
      reader.forEach(run::accept);
      return reader.stopped();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void code_ambiguous_is_said_of_closed_and_of_open_lists() throws IOException {
    Vocabulary scales =
        Vocabulary.of(
            "echelles",
            List.of(
                new Concept("region", Map.of("fr", "Territoire"), null),
                new Concept("pays", Map.of("fr", "territoire"), null)));
    Vocabulary themes =
        Vocabulary.of(
            "themes",
            List.of(
                new Concept("eau", Map.of("fr", "Eaux"), null),
                new Concept("mer", Map.of("fr", "Eaux"), null)));
    Checker checker = Checker.standard().with(scales).with(themes);
    Report report = Report.create();
    String csv = "id,titre,echelle,themes\njardin,Jardin,Territoire,Eaux|Eauxx\n";

    try (EntryReader<Initiative> in =
            CsvImporter.create()
                .withVocabularies(checker.vocabularies())
                .open(
                    new ByteArrayInputStream(csv.getBytes(UTF_8)), FILE, Initiative.class, report);
        Checker.Run run = checker.start(report)) {
      in.forEach(run::accept);
    }

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().startsWith("code-"))
        .extracting(Finding::code, Finding::field, Finding::value, Finding::expected)
        .containsExactly(
            tuple("code-ambiguous", "echelle", "Territoire", "pays|region"),
            tuple("code-ambiguous", "themes", "Eaux", "eau|mer"),
            tuple("code-not-listed", "themes", "Eauxx", null));
  }

  @Test
  void formula_cell_is_silent_where_an_apostrophe_protected_the_text() throws IOException {
    String cells = "id;titre;resume;remarque\r\na;'=1+1;'@b;'=c\r\n";

    assertThat(findings("formula-cell", "\uFEFF" + cells)).isEmpty();
    assertThat(findings("formula-cell", cells.replace("'", "")))
        .containsExactly(FILE + ":2:3 titre", FILE + ":2:8 resume", FILE + ":2:11 remarque");
  }

  @Test
  void a_finding_about_a_translation_or_an_unknown_column_points_at_its_cell() throws IOException {
    String csv = "id,titre,langue,titre@fr,summary@en,remarque\na,Titre,fr,Un titre,A text,=1\n";

    assertThat(findings("translation-orphan", csv))
        .containsExactly(FILE + ":2:12 titre@fr", FILE + ":2:21 summary@en");
    assertThat(findings("formula-cell", csv)).containsExactly(FILE + ":2:28 remarque");
  }

  private static List<String> findings(String code, String csv) throws IOException {
    Report report = Report.create();
    var in = new ByteArrayInputStream(csv.getBytes(UTF_8));
    try (EntryReader<Initiative> reader =
            CsvImporter.create().open(in, FILE, Initiative.class, report);
        Checker.Run run = Checker.standard().start(report)) {
      reader.forEach(run::accept);
    }
    return report.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(finding -> finding.location() + " " + finding.field())
        .toList();
  }

  @Test
  void translation_orphan_is_all_that_is_said_of_one_in_json() throws IOException {
    String json =
        """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "a", "geometry": null,
        "properties": {"titre": "Titre", "resume@en": "A text"}}
        ]}
        """;
    Report report = Report.create();
    var in = new ByteArrayInputStream(json.getBytes(UTF_8));

    try (EntryReader<Initiative> reader =
            GeoJsonImporter.create().open(in, "a.geojson", Initiative.class, report);
        Checker.Run run = Checker.standard().start(report)) {
      reader.forEach(run::accept);
    }

    assertThat(report.byRule()).doesNotContainKey("header-unknown");
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("translation-orphan"))
        .extracting(finding -> finding.location().pointer(), Finding::value)
        .containsExactly(tuple("/features/0/properties/resume@en", "A text"));
  }
}
