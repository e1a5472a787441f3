package org.collporterre.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.cms.connect.SiteException;
import org.collporterre.cms.page.Publication;
import org.collporterre.cms.page.Publications;
import org.collporterre.imports.CsvImporter;
import org.collporterre.model.Initiative;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.update.Change;
import org.collporterre.update.RecordSet;
import org.collporterre.update.UpdatePlan;
import org.collporterre.vocabulary.RecordStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples run, and what README and documentation quote is what runs. */
class ExamplesTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void readsChecksAndWrites(@TempDir Path folder) throws IOException {
    Path geojson = folder.resolve("initiatives.geojson");
    Path data = ROOT.resolve("examples/datasets/initiatives-inspirantes/initiatives.csv");
    Report report = ReadCheckWrite.run(data, geojson);
    assertThat(report.count(Severity.ERROR)).isEqualTo(report.byRule().get("ref-unresolved"));
    assertThat(Files.readString(geojson)).contains("\"id\":\"bruded\"");
  }

  @Test
  void readsLargeFilesAsOthers(@TempDir Path folder) throws IOException {
    Path data = ROOT.resolve("examples/datasets/initiatives-inspirantes/initiatives.csv");
    Report report = LargeFile.run(data, folder.resolve("several.geojson"));
    assertThat(report.byRule())
        .isEqualTo(ReadCheckWrite.run(data, folder.resolve("one.geojson")).byRule());
    assertThat(folder.resolve("several.geojson"))
        .hasSameBinaryContentAs(folder.resolve("one.geojson"));
  }

  @Test
  void checksRecordsOfAProgram() {
    assertThat(Embed.run().findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            "completeness",
            "summary-missing",
            "modified-missing",
            "licence-missing",
            "deployment-potential-missing");
  }

  @Test
  void constraintsWorkOnOtherBeans() {
    try (ValidatorFactory factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new Keys())
            .buildValidatorFactory()) {
      assertThat(factory.getValidator().validate(new Embed.Membership("29O19", "www.exemple.org")))
          .extracting(violation -> violation.getPropertyPath().toString())
          .containsExactlyInAnyOrder("municipality", "site");
    }
  }

  /** Sentences are not asked for here; the standard interpolator needs an expression language. */
  private static final class Keys implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }

  @Test
  void addsARuleAndATheme() {
    assertThat(OwnRule.run().byRule()).containsKey("website-missing");
    assertThat(OwnRule.run().byRule()).doesNotContainKey("code-not-listed");
  }

  @Test
  void readsAnyFormat(@TempDir Path folder) throws IOException {
    Path zip = folder.resolve("jeu.zip");
    Path dataset = ROOT.resolve("examples/datasets/initiatives-inspirantes");
    assertThat(AnyFormat.run(dataset, zip).findings()).isEmpty();
    Path again = Files.createDirectory(folder.resolve("encore")).resolve("jeu.zip");
    assertThat(AnyFormat.run(zip, again).findings()).isEmpty();
    assertThat(again).hasSameBinaryContentAs(zip);
  }

  @Test
  void bringsAPartnersFile() throws IOException {
    Path mappings = ROOT.resolve("examples/mappings");
    UpdatePlan plan =
        PartnerFile.run(
            RecordSet.create(),
            mappings.resolve("carte.csv"),
            mappings.resolve("collporterre.mapping.json"));
    assertThat(plan.counts()).containsEntry(Change.Kind.CREATED, 2);

    RecordSet known = RecordSet.create();
    plan.records().forEach(known::add);
    UpdatePlan again =
        PartnerFile.run(
            known, mappings.resolve("carte.csv"), mappings.resolve("collporterre.mapping.json"));
    assertThat(again.isEmpty()).isTrue();
  }

  @Test
  void showsADatasetInAPage() throws Exception {
    Path data = ROOT.resolve("examples/datasets/initiatives-inspirantes");
    InAPage page = new InAPage();

    assertThat(page.map(data)).contains("/fiches/", "/collporterre/carte.js");
    assertThat(page.asked(data, Map.of("fiche", "bruded"))).contains("Réseau BRUDED");
    assertThat(page.asked(data, Map.of("vue", "globe"))).contains("Vue inconnue : « globe »");
  }

  @Test
  void publishesOverTlsOnly() throws Exception {
    Publication publication =
        Publications.create().get(ROOT.resolve("examples/datasets/initiatives-inspirantes"));

    assertThatThrownBy(() -> OnASite.publish(publication, "http://asso.example", "anne", "x"))
        .isInstanceOfSatisfying(
            SiteException.class,
            e -> assertThat(e.reason()).isEqualTo(SiteException.Reason.INSECURE));
  }

  @Test
  void fiveMinutesSayWhatTheirPageSays(@TempDir Path folder) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/developers/start.md"));
    Path csv = Files.writeString(folder.resolve("initiatives.csv"), block(page, "csv"));
    Path geojson = folder.resolve("initiatives.geojson");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream console = System.out;
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      FiveMinutes.main(new String[] {csv.toString(), geojson.toString()});
    } finally {
      System.setOut(console);
    }

    assertThat(said.toString(StandardCharsets.UTF_8).replace(folder + File.separator, ""))
        .isEqualToNormalizingNewlines(block(page, "text"));
    assertThat(Files.readString(geojson)).contains("\"id\":\"jardin\"", "\"id\":\"four\"");
  }

  private static String block(String page, String language) {
    int start = page.indexOf("```" + language + "\n") + language.length() + 4;
    return page.substring(start, page.indexOf("```", start));
  }

  @Test
  void readsADirtyFileThroughAMapping() throws IOException {
    Path mappings = ROOT.resolve("examples/mappings");
    Report report = Report.create();

    assertThat(
            Recipes.dirtyCsv(
                mappings.resolve("carte.csv"),
                mappings.resolve("collporterre.mapping.json"),
                report))
        .extracting(Initiative::id)
        .containsExactly("carte-12", "carte-13");
    assertThat(report.isClean()).isTrue();
  }

  @Test
  void tellsAFormWhatIsWrongByInput() throws IOException {
    Map<String, String> problems =
        Recipes.problems(
            Map.of("id", "four", "titre", "Four", "latitude", "148.4", "longitude", "-4.5"));

    assertThat(problems).containsKeys("latitude", "resume", "licence").doesNotContainKey("titre");
    assertThat(problems.get("latitude")).contains("148.4");
  }

  @Test
  void linkedDataOfAPageDoesNotEndItsScript() throws IOException {
    String script = Recipes.linkedData(Initiative.named("four", "Four </script>").build());

    assertThat(script)
        .contains("https://exemple.org/initiative/four")
        .containsOnlyOnce("</script>")
        .endsWith("</script>");
    Initiative draft =
        Initiative.named("projet", "Un projet")
            .sheet(SheetBuilder.builder().status(RecordStatus.DRAFT).build())
            .build();
    assertThat(Recipes.linkedData(draft)).contains("\"@graph\":[").doesNotContain("projet");
  }

  @Test
  void fourThreadsWriteWhatAStreamDoes(@TempDir Path folder) throws IOException {
    Path data = ROOT.resolve("examples/datasets/initiatives-inspirantes/initiatives.csv");
    Path threads = folder.resolve("threads.csv");
    ByteArrayOutputStream stream = new ByteArrayOutputStream();

    Report four = Recipes.fourThreads(data, threads);
    Report one = Recipes.stream(Files.newInputStream(data), stream);

    assertThat(threads).hasBinaryContent(stream.toByteArray());
    assertThat(four.byRule()).isEqualTo(one.byRule());
  }

  @Test
  void labelsOfAnOwnVocabularyAreRead(@TempDir Path folder) throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "id,titre,themes\nfour,Four,Low-tech\n");

    assertThat(Recipes.ownVocabulary(csv).byRule())
        .containsKey("code-normalised")
        .doesNotContainKey("code-not-listed");
  }

  @Test
  void aRuleComparesRecords() {
    Report report = Report.create();
    Initiative four = Initiative.named("four", "Four").website("https://exemple.org").build();
    Initiative pain = Initiative.named("pain", "Pain").website("https://exemple.org").build();
    Checker checker = Checker.standard().with(new WebsiteTwice());
    checker.check(List.of(four, pain), report);

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("website-twice"))
        .extracting(Finding::id, Finding::expected)
        .containsExactly(tuple("pain", "four"));
  }

  @Test
  void correctsACopy(@TempDir Path folder) throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "id,nom,latitude\nfour,Four,\"48,4\"\n");
    Path copy = folder.resolve("b.csv");

    Recipes.corrected(CsvImporter.create(), csv, copy);

    assertThat(copy).hasContent("id,titre,latitude\nfour,Four,\"48.4\"\n");
  }

  @Test
  void jsonThatIsNotPlainIsRefused() {
    assertThat(Recipes.strictJson("{\"id\": \"four\", \"titre\": \"Four\"}")).isPresent();
    assertThat(Recipes.strictJson("{\"id\": \"four\", \"date_maj\": \"5/7/2012\"}")).isEmpty();
  }

  @Test
  void recordsAreJson() {
    Initiative initiative = Initiative.named("jardin", "Jardin partagé").build();
    assertThat(AnyFormat.roundTrip(initiative)).isEqualTo(initiative);
  }

  @Test
  void documentsQuoteWhatRuns() throws IOException {
    Map<String, String> snippets = snippets();
    Set<String> unquoted = new TreeSet<>(snippets.keySet());
    for (Path document : documents()) {
      Matcher block =
          Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(document));
      while (block.find()) {
        String quoted = block.group(1).strip();
        List<String> from =
            snippets.entrySet().stream()
                .filter(snippet -> snippet.getValue().contains(quoted))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(from).as("%s: %s", document, quoted).isNotEmpty();
        unquoted.removeAll(from);
      }
    }
    // One that no document quotes makes it likely that a document quotes another in its place.
    assertThat(unquoted).isEmpty();
  }

  /** Returns all that people read: pages at the top and everything below {@code docs}. */
  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs).filter(f -> f.toString().endsWith(".md")).sorted().toList();
    }
  }

  /** Returns the marked parts of the programs by their names, without their indentation. */
  private static Map<String, String> snippets() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        Matcher snippet =
            Pattern.compile("// snippet: ([a-z-]+)\n(.*?)\n *// end", Pattern.DOTALL)
                .matcher(Files.readString(file));
        while (snippet.find()) {
          String text = snippet.group(2).stripTrailing().stripIndent();
          assertThat(all.put(snippet.group(1), text)).as(snippet.group(1)).isNull();
        }
      }
    }
    return all;
  }
}
