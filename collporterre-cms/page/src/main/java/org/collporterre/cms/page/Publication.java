package org.collporterre.cms.page;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.geo.Gazetteer;
import org.collporterre.lineage.Lineage;
import org.collporterre.model.Entry;
import org.collporterre.schema.Schema;
import org.collporterre.statistics.Statistics;
import org.collporterre.statistics.Survey;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * The records of a dataset that the public may see. Immutable and thread-safe; what is asked of it
 * for the first time is found out then and kept.
 */
public final class Publication {
  private final Builder made;
  private final List<Entry> entries;
  private final Map<String, Entry> byKey = new HashMap<>();
  private final Supplier<Lineage> lineage = new Once<>(this::findLineage);
  private final Supplier<Relations> relations = new Once<>(() -> new Relations(this));
  private final Supplier<Statistics> statistics = new Once<>(this::survey);

  private Publication(Builder made) {
    this.made = made;
    this.entries = List.copyOf(made.entries);
    entries.forEach(entry -> byKey.putIfAbsent(key(entry.getClass(), entry.id()), entry));
  }

  /**
   * Returns what takes the records of a publication.
   *
   * @param title what the dataset is called
   * @param today the day on which it is shown: whether a consent still holds depends on it
   */
  public static Builder titled(String title, LocalDate today) {
    return new Builder(title, today);
  }

  static String key(Class<?> type, String id) {
    return Schema.of(type).name() + "/" + id;
  }

  /** Returns what the dataset is called. */
  public String title() {
    return made.title;
  }

  /** Returns what the dataset says of itself, or null. */
  public @Nullable DatasetDescriptor descriptor() {
    return made.descriptor;
  }

  /** Returns the records, in the order in which they were added. */
  public List<Entry> entries() {
    return entries;
  }

  /** Returns the records of one type. */
  public <E extends Entry> List<E> entries(Class<E> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Returns the record of a type and identifier, or null. */
  public @Nullable Entry entry(Class<? extends Entry> type, String id) {
    return byKey.get(key(type, id));
  }

  /** Returns the record of an identifier, of the first type that has it, or null. */
  public @Nullable Entry entry(String id) {
    for (Class<? extends Entry> type : Entry.TYPES) {
      Entry entry = entry(type, id);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** Returns how many records were left out because the public may not see them. */
  public int withheld() {
    return made.withheld;
  }

  /** Returns how many records were left out because they have errors. */
  public int refused() {
    return made.refused;
  }

  /** Returns the day on which it is shown. */
  public LocalDate today() {
    return made.today;
  }

  /** Returns a clock that stands still on that day. */
  Clock clock() {
    return Clock.fixed(made.today.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
  }

  /** Returns the vocabularies in force. */
  public Vocabularies vocabularies() {
    return made.vocabularies;
  }

  /** Returns what knows territories. */
  public Gazetteer gazetteer() {
    return made.gazetteer;
  }

  Lineage lineage() {
    return lineage.get();
  }

  Relations relations() {
    return relations.get();
  }

  Statistics statistics() {
    return statistics.get();
  }

  private Lineage findLineage() {
    return Lineage.of(entries);
  }

  private Statistics survey() {
    return survey(entries);
  }

  Statistics survey(Iterable<Entry> some) {
    Survey survey = Survey.start(made.today, made.gazetteer);
    some.forEach(survey::add);
    return survey.statistics();
  }

  /** A value that is made when it is asked for the first time. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public T get() {
      T known = value;
      if (known == null) {
        // Made twice at worst, and the same.
        known = maker.get();
        value = known;
      }
      return known;
    }
  }

  /** Takes the records of a publication. Used by one thread, for one publication. */
  public static final class Builder {
    private final String title;
    private final LocalDate today;
    private final List<Entry> entries = new ArrayList<>();
    private Vocabularies vocabularies = Vocabularies.standard();
    private Gazetteer gazetteer = Gazetteer.none();
    private @Nullable DatasetDescriptor descriptor;
    private int withheld;
    private int refused;

    Builder(String title, LocalDate today) {
      this.title = title;
      this.today = today;
    }

    /** Takes the labels of codes from other vocabularies than the standard ones. */
    public Builder with(Vocabularies other) {
      vocabularies = other;
      return this;
    }

    /** Takes the names of territories from a gazetteer; without one codes are shown. */
    public Builder with(Gazetteer other) {
      gazetteer = other;
      return this;
    }

    /** Says what the dataset says of itself. */
    public Builder with(@Nullable DatasetDescriptor other) {
      descriptor = other;
      return this;
    }

    /** Adds a record; one that the public may not see is only counted. */
    public Builder add(Entry entry) {
      if (entry.id() == null || entry.title() == null || !entry.withheld(today).isEmpty()) {
        withheld++;
      } else {
        entries.add(entry);
      }
      return this;
    }

    /** Counts a record that has errors. */
    public Builder refuse() {
      refused++;
      return this;
    }

    /** Returns how many records it has. */
    int size() {
      return entries.size();
    }

    /** Returns the publication; the builder must not be used any more. */
    public Publication build() {
      return new Publication(this);
    }
  }
}
