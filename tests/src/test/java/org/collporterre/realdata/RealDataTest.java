package org.collporterre.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.schema.Schema;
import org.collporterre.tests.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file of others in the register, read as it is said there and compared with what is said.
 */
class RealDataTest {
  private final RealDataTable table = new RealDataTable();

  @TestFactory
  Stream<DynamicTest> everyFileGivesWhatIsKnownOfIt() {
    return Stream.concat(
        RealFile.all().stream()
            .map(real -> DynamicTest.dynamicTest(real.name(), () -> compare(real))),
        Stream.of(
            DynamicTest.dynamicTest(
                "docs/real-data.md",
                () -> {
                  Fixtures.require("ORACLES.json");
                  table.compare();
                })));
  }

  @Test
  void every_file_of_others_and_every_oracle_is_in_the_register() throws IOException {
    Path root = Fixtures.require("data").resolveSibling("");
    Set<String> files = new TreeSet<>(Oracle.paths());
    for (String folder : List.of("data", "derived")) {
      try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
        walk.filter(Files::isRegularFile)
            .filter(file -> !file.endsWith("SOURCE.txt"))
            .forEach(file -> files.add(root.relativize(file).toString().replace('\\', '/')));
      }
    }
    assertThat(RealFile.all()).extracting(RealFile::name).containsAll(files);
  }

  private void compare(RealFile real) throws IOException {
    Path file = Fixtures.require(real.path());
    Outcome outcome = Outcome.of(real, file);
    JsonObject said = real.said();
    table.add(real, outcome);
    assertThat(outcome.records()).hasSize(said.getInt("records"));
    assertThat(outcome.located()).isEqualTo(said.getInt("located"));
    assertThat(outcome.stopped()).isEqualTo(said.getBoolean("stopped", false));
    real.object("findings").forEach((code, expected) -> findings(outcome, code, expected));
    assertThat(outcome.report().byRule()).doesNotContainKeys(array(real.texts("absent")));
    assertThat(outcome.extensions()).containsAll(real.texts("extensions"));
    real.object("values")
        .forEach(
            (index, texts) ->
                values(outcome.records().get(Integer.parseInt(index)), texts.asJsonObject()));
    if (said.containsKey("same")) {
      same(real, outcome);
    }
    Oracle.of(real.path()).ifPresent(oracle -> oracle.compare(real, outcome));
  }

  /** Compares with the records of another file: positions within a distance, some fields not. */
  private static void same(RealFile real, Outcome outcome) throws IOException {
    JsonObject same = real.object("same");
    String path = same.getString("file", "derived/expected.csv");
    RealFile other =
        RealFile.all().stream().filter(one -> one.name().equals(path)).findFirst().orElseThrow();
    List<Entry> expected = Outcome.of(other, Fixtures.require(path)).records();
    Comparison comparison = Comparison.of(same);
    for (int i = 0; i < expected.size(); i++) {
      comparison.compare(outcome.records().get(i), expected.get(i));
    }
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  /** Compares with a number of findings, or with an object of their number, lines and values. */
  private static void findings(Outcome outcome, String code, JsonValue expected) {
    List<Finding> all = outcome.findings(code);
    if (expected.getValueType() == JsonValue.ValueType.NUMBER) {
      assertThat(all).as(code).hasSize(Integer.parseInt(expected.toString()));
      return;
    }
    JsonObject object = expected.asJsonObject();
    assertThat(all).as(code).hasSize(object.getInt("count", all.size())).isNotEmpty();
    if (object.containsKey("lines")) {
      assertThat(all)
          .as(code)
          .extracting(finding -> Integer.toString(finding.location().line()))
          .containsAll(object.getJsonArray("lines").stream().map(JsonValue::toString).toList());
    }
    if (object.containsKey("rows")) {
      assertThat(all.stream().map(finding -> finding.location().line()).distinct())
          .as(code)
          .hasSize(object.getInt("rows"));
    }
    if (object.containsKey("values")) {
      assertThat(all)
          .as(code)
          .extracting(Finding::value)
          .containsAll(object.getJsonArray("values").getValuesAs(JsonString::getString));
    }
    String severity = object.getString("severity", "");
    assertThat(all)
        .as(code)
        .allMatch(
            finding ->
                severity.isEmpty()
                    || finding.severity().name().toLowerCase(Locale.ROOT).equals(severity));
  }

  /**
   * Compares fields with their texts, extensions by their name behind {@code +}, translations of
   * the title.
   */
  private static void values(Entry entry, JsonObject texts) {
    for (String key : texts.keySet()) {
      assertThat(text(entry, key))
          .as(key)
          .isEqualTo(texts.isNull(key) ? null : texts.getString(key));
    }
  }

  private static @Nullable String text(Entry entry, String key) {
    if (key.startsWith("+")) {
      return entry.sheet().extensions().get(key.substring(1));
    } else if (key.startsWith("titre@")) {
      return entry.title().translations().get(key.substring(6));
    }
    return Schema.of(entry.getClass()).requireField(key).text(entry);
  }
}
