package org.collporterre.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.report.Fix;
import org.collporterre.schema.Decimals;
import org.collporterre.schema.Field;
import org.collporterre.schema.PositionText;
import org.collporterre.schema.TableTexts;
import org.collporterre.schema.ValueType;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Turns the text of a cell into the value of its field, and says what it had to do for that. */
final class CellReader implements ValueType.Notes {
  /** Receives what there is to say about a cell. */
  interface CellFindings {
    /** Says something about the cell being read. */
    void cell(String code, Field field, String value, @Nullable String expected, @Nullable Fix fix);
  }

  private final ImportSettings settings;
  private final CellFindings findings;
  private Field field;
  private String text = "";
  private List<String> items = List.of();
  private int item = -1;
  private int notes;
  private boolean declined;
  private boolean exact;

  CellReader(ImportSettings settings, CellFindings findings, Field any) {
    this.settings = settings;
    this.findings = findings;
    this.field = any;
  }

  /** Returns how many notes have been made; a value read without one may be remembered. */
  int notes() {
    return notes;
  }

  /**
   * Reads a cell.
   *
   * @param cell the text without blanks around, not empty
   * @return the value, of a list field a list; null when there is none
   */
  @Nullable Object read(Field target, String cell) {
    field = target;
    text = cell;
    item = -1;
    exact = false;
    ValueType.Kind kind = target.type().kind();
    if (TableTexts.isSentinel(target, cell) && settings.allows("sentinel-value")) {
      say("sentinel-value", cell, null, null);
      if (kind != ValueType.Kind.TEXT) {
        return null;
      }
    }
    if (kind != ValueType.Kind.TEXT && cell.indexOf('\n') >= 0) {
      say("line-break-in-cell", cell, null, null);
    }
    return target.isList() ? list(cell) : value(cell);
  }

  /**
   * Reads one value as it was written by a program: no sentinel, no list in it.
   *
   * @param one the text, not empty
   */
  @Nullable Object readOne(Field target, String one) {
    field = target;
    text = one;
    item = -1;
    exact = true;
    // Any text is a code of an open vocabulary, also one that reads like another's label.
    return target.isOpen() ? one : value(one);
  }

  /**
   * Reads a text that holds a latitude and a longitude; null when there is none, which is then
   * said.
   *
   * @param first the field of the two that the text has first
   */
  PositionText.@Nullable Read position(Field first, String cell) {
    field = first;
    text = cell;
    item = -1;
    PositionText position = PositionText.of(cell, first.key().equals("longitude"));
    if (position instanceof PositionText.Read read) {
      return read.isPlain() || isPositionTaken(read) ? read : null;
    } else if (position instanceof PositionText.Malformed malformed
        && !TableTexts.isSentinel(first, cell)) {
      say("position-malformed", cell, malformed.expected(), null);
    } else {
      say("sentinel-value", cell, null, null);
    }
    return null;
  }

  private boolean isPositionTaken(PositionText.Read read) {
    String code = "position-normalised";
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("latitude", Decimals.write(read.latitude()));
    cells.put("longitude", Decimals.write(read.longitude()));
    boolean allowed = settings.allows(code);
    say(allowed ? code : "normalisation-refused", text, read.plain(), new Fix(true, cells));
    return allowed;
  }

  /** Reads one value; free text whose normalization is refused is kept as it is by its type. */
  private @Nullable Object value(String one) {
    declined = false;
    Object value = field.type().read(one, this);
    return declined && field.type().kind() != ValueType.Kind.TEXT ? null : value;
  }

  private @Nullable Object list(String cell) {
    if (cell.indexOf('|') >= 0) {
      items = TableTexts.split(cell, '|');
    } else {
      List<String> codes =
          settings.allows("list-item-invalid")
              ? TableTexts.separatedCodes(field, cell, vocabularies())
              : null;
      if (codes == null) {
        Object value = value(cell);
        return value == null ? null : List.of(value);
      }
      items = codes;
      say("list-item-invalid", cell, "|", Fix.safe(field.key(), String.join("|", codes)));
    }
    Set<Object> values = new LinkedHashSet<>();
    for (item = 0; item < items.size(); item++) {
      String one = items.get(item);
      if (one.isEmpty()) {
        say("list-item-invalid", cell, null, Fix.safe(field.key(), joined(null)));
        continue;
      }
      Object value = value(one);
      if (value != null && !values.add(value)) {
        List<String> others = new ArrayList<>(items);
        others.remove(item);
        say("list-duplicate-item", one, null, Fix.safe(field.key(), String.join("|", others)));
      }
    }
    item = -1;
    return values.isEmpty() ? null : List.copyOf(values);
  }

  @Override
  public boolean repaired(String code, String plain) {
    boolean allowed = settings.allows(code);
    declined |= !allowed;
    say(
        allowed ? code : "normalisation-refused",
        found(),
        plain,
        Fix.safe(field.key(), item < 0 ? plain : joined(plain)));
    return allowed;
  }

  @Override
  public boolean isExact() {
    return exact;
  }

  @Override
  public boolean repairs() {
    return settings.repairs();
  }

  @Override
  public void noticed(String code, @Nullable String expected) {
    say(code, found(), expected, null);
  }

  @Override
  public void refused(String code, @Nullable String expected, @Nullable String suggestion) {
    Fix fix =
        suggestion == null
            ? null
            : Fix.unsafe(field.key(), item < 0 ? suggestion : joined(suggestion));
    say(code, found(), expected, fix);
  }

  @Override
  public Vocabularies vocabularies() {
    return settings.vocabularies();
  }

  private String found() {
    return item < 0 ? text : items.get(item);
  }

  /** Returns the cell with the current item replaced, or without it. */
  private String joined(@Nullable String replacement) {
    List<String> parts = new ArrayList<>(items);
    if (replacement == null) {
      parts.removeIf(String::isEmpty);
    } else {
      parts.set(item, replacement);
    }
    return String.join("|", parts);
  }

  private void say(String code, String value, @Nullable String expected, @Nullable Fix fix) {
    notes++;
    findings.cell(code, field, value, expected, fix);
  }
}
