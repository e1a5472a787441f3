package org.collporterre.imports.documents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.Methodology;
import org.collporterre.schema.Schema;
import org.collporterre.schema.ValueType;
import org.jspecify.annotations.Nullable;

/** A line that only says how long something takes: «Durée : 2 h». */
final class StatedDuration {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:durée|duration|temps)(?: (?:totale|estimée|nécessaire|moyenne))?\\s*:\\s*(.+?)\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LONGEST = 60;

  private StatedDuration() {}

  /**
   * Returns the duration a line says, as far as cells of tables are understood too; or null: it
   * then stays in the text, so nothing has to be said of it.
   */
  static @Nullable IsoDuration of(Block block) {
    Matcher line = LINE.matcher(block.text().strip());
    if (block.text().length() > LONGEST || !line.matches()) {
      return null;
    }
    return (IsoDuration)
        Schema.of(Methodology.class)
            .requireField("duree")
            .type()
            .read(line.group(1).strip(), ValueType.Notes.silent());
  }
}
