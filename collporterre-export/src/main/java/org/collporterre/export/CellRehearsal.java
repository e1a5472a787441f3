package org.collporterre.export;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.schema.Field;
import org.collporterre.schema.TableTexts;
import org.collporterre.schema.ValueType;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Reads a cell as an importer would, to know whether it gives back the value it was made from. */
final class CellRehearsal implements ValueType.Notes {
  private static final Vocabularies STANDARD = Vocabularies.standard();

  /**
   * Tells whether the cell gives back the value.
   *
   * @param value the value, of a list field a list
   * @param text what {@link Field#write} made of it
   */
  boolean givesBack(Field field, Object value, String text) {
    if (!(value instanceof List<?> items) || !field.isList()) {
      return text(field, text) && value.equals(field.type().read(text, this));
    }
    if (items.isEmpty()) {
      return true;
    }
    return text(field, text)
        && (items.size() == 1 ? single(field, items.get(0), text) : several(field, items));
  }

  /** Tells whether a text without a field comes back from a cell. */
  static boolean isKept(String text) {
    int last = text.length() - 1;
    return last >= 0
        && !TableTexts.isBlank(text.charAt(0))
        && !TableTexts.isBlank(text.charAt(last))
        && fits(text)
        && isWritable(text);
  }

  /** Tells whether a text is made of characters that a text file in UTF-8 can hold. */
  static boolean isWritable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return false;
        }
        i++;
      } else if (c == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean text(Field field, String text) {
    return isKept(text)
        && (field.type().kind() == ValueType.Kind.TEXT || !TableTexts.isSentinel(text));
  }

  private static boolean fits(String text) {
    return text.length() < TableTexts.LONGEST_CELL / 4
        || text.replace("\"", "\"\"").getBytes(StandardCharsets.UTF_8).length
            <= TableTexts.LONGEST_CELL;
  }

  private boolean single(Field field, Object item, String text) {
    return text.indexOf('|') < 0
        && TableTexts.separatedCodes(field, text, STANDARD) == null
        && item.equals(field.type().read(text, this));
  }

  /** The format has no escape for the bar between items, and items are not repeated. */
  private boolean several(Field field, List<?> items) {
    Set<Object> seen = new HashSet<>();
    for (Object item : items) {
      String text = field.type().write(item);
      if (text.isEmpty()
          || text.indexOf('|') >= 0
          || !text.strip().equals(text)
          || !item.equals(field.type().read(text, this))
          || !seen.add(item)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void repaired(String code, String plain) {
    // The value tells.
  }

  @Override
  public void noticed(String code, @Nullable String expected) {
    // The value tells.
  }

  @Override
  public void refused(String code, @Nullable String expected, @Nullable String suggestion) {
    // The value tells.
  }

  @Override
  public Vocabularies vocabularies() {
    return STANDARD;
  }
}
