package org.collporterre.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collporterre.cms.connect.SiteException;
import org.collporterre.cms.page.Publication;
import org.collporterre.cms.page.Publications;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.update.Change;
import org.collporterre.update.RecordSet;
import org.collporterre.update.UpdatePlan;
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
  void recordsAreJson() {
    Initiative initiative = Initiative.named("jardin", "Jardin partagé").build();
    assertThat(AnyFormat.roundTrip(initiative)).isEqualTo(initiative);
  }

  @Test
  void documentsQuoteWhatRuns() throws IOException {
    String snippets = snippets();
    List<String> quoted = new ArrayList<>();
    for (String document :
        List.of(
            "README.md",
            "docs/mapping.md",
            "docs/updates.md",
            "docs/documents.md",
            "docs/cms/page.md",
            "docs/cms/wordpress-connector.md")) {
      Path file = ROOT.resolve(document);
      if (Files.exists(file)) {
        Matcher block =
            Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(file));
        while (block.find()) {
          quoted.add(block.group(1));
        }
      }
    }
    assertThat(quoted).isNotEmpty();
    for (String block : quoted) {
      assertThat(snippets).as("a java block of the documents").contains(block.strip());
    }
  }

  /** Returns the marked parts of the programs, without their indentation. */
  private static String snippets() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        Matcher snippet =
            Pattern.compile("// snippet: [a-z-]+\n(.*?)\n *// end", Pattern.DOTALL)
                .matcher(Files.readString(file));
        while (snippet.find()) {
          all.append(snippet.group(1).stripTrailing().stripIndent()).append("\n\n");
        }
      }
    }
    return all.toString();
  }
}
