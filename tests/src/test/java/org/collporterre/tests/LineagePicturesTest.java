package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.collporterre.export.lineage.LineageFormat;
import org.collporterre.export.lineage.LineageOptions;
import org.collporterre.lineage.ExcerptChoice;
import org.collporterre.lineage.Lineage;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.RecordRef;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.Scale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Lineages as pages, pictures, graphs and JSON. */
class LineagePicturesTest {
  private static final LineageOptions FRENCH = LineageOptions.in(Locale.FRENCH);

  private static Lineage lineage() {
    return Lineage.of(
        List.of(
            Initiative.named("jardins", "Jardins partagés")
                .scale(Scale.MUNICIPALITY)
                .territories(List.of(Objects.requireNonNull(Territory.parse("com:29019"))))
                .build(),
            Initiative.named("copie", "Jardins de Rennes")
                .replicates(List.of(RecordRef.to("jardins")))
                .appliesMethodologies(refs("mere@1.0"))
                .build(),
            Initiative.named("seule", "Sans lien").build(),
            methodology("mere", "Ouvrir un jardin", "CC-BY-SA-4.0")
                .version("1.1")
                .documents(refs("jardins"))
                .build(),
            methodology("fille", "Ouvrir un verger", "CC-BY-4.0")
                .derivedFrom(refs("mere@1.1", "https://ailleurs.example/m?a=1&b=2", "perdue"))
                .derivationKind(DerivationKind.ADAPTATION)
                .build()));
  }

  private static MethodologyBuilder methodology(String id, String title, String license) {
    return Methodology.named(id, title).sheet(SheetBuilder.builder().license(license).build());
  }

  private static List<RecordRef> refs(String... written) {
    List<RecordRef> refs = new ArrayList<>();
    for (String one : written) {
      refs.add(Objects.requireNonNull(RecordRef.parse(one)));
    }
    return refs;
  }

