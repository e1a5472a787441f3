package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.model.Initiative;
import org.collporterre.report.Fix;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.schema.TableTexts;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/** The header of a file, resolved once against the fields of a record type. */
final class CsvColumns {
  private final String file;

  private final TableShape shape;
  private final Schema<?> schema;
  private final Mapping mapping;
  private final MappedHeader mapped;
  private final List<CsvColumn> columns = new ArrayList<>();
  private final Map<String, Integer> cellByKey = new HashMap<>();

  /** Where translations and columns that the format does not know are, by the names they keep. */
  private final Map<String, Integer> cellByName = new HashMap<>();

  private final Set<String> extensions = new HashSet<>();
  private final List<String> extensionNames = new ArrayList<>();

  private CsvColumns(String file, TableShape shape, Mapping mapping, MappedHeader mapped) {
    this.file = file;
    this.shape = shape;
    this.schema = shape.schema();
    this.mapping = mapping;
    this.mapped = mapped;
    mapped.made().forEach(this::index);
  }

  /**
   * Resolves a header.
   *
   * @param mapping where fields come from, when it is not what their names say
   * @param names the headers in file order
   * @param findings told what is wrong with them, in that order
   */
  static CsvColumns resolve(
      String file, TableShape shape, Mapping mapping, List<String> names, HeaderFindings findings) {
    MappedHeader mapped = MappedHeader.resolve(shape.schema(), mapping, names, findings);
    CsvColumns resolved = new CsvColumns(file, shape, mapping, mapped);
    Set<String> taken = new HashSet<>(mapped.targets());
    for (int i = 0; i < names.size(); i++) {
      CsvColumn column = resolved.column(names.get(i), i, taken, findings);
      resolved.columns.add(column);
      resolved.index(column, i);
    }
    return resolved;
  }

  /** Returns the columns of a file before its header is known. */
  static CsvColumns none(String file) {
    Schema<?> any = Schema.of(Initiative.class);
    MappedHeader nothing =
        MappedHeader.resolve(
            any, Mapping.NONE, List.of(), (code, cell, of, value, right, fix) -> {});
    return new CsvColumns(file, TableShape.ofRecords(any), Mapping.NONE, nothing);
  }

  /** Receives what is wrong with a header. */
  interface HeaderFindings {
    /** Says something about the header at a place, −1 for all; expected and fix may be null. */
    void header(
        String code,
        int cell,
        String field,
        String value,
        @Nullable String expected,
        @Nullable Fix fix);
  }

  String file() {
    return file;
  }

  int size() {
    return columns.size();
  }

  CsvColumn get(int cell) {
    return columns.get(cell);
  }

  /** Returns the place of the cell that holds a field, or −1. */
  int cellOf(String key) {
    return cellByKey.getOrDefault(key, -1);
  }

  /** Returns the place of the cell that holds a field, a translation or an extension, or −1. */
  int placeOf(String name) {
    int cell = cellOf(name);
    return cell < 0 ? cellByName.getOrDefault(name, -1) : cell;
  }

  boolean has(String key) {
    return cellByKey.containsKey(key);
  }

  /** Returns the names of the columns kept as extensions, in file order. */
  List<String> extensionNames() {
    return Collections.unmodifiableList(extensionNames);
  }

  /**
   * Returns the cells in the order in which they are to be read: what identifies the row first, so
   * that every finding about it can name it; then what fields are made from; translations last,
   * when the text they belong to is known. From {@link #size()} on, it is the fields of {@link
   * #made()}, by their place there.
   */
  int[] readingOrder() {
    int id = cellOf("id");
    List<Integer> first = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    List<Integer> last = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      CsvColumn.Use use = columns.get(i).use();
      if (i == id && use == CsvColumn.Use.FIELD || use == CsvColumn.Use.LINK) {
        first.add(i);
      } else if (use == CsvColumn.Use.SOURCE) {
        sources.add(i);
      } else {
        (use == CsvColumn.Use.TRANSLATION ? last : order).add(i);
      }
    }
    List<MappedColumn> made = made();
    for (int i = 0; i < made.size(); i++) {
      boolean translation = made.get(i).column().use() == CsvColumn.Use.TRANSLATION;
      (translation ? last : sources).add(columns.size() + i);
    }
    order.addAll(0, sources);
    order.addAll(0, first);
    order.addAll(last);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the fields that are made from cells, in the order in which they are to be made. */
  List<MappedColumn> made() {
    return mapped.made();
  }

