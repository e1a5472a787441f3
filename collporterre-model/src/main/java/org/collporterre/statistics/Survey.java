package org.collporterre.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Sheet;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of a dataset as they come. Memory does not grow with their number. Not
 * thread-safe.
 */
public final class Survey {
  /** The counts of one record type. */
  private static final class OfType {
    private final Schema<?> schema;
    private final int[] filled;
    private final Map<Integer, CodeCounter> codes = new LinkedHashMap<>();
    private int records;

    OfType(Schema<?> schema) {
      this.schema = schema;
      this.filled = new int[schema.fields().size()];
      for (Field field : schema.fields()) {
        String vocabulary = field.codeList();
        if (vocabulary != null) {
          codes.put(field.index(), new CodeCounter(vocabulary, field));
        }
      }
    }

    void add(Entry entry) {
      records++;
      for (Field field : schema.fields()) {
        Object value = field.from(entry);
        if (isSomething(value)) {
          filled[field.index()]++;
        }
        CodeCounter counter = codes.get(field.index());
        if (counter != null) {
          counter.add(value);
        }
      }
    }

    private static boolean isSomething(@Nullable Object value) {
      return value != null && !(value instanceof List<?> list && list.isEmpty());
    }
  }

  private final LocalDate today;
  private final LocalDate fresh;
  private final TerritoryCounter territories;
  private final Map<Class<? extends Entry>, OfType> types = new LinkedHashMap<>();
  private int located;
  private int recent;
  private int undated;
  private int documented;

  private Survey(LocalDate today, Gazetteer gazetteer) {
    this.today = today;
    this.fresh = today.minusMonths(Statistics.MONTHS);
    this.territories = new TerritoryCounter(gazetteer);
    Entry.TYPES.forEach(type -> types.put(type, new OfType(Schema.of(type))));
  }

  /**
   * Begins to count.
   *
   * @param today the day from which freshness is counted
   * @param gazetteer says in which department and region a municipality is
   */
  public static Survey start(LocalDate today, Gazetteer gazetteer) {
    return new Survey(today, gazetteer);
  }

  /** Counts a record. */
  public void add(Entry entry) {
    OfType type = types.get(entry.getClass());
    if (type == null) {
      throw new IllegalArgumentException(entry.getClass().getName());
    }
    type.add(entry);
    date(entry.sheet());
    if (entry instanceof Initiative initiative) {
      located += initiative.isLocated() ? 1 : 0;
      territories.add(initiative);
    } else if (entry instanceof Methodology methodology && !methodology.steps().isEmpty()) {
      documented++;
    }
  }

  private void date(Sheet sheet) {
    LocalDate last = sheet.verifiedOn() == null ? sheet.modifiedOn() : sheet.verifiedOn();
    if (last == null) {
      undated++;
    } else if (!last.isBefore(fresh)) {
      recent++;
    }
  }

  /** Returns the counts so far. */
  public Statistics statistics() {
    Map<String, Integer> records = new LinkedHashMap<>();
    List<Tally> tallies = new ArrayList<>();
    List<FieldCoverage> fields = new ArrayList<>();
    int all = 0;
    for (OfType type : types.values()) {
      String name = type.schema.name();
      if (type.records == 0) {
        continue;
      }
      all += type.records;
      records.put(name, type.records);
      for (Field field : type.schema.fields()) {
        Share share = new Share(type.filled[field.index()], type.records);
        fields.add(new FieldCoverage(name, field.key(), share));
      }
      type.codes.values().forEach(counter -> tallies.add(counter.tally(name)));
    }
    return new Statistics(
        today,
        records,
        new Share(located, count(Initiative.class)),
        new Share(recent, all),
        undated,
        new Share(documented, count(Methodology.class)),
        tallies,
        territories.departments(),
        territories.regions(),
        territories.countries(),
        territories.placeless(),
        fields);
  }

  private int count(Class<? extends Entry> type) {
    OfType counted = types.get(type);
    return counted == null ? 0 : counted.records;
  }
}