  private static String written(LineageFormat format, Lineage lineage, LineageOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(lineage, options, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(LineageFormat.class)
  void the_same_records_give_the_same_bytes(LineageFormat format) {
    String first = written(format, lineage(), FRENCH);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(written(format, lineage(), FRENCH)).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(first).contains("Ouvrir").endsWith("\n").doesNotContain("Sans lien");
  }

  @ParameterizedTest
  @EnumSource(LineageFormat.class)
  void records_without_any_link_give_an_empty_picture(LineageFormat format) {
    Lineage none = Lineage.of(List.of(Initiative.named("seule", "Sans lien").build()));
    assertThat(written(format, none, FRENCH)).isNotEmpty().doesNotContain("Sans lien");
  }

  private static Element svg(Lineage lineage, LineageOptions options) throws Exception {
    byte[] bytes = written(LineageFormat.SVG, lineage, options).getBytes(StandardCharsets.UTF_8);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
  }

  private static List<Element> of(Element svg, String element, String style) {
    List<Element> found = new ArrayList<>();
    NodeList all = svg.getElementsByTagName(element);
    for (int i = 0; i < all.getLength(); i++) {
      Element one = (Element) all.item(i);
      if (List.of(one.getAttribute("class").split(" ")).contains(style)) {
        found.add(one);
      }
    }
    return found;
  }

  @Test
  void the_picture_has_a_box_per_record_and_a_line_per_link() throws Exception {
    Element svg = svg(lineage(), FRENCH);
    // Two methodologies, the one elsewhere, the one that is lost; and two samples in the legend.
    assertThat(of(svg, "g", "methodologie")).hasSize(4 + 1);
    assertThat(of(svg, "g", "initiative")).hasSize(2 + 1);
    assertThat(of(svg, "g", "missing")).hasSize(1);
    assertThat(of(svg, "g", "external")).hasSize(1);
    assertThat(of(svg, "g", "derive_de")).hasSize(3 + 2);
    assertThat(of(svg, "g", "replique_de")).hasSize(1 + 1);
    assertThat(of(svg, "rect", "frame")).hasSize(1);
  }

  @Test
  void what_is_wrong_with_a_licence_is_said_in_words_at_its_line() throws Exception {
    Element trouble = of(svg(lineage(), FRENCH), "g", "trouble").get(0);
    assertThat(trouble.getTextContent()).contains("⚠ problème de licence", "depuis la v. 1.1");
  }

  @Test
  void boxes_do_not_lie_on_each_other() throws Exception {
    List<double[]> boxes = new ArrayList<>();
    for (Element box : of(svg(lineage(), FRENCH), "rect", "shape")) {
      if (box.hasAttribute("x")) {
        boxes.add(
            new double[] {
              Double.parseDouble(box.getAttribute("x")),
              Double.parseDouble(box.getAttribute("y")),
              Double.parseDouble(box.getAttribute("width")),
              Double.parseDouble(box.getAttribute("height"))
            });
      }
    }
    assertThat(boxes).hasSize(2);
    double[] a = boxes.get(0);
    double[] b = boxes.get(1);
    boolean apart =
        a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || a[1] + a[3] <= b[1] || b[1] + b[3] <= a[1];
    assertThat(apart).isTrue();
  }

  @Test
  void the_page_is_in_both_languages_and_allows_only_its_own_script_and_style() throws Exception {
    Document page = Jsoup.parse(written(LineageFormat.HTML, lineage(), FRENCH));
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("fr");
    assertThat(page.select("h2.fr").eachText()).contains("Familles de méthodologies (1)");
    assertThat(page.select("h2.en").eachText()).contains("Families of methodologies (1)");
    String policy = page.selectFirst("meta[http-equiv]").attr("content");
    assertThat(policy)
        .startsWith("default-src 'none'")
        .contains("script-src '" + hash(page.selectFirst("script").data()) + "'")
        .contains("style-src '" + hash(page.selectFirst("style").data()) + "'");
    assertThat(page.select("[style],[onclick],[src],link")).isEmpty();
    assertThat(page.select("tbody tr")).hasSize(6 + 6);
  }

  private static String hash(String text) throws Exception {
    byte[] bytes =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void records_link_to_their_pages_where_they_have_some() {
    Document page =
        Jsoup.parse(
            written(
                LineageFormat.HTML, lineage(), FRENCH.withBaseUri("https://a.example/fiches/")));
    assertThat(page.select("a").eachAttr("href"))
        .contains(
            "https://a.example/fiches/initiative/copie",
            "https://a.example/fiches/methodologie/mere",
            "https://ailleurs.example/m?a=1&b=2");
    assertThatThrownBy(() -> FRENCH.withBaseUri("javascript:alert(1)/"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void all_inner_links_of_the_page_lead_somewhere() {
    Document page = Jsoup.parse(written(LineageFormat.HTML, lineage(), FRENCH));
    assertThat(page.select("a[href^=#]")).isNotEmpty();
    page.select("a[href^=#]")
        .forEach(
            link -> assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull());
  }

  @Test
  void the_json_says_everything_in_the_words_of_the_format() {
    JsonObject json = json(written(LineageFormat.JSON, lineage(), FRENCH));
    assertThat(json.getJsonObject("counts").getInt("records")).isEqualTo(5);
    assertThat(json.getJsonObject("counts").getInt("unlinked")).isEqualTo(1);
    assertThat(json.getJsonArray("nodes")).hasSize(6);
    JsonObject edge =
        json.getJsonArray("edges").getValuesAs(JsonObject.class).stream()
            .filter(one -> one.containsKey("license"))
            .findFirst()
            .orElseThrow();
    assertThat(edge.getString("kind")).isEqualTo("derive_de");
    assertThat(edge.getString("pin")).isEqualTo("current");
    assertThat(edge.getJsonObject("license").getString("outcome")).isEqualTo("forbidden");
    assertThat(edge.getJsonObject("license").getString("reason")).isEqualTo("share-alike-other");
    JsonObject family = json.getJsonArray("families").getJsonObject(0);
    assertThat(family.getInt("generations")).isEqualTo(2);
    assertThat(family.getJsonArray("roots")).hasSize(3);
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @Test
  void a_diagram_for_mermaid_is_lines_of_boxes_and_links() {
    List<String> lines =
        written(LineageFormat.MERMAID, lineage(), FRENCH).lines().map(String::strip).toList();
    assertThat(lines)
        .startsWith("flowchart LR")
        .contains("n0(\"Jardins partagés<br/>Commune · com:29019\"):::initiative")
        .contains("n0 -.->|\"répliquée par\"| n1");
  }

  /** Two records of each text that are linked, so that all are drawn. */
  private static Lineage hostile(List<String> texts) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      entries.add(Methodology.named("m" + i, texts.get(i)).build());
      entries.add(
          Initiative.named("i" + i, texts.get(i)).appliesMethodologies(refs("m" + i)).build());
    }
    return Lineage.of(entries);
  }

  private static List<String> naughty() throws IOException {
    List<String> texts = new ArrayList<>(HostileTexts.ALL);
    Path file = Fixtures.require("conformance/blns/blns.json");
    try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
      reader.readArray().forEach(text -> texts.add(((JsonString) text).getString()));
    }
    texts.removeIf(String::isBlank);
    return texts;
  }

  private static final LineageOptions ALL =
      FRENCH.withChoice(ExcerptChoice.USUAL.withMost(Integer.MAX_VALUE));

  @Test
  void hostile_texts_stay_texts_in_pages_and_pictures() throws Exception {
    List<String> texts = naughty();
    Lineage hostile = hostile(texts);
    assertThat(of(svg(hostile, ALL), "g", "initiative")).hasSize(texts.size() + 1);
    String html = written(LineageFormat.HTML, hostile, ALL);
    Document page = Jsoup.parse(html);
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("img,iframe,object,embed,form,input,link,base,foreignObject")).isEmpty();
    assertThat(page.select("#view g.initiative")).hasSize(texts.size());
    assertThat(page.getAllElements())
        .allSatisfy(
            one ->
                assertThat(one.attributes())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(html.codePoints()).noneMatch(c -> c >= 0x202A && c <= 0x202E);
  }

  @Test
  void hostile_texts_stay_texts_in_diagrams() throws Exception {
    List<String> texts = naughty();
    String chart = written(LineageFormat.MERMAID, hostile(texts), ALL);
    List<String> boxes = chart.lines().filter(line -> line.endsWith(":::initiative")).toList();
    assertThat(boxes).hasSize(texts.size());
    assertThat(boxes).allMatch(line -> line.strip().matches("n\\d+\\(\"[^\"]*\"\\):::initiative"));
    assertThat(boxes).allSatisfy(line -> assertThat(line.replace("<br/>", "")).doesNotContain("<"));
  }

  @Test
  void graphviz_reads_hostile_texts(@TempDir Path folder) throws Exception {
    List<String> texts = naughty();
    if (!isInstalled()) {
      String message = "Skipped, dot absent (Debian: apt install graphviz)";
      System.out.println(message);
      abort(message);
    }
    Path dot = folder.resolve("a.dot");
    Files.writeString(dot, written(LineageFormat.DOT, hostile(texts), ALL));
    Process process =
        new ProcessBuilder("dot", "-Tplain", dot.toString()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out.lines().limit(5).toList().toString()).isZero();
    assertThat(out.lines().filter(line -> line.startsWith("node "))).hasSize(2 * texts.size());
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("dot", "-V").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
