package org.collporterre.export;

import java.time.Clock;
import java.time.LocalDate;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.files.WholeFile;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.vocabulary.Vocabularies;

/**
 * Writes JSON-LD 1.1 in terms of schema.org: one graph, one record per line. An initiative is two
 * nodes, the project and the sheet about it; a portrait and a methodology are one each. What
 * schema.org has no term for is in the namespace {@code https://collporterre.org/ns#}. Records that
 * must not be public, confidential fields and persons named as actors are never written. Immutable
 * and thread-safe.
 *
 * <p>Unless changed: addresses begin with {@value #DEFAULT_BASE_URI}, vocabularies are the standard
 * ones, and the day is today by the system's clock in UTC.
 *
 * @see <a href="https://schema.org/docs/full.html">schema.org</a>
 */
public final class JsonLdExporter extends Exporter {
  /** What the addresses of records and vocabularies begin with unless told otherwise. */
  public static final String DEFAULT_BASE_URI = FormatBlock.BASE_URI;

  private final String base;
  private final Vocabularies vocabularies;
  private final Clock clock;

  private JsonLdExporter(String base, Vocabularies vocabularies, Clock clock) {
    this.base = base;
    this.vocabularies = vocabularies;
    this.clock = clock;
  }

  /** Returns an exporter with the defaults. */
  public static JsonLdExporter create() {
    return new JsonLdExporter(DEFAULT_BASE_URI, Vocabularies.standard(), Clock.systemUTC());
  }

  /**
   * Returns this exporter with another beginning of addresses, that of the dataset.
   *
   * @throws IllegalArgumentException when it is not an {@code https} address without query and
   *     fragment that ends with a slash
   */
  public JsonLdExporter withBaseUri(String uri) {
    if (!FormatBlock.isBaseUri(uri)) {
      throw new IllegalArgumentException("not https://…/: " + uri);
    }
    return new JsonLdExporter(uri, vocabularies, clock);
  }

  /** Returns this exporter taking the labels of codes from other vocabularies. */
  public JsonLdExporter withVocabularies(Vocabularies other) {
    return new JsonLdExporter(base, other, clock);
  }

  /** Returns this exporter with another clock; whether a consent still holds depends on it. */
  public JsonLdExporter withClock(Clock other) {
    return new JsonLdExporter(base, vocabularies, other);
  }

  @Override
  protected <E extends Entry> EntryWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink sink) {
    RecordFormat<E> format = new JsonLdFormat<>(base, vocabularies, LocalDate.now(clock));
    return new RecordFile<>(target, format, new Losses(name), sink);
  }
}
