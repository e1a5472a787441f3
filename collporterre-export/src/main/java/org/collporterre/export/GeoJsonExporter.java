package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
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
public final class GeoJsonExporter {
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

  /**
   * Begins a file, which appears when the writer is committed.
   *
   * @param type the type of the records; {@code Entry.class} for all
   * @param losses told at the end what could not be written, by field
   * @throws IOException when it cannot be written
   */
  public <E extends Entry> EntryWriter<E> open(Path target, Class<E> type, FindingSink losses)
      throws IOException {
    return open(WholeFile.of(target), target.toString(), losses);
  }

  /**
   * Begins to write to a stream, which is flushed at the end and never closed.
   *
   * @param type the type of the records; {@code Entry.class} for all
   * @param losses told at the end what could not be written, by field
   * @throws IOException when it cannot be written
   */
  public <E extends Entry> EntryWriter<E> open(OutputStream out, Class<E> type, FindingSink losses)
      throws IOException {
    return open(WholeFile.of(out), "", losses);
  }

  private <E extends Entry> EntryWriter<E> open(WholeFile target, String name, FindingSink losses) {
    return new GeoJsonWriter<>(target, detail, LocalDate.now(clock), new Losses(name), losses);
  }
}
