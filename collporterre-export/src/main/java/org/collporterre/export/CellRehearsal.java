package org.collporterre.export;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.Field;
import org.collporterre.schema.TableTexts;
import org.collporterre.schema.ValueType;
import org.collporterre.schema.ValueType.Notes;
import org.collporterre.vocabulary.Vocabularies;

/** Reads a text as an importer would, to know whether it gives back the value it was made from. */
final class CellRehearsal {

  private CellRehearsal() {}

  /**
   * Tells whether the cell gives back the value.
   *
   * @param value the value, of a list field a list
   * @param text what {@link Field#write} made of it
   */
  static boolean givesBack(Field field, Object value, String text) {
    if (!(value instanceof List<?> items) || !field.isList()) {
      return text(field, text) && value.equals(field.type().read(text, Notes.silent()));
    }
    if (items.isEmpty()) {
      return true;
    }
    return text(field, text)
        && (items.size() == 1 ? single(field, items.get(0), text) : several(field, items));
  }

  /**
   * Tells whether a value, or each of a list, comes back from JSON, where texts are taken exactly.
   * Only texts and codes may not: half surrogates, texts not in NFC, and codes that are nearly one
   * of the vocabulary's.
   */
  static boolean givesBackFromJson(Field field, Object value) {
    if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        if (!givesBackFromJson(field, items.get(i))) {
          return false;
        }
      }
      return true;
    } else if (value instanceof LocalizedText text) {
      return isExact(field, text.text()) && (text.translations().isEmpty() || areWellFormed(text));
    }
    return !(value instanceof String text) || isExact(field, text);
  }

  private static boolean areWellFormed(LocalizedText text) {
    return text.translations().values().stream().allMatch(CellRehearsal::isWellFormed);
  }

  private static boolean isExact(Field field, String text) {
    boolean listed = field.codeList() != null;
    return !text.isEmpty()
        && (!listed && isSimple(text, field.type().kind() == ValueType.Kind.TEXT)
            || isWellFormed(text)
                && text.equals(String.valueOf(field.type().read(text, Notes.silent()))));
  }

  /**
   * Tells whether all characters are in NFC whatever they stand beside.
   *
   * @param free whether the text is free, so that general punctuation means nothing else
   */
  static boolean isSimple(String text, boolean free) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x300 && !(free && Utf8.isSimple(c))) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a text has no half of a surrogate pair, which is no character. */
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return false;
        }
        i++;
      }
    }
    return true;
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
    return text.indexOf(0) < 0 && isWellFormed(text);
  }

  private static boolean text(Field field, String text) {
    return isKept(text)
        && (field.type().kind() == ValueType.Kind.TEXT || !TableTexts.isSentinel(field, text));
  }

  private static boolean fits(String text) {
    return text.length() < TableTexts.LONGEST_CELL / 4
        || text.replace("\"", "\"\"").getBytes(StandardCharsets.UTF_8).length
            <= TableTexts.LONGEST_CELL;
  }

  private static boolean single(Field field, Object item, String text) {
    return text.indexOf('|') < 0
        && TableTexts.separatedCodes(field, text, Vocabularies.standard()) == null
        && item.equals(field.type().read(text, Notes.silent()));
  }

  /** The format has no escape for the bar between items, and items are not repeated. */
  private static boolean several(Field field, List<?> items) {
    Set<Object> seen = new HashSet<>();
    for (Object item : items) {
      if (!isItem(field, item, field.type().write(item)) || !seen.add(item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isItem(Field field, Object item, String text) {
    return !text.isEmpty()
        && text.indexOf('|') < 0
        && text.strip().equals(text)
        && item.equals(field.type().read(text, Notes.silent()));
  }

  /** Tells whether an item comes back from a cell in which there are others. */
  static boolean givesBackAmong(Field field, Object item, String text) {
    return isItem(field, item, text) && isWritable(text);
  }
}
