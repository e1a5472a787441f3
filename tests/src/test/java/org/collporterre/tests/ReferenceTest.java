package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.collporterre.export.FieldReference;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference in {@code docs/reference} is what the declarations say. Run with {@code
 * -Dcollporterre.update=true} to write it anew.
 */
class ReferenceTest {
  private static final Path FOLDER = Path.of("..", "docs", "reference");

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void theReferenceIsUpToDate(String language) throws IOException {
    String document = FieldReference.markdown(Locale.forLanguageTag(language));
    Path file = FOLDER.resolve("fields." + language + ".md");
    if (Boolean.getBoolean("collporterre.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, document);
    }
    assertThat(Files.readString(file)).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyRowOfATableHasAsManyCellsAsItsHead(String language) {
    int cells = 0;
    for (String line : FieldReference.markdown(Locale.forLanguageTag(language)).split("\n", -1)) {
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
}
