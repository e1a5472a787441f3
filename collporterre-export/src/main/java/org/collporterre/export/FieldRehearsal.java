package org.collporterre.export;

import java.time.LocalDate;
import java.util.List;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.Field;
import org.collporterre.schema.TableTexts;
import org.collporterre.schema.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the cells of one field whether they give back their values. What is plainly so is told
 * from the text, what has few values is remembered, and the rest is read. Used by one thread.
 */
final class FieldRehearsal {
  private static final int PLACES = 256;
  private static final int LONGEST = 64;

  /** A value that was read, and whether it came back as a cell of its own and as one of several. */
  private record Read(Object value, boolean alone, boolean among) {}

  private final Field field;
  private final boolean text;
  private final boolean few;
  private final @Nullable Read[] places;

  FieldRehearsal(Field field) {
    Class<?> type = field.valueClass();
    boolean free = field.type().kind() == ValueType.Kind.TEXT && field.codeList() == null;
    this.field = field;
    this.text = free && !field.isList();
    this.few = type.isEnum() || type == Boolean.class || type == String.class && !free;
    this.places = new @Nullable Read[few ? PLACES : 0];
  }

  /**
   * Tells whether a cell gives back its value.
   *
   * @param value of a list field a list
   * @param cell what {@link Field#write} made of it
   * @param simple whether all characters are {@linkplain Utf8#isSimple simple}, and none is NUL
   */
  boolean givesBack(Object value, String cell, boolean simple) {
    if (text) {
      return simple && isPlain(value, cell) || CellRehearsal.givesBack(field, value, cell);
    } else if (few) {
      return field.isList() ? list((List<?>) value, cell) : read(value).alone();
    } else if (value instanceof LocalDate day && day.getYear() > 0 && day.getYear() <= 9999) {
      return true;
    }
    return CellRehearsal.givesBack(field, value, cell);
  }

  /** Tells the same of a cell that nobody has looked at yet. */
  boolean givesBack(Object value, String cell) {
    return givesBack(
        value, cell, text && cell.indexOf(0) < 0 && CellRehearsal.isSimple(cell, true));
  }

  /** Tells whether a text is plainly no blanks, no number and no more than a text. */
  private boolean isPlain(Object value, String cell) {
    int last = cell.length() - 1;
    return last >= 0
        && last < TableTexts.LONGEST_CELL / 4 - 1
        && !TableTexts.isBlank(cell.charAt(0))
        && !TableTexts.isBlank(cell.charAt(last))
        && (field.isProse() || Character.isLetter(cell.charAt(0)) || isDigits(cell))
        && !(value instanceof LocalizedText localized && !localized.translations().isEmpty());
  }

  private static boolean isDigits(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private boolean list(List<?> items, String cell) {
    if (items.size() == 1) {
      return read(items.get(0)).alone();
    }
    if (items.size() > LONGEST || cell.length() >= TableTexts.LONGEST_CELL / 4) {
      return CellRehearsal.givesBack(field, items, cell);
    }
    for (int i = 0; i < items.size(); i++) {
      if (!read(items.get(i)).among() || items.indexOf(items.get(i)) < i) {
        return false;
      }
    }
    return true;
  }

  private Read read(Object value) {
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 8) & PLACES - 1;
    Read known = places[place];
    if (known == null || !known.value.equals(value)) {
      known = made(value);
      if (value.toString().length() <= LONGEST) {
        places[place] = known;
      }
    }
    return known;
  }

  private Read made(Object value) {
    String cell = field.type().write(value);
    Object whole = field.isList() ? List.of(value) : value;
    boolean alone = CellRehearsal.givesBack(field, whole, cell);
    return new Read(value, alone, CellRehearsal.givesBackAmong(field, value, cell));
  }
}
