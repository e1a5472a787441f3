package org.collporterre.export;

import java.time.Clock;
import java.time.LocalDate;
import org.collporterre.files.WholeFile;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;

/**
 * Writes GeoJSON (RFC 7946): one feature per initiative, with a point, several points, or no
 * geometry at all. Positions keep the decimals they have. Portraits and methodologies are no
 * features: they are counted as not written. Records that must not be public, and confidential
 * fields, are never written. Immutable and thread-safe.
 *
 * <p>Unless changed: long texts are left out, and the day is today by the system's clock in UTC.
 */
public final class GeoJsonExporter extends Exporter {
  private final boolean detail;
  private final Clock clock;

  private GeoJsonExporter(boolean detail, Clock clock) {
    this.detail = detail;
    this.clock = clock;
  }

  /** Returns an exporter with the defaults. */
  public static GeoJsonExporter create() {
    return new GeoJsonExporter(false, Clock.systemUTC());
  }

  /** Returns this exporter writing long texts too. */
  public GeoJsonExporter withDetail() {
    return new GeoJsonExporter(true, clock);
  }

  /** Returns this exporter with another clock; whether a consent still holds depends on it. */
  public GeoJsonExporter withClock(Clock other) {
    return new GeoJsonExporter(detail, other);
  }

  @Override
  protected <E extends Entry> EntryWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink sink) {
    RecordFormat<E> format = new GeoJsonFormat<>(detail, LocalDate.now(clock));
    return new RecordFile<>(target, format, new Losses(name), sink);
  }
}
