package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/** What a mapping makes of the columns of a table, resolved once against its header. */
final class MappedHeader {
  private final Schema<?> schema;
  private final List<String> names;
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> folded = new HashMap<>();
  private final Map<Integer, CsvColumn> direct = new HashMap<>();
  private final Set<Integer> sources = new HashSet<>();
  private final Set<String> targets = new HashSet<>();
  private final List<MappedColumn> made = new ArrayList<>();

  private MappedHeader(Schema<?> schema, List<String> names) {
    this.schema = schema;
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      exact.putIfAbsent(names.get(i), i);
      folded.putIfAbsent(Schema.foldHeader(names.get(i)), i);
    }
  }

  /**
   * Resolves what a mapping says.
   *
   * @param names the headers in file order
   * @param findings told which sources are missing
   */
  static MappedHeader resolve(
      Schema<?> schema, Mapping mapping, List<String> names, CsvColumns.HeaderFindings findings) {
    MappedHeader header = new MappedHeader(schema, names);
    Map<Integer, Integer> uses = new HashMap<>();
    Map<MappedField, Map<String, Integer>> found = new LinkedHashMap<>();
    for (MappedField said : mapping.fields()) {
      MappedField field = said.expanded(names);
      Map<String, Integer> cells = header.cells(field.recipe());
      if (field.recipe().canBeMadeOf(cells.keySet())) {
        found.put(field, cells);
        Set.copyOf(cells.values()).forEach(cell -> uses.merge(cell, 1, Integer::sum));
      } else if (!mapping.isPreset()) {
        header.missing(field, findings);
      }
    }
    found.forEach((field, cells) -> header.take(field, cells, uses));
    return header;
  }

  private void take(MappedField field, Map<String, Integer> cells, Map<Integer, Integer> uses) {
    targets.add(field.language() == null ? field.keys().get(0) : field.target());
    if (field.isPair()) {
      targets.add(field.keys().get(1));
    }
    Set<Integer> own = new HashSet<>(cells.values());
    int first = cells.values().stream().findFirst().orElse(-1);
    if (field.recipe().isPlain() && own.size() == 1 && uses.getOrDefault(first, 0) == 1) {
      direct.put(first, column(names.get(first), field));
    } else {
      String name = first < 0 ? field.target() : names.get(first);
      sources.addAll(own);
      made.add(new MappedColumn(column(name, field), field.recipe(), cells));
    }
  }

  private CsvColumn column(String name, MappedField mapped) {
    Field field = schema.requireField(mapped.keys().get(0));
    if (mapped.isPair()) {
      Field second = schema.requireField(mapped.keys().get(1));
      return new CsvColumn(name, CsvColumn.Use.PAIR, field, second, null);
    }
    return mapped.language() == null
        ? CsvColumn.of(name, field)
        : new CsvColumn(name, CsvColumn.Use.TRANSLATION, field, null, mapped.language());
  }

  private Map<String, Integer> cells(Recipe recipe) {
    Map<String, Integer> cells = new LinkedHashMap<>();
    for (String source : recipe.sources()) {
      Integer cell = exact.get(source.strip());
      cell = cell == null ? folded.get(Schema.foldHeader(source)) : cell;
      if (cell != null) {
        cells.put(source, cell);
      }
    }
    return cells;
  }

  private void missing(MappedField field, CsvColumns.HeaderFindings findings) {
    String wanted = String.join(", ", field.recipe().sources());
    String near = null;
    for (String source : field.recipe().sources()) {
      near = near == null && !exact.containsKey(source) ? Nearest.of(source, names) : near;
    }
    findings.header("mapping-source-missing", -1, field.target(), wanted, near, null);
  }

  /** Returns what a cell is by the mapping alone, or null when it says nothing of it. */
  @Nullable CsvColumn column(int cell) {
    CsvColumn column = direct.get(cell);
    return column == null && sources.contains(cell)
        ? CsvColumn.of(names.get(cell), CsvColumn.Use.SOURCE)
        : column;
  }

  /** Tells whether the mapping uses an earlier cell under the same name. */
  boolean usesEarlier(int cell) {
    Integer first = exact.get(names.get(cell));
    return first != null && first < cell && column(first) != null;
  }

  /** Returns the keys, and translations, that the mapping gives in this table. */
  Set<String> targets() {
    return targets;
  }

  /** Returns the fields that are made from cells, the identifier first, translations last. */
  List<MappedColumn> made() {
    return made.stream().sorted(Comparator.comparingInt(MappedHeader::rank)).toList();
  }

  private static int rank(MappedColumn made) {
    if (made.column().use() == CsvColumn.Use.TRANSLATION) {
      return 2;
    }
    Field field = made.column().field();
    return field != null && field.key().equals("id") ? 0 : 1;
  }
}