  /** Returns the texts that mean nothing, beside those that never mean anything. */
  Set<String> ignored() {
    return mapping.ignored();
  }

  /** Makes a column without header an extension, because it does hold something. */
  CsvColumn named(int cell) {
    CsvColumn column = extension("colonne_" + (cell + 1));
    columns.set(cell, column);
    return column;
  }

  private void index(CsvColumn column, int cell) {
    if (column.use() == CsvColumn.Use.LINK) {
      cellByKey.putIfAbsent(column.header(), cell);
    } else if (column.use() == CsvColumn.Use.FIELD || column.use() == CsvColumn.Use.PAIR) {
      cellByKey.putIfAbsent(Objects.requireNonNull(column.field()).key(), cell);
    }
    if (column.second() != null) {
      cellByKey.putIfAbsent(column.second().key(), cell);
    }
    if (column.use() == CsvColumn.Use.TRANSLATION || column.use() == CsvColumn.Use.EXTENSION) {
      cellByName.putIfAbsent(column.header(), cell);
    }
    if (column.use() == CsvColumn.Use.TRANSLATION) {
      String key = Objects.requireNonNull(column.field()).key();
      cellByName.putIfAbsent(key + "@" + column.language(), cell);
    }
  }

  private void index(MappedColumn made) {
    int cell = made.cells().values().stream().findFirst().orElse(-1);
    if (made.column().use() != CsvColumn.Use.TRANSLATION) {
      cellByKey.put(Objects.requireNonNull(made.column().field()).key(), cell);
    }
    if (made.column().second() != null) {
      cellByKey.put(made.column().second().key(), cell);
    }
  }

  private CsvColumn column(String name, int cell, Set<String> taken, HeaderFindings findings) {
    if (name.isEmpty()) {
      return CsvColumn.of("", CsvColumn.Use.UNNAMED);
    }
    CsvColumn said = mapped.column(cell);
    if (said != null) {
      return said;
    }
    if (TableTexts.isSecret(name)) {
      findings.header("secret-column", cell, name, name, null, null);
      return CsvColumn.of(name, CsvColumn.Use.DROPPED);
    }
    if (shape.isOfRecords() && mapping.drops(name)) {
      return CsvColumn.of(name, CsvColumn.Use.DROPPED);
    }
    if (mapping.isStrict() && shape.isOfRecords()) {
      return unknown(name, cell, findings);
    }
    String link = shape.link(name);
    if (link != null && taken.add(link)) {
      return CsvColumn.of(link, CsvColumn.Use.LINK);
    }
    Field field = schema.byHeader(name);
    if (field == null) {
      CsvColumn translation = taken.contains(name) ? null : translation(name);
      return translation != null ? translation : unknown(name, cell, findings);
    }
    if (!taken.add(field.key())) {
      findings.header("header-duplicate", cell, name, name, field.key(), null);
      return extension(name);
    }
    if (!name.equals(field.key())) {
      Fix fix = Fix.safe(name, field.key());
      findings.header("header-alias-used", cell, name, name, field.key(), fix);
    }
    return CsvColumn.of(name, field);
  }

  private CsvColumn unknown(String name, int cell, HeaderFindings findings) {
    if (!shape.isOfRecords()) {
      findings.header("child-column-dropped", cell, name, name, null, null);
      return CsvColumn.of(name, CsvColumn.Use.DROPPED);
    }
    if (extensions.contains(name) || mapped.usesEarlier(cell)) {
      findings.header("header-duplicate", cell, name, name, null, null);
    } else {
      String nearest = Nearest.of(Schema.foldHeader(name), schema.headers());
      Field meant = nearest == null ? null : schema.byHeader(nearest);
      String key = meant == null ? null : meant.key();
      findings.header(
          "header-unknown", cell, name, name, key, key == null ? null : Fix.unsafe(name, key));
    }
    return extension(name);
  }

  private @Nullable CsvColumn translation(String name) {
    int at = name.lastIndexOf('@');
    Field field = at < 1 ? null : schema.byHeader(name.substring(0, at));
    String language = name.substring(at + 1);
    if (field == null || !LanguageTag.Validator.matches(language) || !field.isLocalized()) {
      return null;
    }
    return new CsvColumn(name, CsvColumn.Use.TRANSLATION, field, null, language);
  }

  private CsvColumn extension(String name) {
    String unique = name;
    for (int n = 2; !extensions.add(unique); n++) {
      unique = name + " (" + n + ")";
    }
    extensionNames.add(unique);
    return CsvColumn.of(unique, CsvColumn.Use.EXTENSION);
  }
}
