package org.collporterre.export;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.Field;
import org.collporterre.schema.TableTexts;
import org.collporterre.schema.ValueType;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Reads a text as an importer would, to know whether it gives back the value it was made from. */
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

  /**
   * Tells whether a value, or each of a list, comes back from JSON, where texts are taken exactly.
   * Only texts and codes may not: half surrogates, texts not in NFC, and codes that are nearly one
   * of the vocabulary's.
   */
  boolean givesBackFromJson(Field field, Object value) {
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

  private boolean isExact(Field field, String text) {
    boolean listed = field.codeList() != null;
    return !text.isEmpty()
        && (!listed && isSimple(text, field.type().kind() == ValueType.Kind.TEXT)
            || isWellFormed(text) && text.equals(String.valueOf(field.type().read(text, this))));
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

  private boolean single(Field field, Object item, String text) {
    return text.indexOf('|') < 0
        && TableTexts.separatedCodes(field, text, STANDARD) == null
        && item.equals(field.type().read(text, this));
  }

  /** The format has no escape for the bar between items, and items are not repeated. */
  private boolean several(Field field, List<?> items) {
    Set<Object> seen = new HashSet<>();
    for (Object item : items) {
      if (!isItem(field, item, field.type().write(item)) || !seen.add(item)) {
        return false;
      }
    }
    return true;
  }

  private boolean isItem(Field field, Object item, String text) {
    return !text.isEmpty()
        && text.indexOf('|') < 0
        && text.strip().equals(text)
        && item.equals(field.type().read(text, this));
  }

  /** Tells whether an item comes back from a cell in which there are others. */
  boolean givesBackAmong(Field field, Object item, String text) {
    return isItem(field, item, text) && isWritable(text);
  }

  @Override
  public boolean repaired(String code, String plain) {
    // The value tells.
    return true;
  }

  @Override
  public boolean repairs() {
    return false;
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
