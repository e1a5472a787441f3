package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;
import org.collporterre.export.FieldReference;
import org.collporterre.export.RuleReference;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference in {@code docs/reference} is what the declarations say. Run with {@code
 * -Dcollporterre.update=true} to write it anew.
 */
class ReferenceTest {
  private static final Path FOLDER = Path.of("..", "docs", "reference");

  static Stream<Arguments> documents() {
    return Stream.of(Locale.FRENCH, Locale.ENGLISH)
        .flatMap(
            locale ->
                Stream.of(
                    Arguments.of("fields." + locale + ".md", FieldReference.markdown(locale)),
                    Arguments.of("rules." + locale + ".md", RuleReference.markdown(locale)),
                    Arguments.of(
                        "completeness." + locale + ".md", RuleReference.completeness(locale))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void theReferenceIsUpToDate(String name, String document) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("collporterre.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, document);
    }
    assertThat(Files.readString(file)).isEqualTo(document);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void everyRowOfATableHasAsManyCellsAsItsHead(String name, String document) {
    int cells = 0;
    for (String line : document.split("\n", -1)) {
      int found = line.startsWith("|") ? line.replace("\\|", "").split("\\|", -1).length : 0;
      assertThat(found == 0 || cells == 0 || found == cells).as(line).isTrue();
      cells = found;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyFieldOfTheRecordTypesIsThere(String language) {
    String document = FieldReference.markdown(Locale.forLanguageTag(language));
    for (Class<? extends Entry> type : Entry.TYPES) {
      for (Field field : Schema.of(type).fields()) {
        assertThat(document).contains("| `" + field.key() + "`<br>");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyRuleIsInATableThatLeadsToItsText(String language) {
    String document = RuleReference.markdown(Locale.forLanguageTag(language));
    for (Rule rule : BuiltInRules.all()) {
      assertThat(document)
          .contains("\n| [`" + rule.code() + "`](#" + rule.code() + ") | ")
          .contains("\n### " + rule.code() + "\n\n**");
    }
    assertThat(document).contains("`months` 24 (");
  }
}
