package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.collporterre.check.Checker;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.reports.CheckOutcome;
import org.collporterre.reports.MarkdownText;
import org.collporterre.reports.Reports;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Reports of the "big list of naughty strings", and of what we found worse. */
class HostileReportsTest {
  private static final List<String> TEXTS = new ArrayList<>(HostileTexts.ALL);

  @BeforeAll
  static void read() throws IOException {
    String list = Files.readString(Fixtures.require("conformance/blns/blns.json"));
    try (JsonReader reader = Json.createReader(new StringReader(list))) {
      for (JsonString text : reader.readArray().getValuesAs(JsonString.class)) {
        TEXTS.add(text.getString());
      }
    }
    assertThat(TEXTS).hasSizeGreaterThan(400);
  }

  private static String render(String form) throws IOException {
    Report report = Report.create();
    for (String text : TEXTS) {
      report.report(
          new Finding(
              "html-in-text",
              Severity.ERROR,
              Profile.ECHANGE,
              new Location(text + ".csv", 2, 3, "/" + text),
              "initiative",
              text,
              text,
              text,
              text,
              Fix.safe("titre", text)));
    }
    Checker.Run run = Checker.standard().start(finding -> {});
    CheckOutcome outcome =
        new CheckOutcome(
            String.join(" ", TEXTS),
            TEXTS,
            report,
            run.census(),
            Profile.ECHANGE,
            Messages.in(Locale.FRENCH),
            "1.2.3",
            0,
            Map.of(),
            List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.named(form).orElseThrow().render(outcome, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_terminal_is_given_nothing_to_obey() throws IOException {
    String text = render("text");
    assertThat(text.lines().filter(line -> line.contains(": erreur html-in-text: ")))
        .hasSameSizeAs(TEXTS);
    assertThat(text.codePoints()).allMatch(c -> c == '\n' || isHarmless(c));
  }

  private static boolean isHarmless(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && (type != Character.FORMAT || c == 0x200C || c == 0x200D);
  }

  @Test
  void json_stays_json() throws IOException {
    for (String form : List.of("json", "sarif")) {
      try (JsonReader reader = Json.createReader(new StringReader(render(form)))) {
        assertThat(reader.readObject()).isNotEmpty();
      }
    }
    try (JsonReader reader = Json.createReader(new StringReader(render("gitlab")))) {
      JsonArray issues = reader.readArray();
      assertThat(issues).hasSameSizeAs(TEXTS);
      assertThat(issues.stream().map(i -> i.asJsonObject().getString("fingerprint")))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void a_workflow_is_given_the_commands_of_the_report_only() throws IOException {
    assertThat(render("github").lines())
        .hasSize(TEXTS.size() + 1)
        .allMatch(line -> line.startsWith("::error ") || line.startsWith("::notice title="));
  }

  @Test
  void xml_stays_well_formed() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(render("junit"))))
        .getDocumentElement();
  }

  @Test
  void markdown_makes_no_links_pictures_or_elements_of_data() throws IOException {
    var extensions =
        List.of(
            TablesExtension.create(),
            AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.WWW).build());
    for (String text : TEXTS) {
      String cell = MarkdownText.of(text);
      String page =
          HtmlRenderer.builder()
              .extensions(extensions)
              .build()
              .render(
                  Parser.builder()
                      .extensions(extensions)
                      .build()
                      .parse("| a | b |\n|---|---|\n| " + cell + " | x |\n"));
      assertThat(page.replaceAll("</?(table|thead|tbody|tr|th|td)>", ""))
          .as(text)
          .doesNotContain("<")
          .contains("x");
      assertThat(page.split("<td>", -1)).as(text).hasSize(3);
    }
    assertThat(render("markdown")).hasSizeLessThan(65_536).contains("</details>");
  }
}
