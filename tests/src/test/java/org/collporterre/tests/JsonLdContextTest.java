package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonLdContext;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.model.Entry;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

/** The context document declares every term that is written, for any JSON-LD processor. */
class JsonLdContextTest {
  private static final Pattern TERM = Pattern.compile("\"(cpt:[^\"]+)\":");

  @Test
  void declaresEveryTermThatIsWritten() throws IOException {
    Set<String> written = new TreeSet<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<Entry> writer =
        JsonLdExporter.create().open(out, Entry.class, Report.create())) {
      writer.write(RichRecords.initiative());
      writer.write(RichRecords.portrait(SubjectKind.PERSON));
      writer.write(RichRecords.portrait(SubjectKind.ORGANIZATION));
      writer.write(RichRecords.methodology(true));
      writer.write(RichRecords.methodology(false));
      writer.commit();
    }
    TERM.matcher(out.toString(StandardCharsets.UTF_8))
        .results()
        .map((MatchResult match) -> match.group(1))
        .forEach(written::add);
    assertThat(written).hasSizeGreaterThan(20);
    assertThat(context().keySet()).containsAll(written);
  }

  @Test
  void aProcessorGivesTermsTheirAddressesAndTypes() throws JsonLdError {
    JsonObject document =
        Json.createObjectBuilder()
            .add("@context", context())
            .add("cpt:consultedOn", "2012-07-05")
            .add("cpt:goal", "But")
            .add("cpt:applies", "https://collporterre.org/methodologie/a")
            .build();
    JsonArray expanded = JsonLd.expand(JsonDocument.of(document)).get();
    assertThat(expanded)
        .isEqualTo(
            read("""
                    {"x": [{
                      "https://collporterre.org/ns#consultedOn": [
                        {"@type": "http://www.w3.org/2001/XMLSchema#date", "@value": "2012-07-05"}],
                      "https://collporterre.org/ns#goal": [{"@value": "But"}],
                      "https://collporterre.org/ns#applies": [
                        {"@id": "https://collporterre.org/methodologie/a"}]
                    }]}
                    """)
                .getJsonArray("x"));
  }

  private static JsonObject context() {
    return read(JsonLdContext.json()).getJsonObject("@context");
  }

  private static JsonObject read(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }
}
