package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.model.Entry;
import org.collporterre.model.Step;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the tables that belong to records, kept in memory by record: about 200 bytes a row
 * beside its texts, at most {@value #MAX_ROWS} rows.
 */
final class ChildRows {
  /** The greatest number of rows of all tables together. */
  static final int MAX_ROWS = 5_000_000;

  private static final String POSITION = "position";
  private static final int NO_STEP = 0;

  /** One row; the rank is the greatest number there is when the row has none. */
  private record Row(Object value, int rank, int step, Location place) {}

  private final ImportSettings settings;
  private final FindingSink sink;
  private final Findings findings;
  private final Map<String, Map<String, List<Row>>> tables = new TreeMap<>();
  private int size;
  private boolean stopped;

  ChildRows(ImportSettings settings, FindingSink sink) {
    this.settings = settings;
    this.sink = sink;
    this.findings = Findings.of(sink, settings, null);
  }

  /** Tells whether a table could not be read to its end. */
  boolean stopped() {
    return stopped;
  }

  /** Reads all rows of a table. */
  void read(PackageTables from, ChildTable table, @Nullable Fingerprint fingerprint)
      throws IOException {
    ImportSettings own = settings.forSchema(table.schema());
    try (PackageTables.OpenTable open = from.open(table.name(), TableShape.of(table), own, sink)) {
      CsvColumns columns = open.head().columns();
      if (columns == null) {
        stopped = true;
        return;
      }
      RowBinder row = new RowBinder(table.schema(), own, open.head(), columns, findings);
      row.digest(fingerprint, table.name());
      while (row.next()) {
        add(table, row);
        if (++size > MAX_ROWS) {
          row.rowFinding(
              "table-too-long", row.origin().record(), null, null, Integer.toString(MAX_ROWS));
          stopped = true;
          return;
        }
      }
      stopped |= row.stopped();
    }
  }

  private void add(ChildTable table, RowBinder row) {
    String type = row.link("type");
    String id = row.link("id");
    if (table.links().contains("methodologie")) {
      type = "methodologie";
      id = row.link("methodologie");
    }
    Field position = table.schema().field(POSITION);
    int rank =
        position == null
            ? number(row, "rang")
            : Objects.requireNonNullElse(
                (Integer) row.values()[position.index()], Integer.MAX_VALUE);
    int step = row.link("etape") == null ? NO_STEP : number(row, "etape");
    Object value = Objects.requireNonNull(table.schema().create(row.values(), Map.of()));
    tables
        .computeIfAbsent(table.name(), name -> new HashMap<>())
        .computeIfAbsent(key(type, id), key -> new ArrayList<>(2))
        .add(new Row(value, rank, step, row.origin().record()));
  }

  private static String key(@Nullable String type, @Nullable String id) {
    return (type == null ? "" : type) + " " + (id == null ? "" : id);
  }

  private int number(RowBinder row, String link) {
    String text = row.link(link);
    if (text == null) {
      return Integer.MAX_VALUE;
    }
    if (text.matches("[1-9][0-9]{0,8}")) {
      return Integer.parseInt(text);
    }
    row.rowFinding("number-invalid", row.origin().field(link), link, text, "1, 2, 3…");
    return Integer.MAX_VALUE;
  }

  /**
   * Returns the child rows of a record, by {@link ChildTable#index()}; null where its own columns
   * hold all. The rows are then no orphans.
   *
   * @param base the record made of its own columns only
   */
  <E extends Entry> @Nullable List<?> @Nullable [] take(Schema<E> schema, E base, RowOrigin from) {
    String key = key(schema.name(), base.id());
    @Nullable List<?> @Nullable [] lists = null;
    List<Row> pictures = List.of();
    for (ChildTable table : schema.childTables()) {
      Map<String, List<Row>> byRecord = tables.get(table.name());
      List<Row> rows = byRecord == null ? null : byRecord.remove(key);
      if (rows == null) {
        continue;
      }
      List<Row> sorted = sorted(rows, table, base);
      if (table.links().contains("etape")) {
        pictures = sorted.stream().filter(row -> row.step() != NO_STEP).toList();
        sorted = sorted.stream().filter(row -> row.step() == NO_STEP).toList();
      }
      if (!sorted.isEmpty()) {
        lists = lists == null ? new @Nullable List<?>[schema.childTables().size()] : lists;
        lists[table.index()] = whole(table, base, sorted, from);
      }
    }
    return pictures.isEmpty() ? lists : illustrated(schema, lists, pictures, base);
  }

  private List<Row> sorted(List<Row> rows, ChildTable table, Entry of) {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingInt(Row::step).thenComparingInt(Row::rank));
    if (!sorted.equals(rows) && rows.stream().noneMatch(row -> row.step() != NO_STEP)) {
      findings.report(
          "child-rows-reordered", rows.get(0).place(), of.id(), table.name(), null, null, null);
    }
    return sorted;
  }

  /** The first place may be in the record's own columns only; other lists are replaced. */
  private List<?> whole(ChildTable table, Entry base, List<Row> sorted, RowOrigin from) {
    List<?> own = table.from(base);
    List<Object> rows = new ArrayList<>();
    boolean hasFirst = sorted.get(0).rank() == 1 || sorted.get(0).rank() == Integer.MAX_VALUE;
    if (table.isInline() && !own.isEmpty() && !hasFirst) {
      rows.add(own.get(0));
    }
    sorted.forEach(row -> rows.add(row.value()));
    if (table.isInline()) {
      if (hasFirst && !own.isEmpty()) {
        firstDiffers(table, own.get(0), rows.get(0), base, from);
      }
      return rows;
    }
    Field field = table.field();
    if (field != null && !own.isEmpty()) {
      String compact = table.compact(own);
      String detailed = table.compact(rows);
      if (!compact.equals(detailed)) {
        differs(field.key(), from.field(field.key()), base, compact, detailed);
      }
    }
    return rows;
  }

  /** Names the first column of the record that says something else than the first row. */
  private void firstDiffers(ChildTable table, Object own, Object row, Entry of, RowOrigin from) {
    for (Field field : table.schema().fields()) {
      String value = field.text(own);
      String expected = field.text(row);
      if (!value.equals(expected)) {
        differs(field.key(), from.field(field.key()), of, value, expected);
        return;
      }
    }
  }

  private void differs(
      String field, Location place, Entry of, @Nullable String value, @Nullable String expected) {
    findings.report("child-table-differs", place, of.id(), field, value, expected, null);
  }

  /** Gives the steps of a methodology their pictures. */
  private <E extends Entry> @Nullable List<?> @Nullable [] illustrated(
      Schema<E> schema, @Nullable List<?> @Nullable [] lists, List<Row> pictures, E base) {
    ChildTable steps =
        schema.childTables().stream()
            .filter(table -> table.type() == Step.class)
            .findFirst()
            .orElse(null);
    List<?> found = lists == null || steps == null ? null : lists[steps.index()];
    Map<Integer, List<Object>> byStep = new TreeMap<>();
    for (Row picture : pictures) {
      if (found == null || picture.step() > found.size()) {
        orphan(schema.name(), picture, base.id() + " / " + picture.step());
      } else {
        byStep.computeIfAbsent(picture.step(), step -> new ArrayList<>()).add(picture.value());
      }
    }
    if (found == null || lists == null || steps == null) {
      return lists;
    }
    List<Object> whole = new ArrayList<>(found);
    Schema<Step> schemaOfSteps = Schema.of(Step.class);
    byStep.forEach(
        (place, media) -> {
          @Nullable List<?>[] inside = {media};
          @Nullable Object[] values = schemaOfSteps.values((Step) whole.get(place - 1));
          whole.set(place - 1, schemaOfSteps.create(values, inside, Map.of()));
        });
    lists[steps.index()] = whole;
    return lists;
  }

  /** Reports the rows that no record has taken. */
  void reportOrphans() {
    tables.forEach(
        (table, byRecord) -> {
          List<Row> left = new ArrayList<>();
          Map<Row, String> ids = new HashMap<>();
          byRecord.forEach(
              (key, rows) -> {
                left.addAll(rows);
                rows.forEach(row -> ids.put(row, key));
              });
          left.sort(Comparator.comparing(Row::place));
          left.forEach(row -> orphan("", row, Objects.requireNonNull(ids.get(row)).strip()));
        });
  }

  private void orphan(String type, Row row, String of) {
    Findings.of(sink, settings, type)
        .report("child-row-orphan", row.place(), null, "id", of, null, null);
  }
}
