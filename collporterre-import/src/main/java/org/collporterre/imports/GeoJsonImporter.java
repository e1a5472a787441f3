package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;

/**
 * Reads GeoJSON (RFC 7946) in UTF-8: initiatives from the features of a collection, in constant
 * memory, or from a single feature. Properties are named as the columns of CSV are. Points are
 * places; a line or an area stands for one place inside it. Properties and members that are not
 * known are kept as extensions, as compact JSON when they are not plain values; those that look
 * like secrets are not. Limits: a feature 32 MiB and 500,000 values, a text 1 MiB, nesting 512.
 *
 * <p>The format has no other records: asked for portraits or methodologies, {@code open} throws
 * {@code IllegalArgumentException}.
 */
public final class GeoJsonImporter extends Importer<GeoJsonImporter> {
  private GeoJsonImporter(ImportSettings settings) {
    super(settings);
  }

  /** Returns an importer with the defaults. */
  public static GeoJsonImporter create() {
    return new GeoJsonImporter(ImportSettings.STANDARD);
  }

  @Override
  GeoJsonImporter with(ImportSettings other) {
    return new GeoJsonImporter(other);
  }

  @Override
  @SuppressWarnings("unchecked")
  <E extends Entry> EntryReader<E> reader(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    // An initiative is an E, and readers only give.
    return (EntryReader<E>) features(in, name, type, sink);
  }

  private GeoJsonReader features(
      InputStream in, String name, Class<? extends Entry> type, FindingSink sink)
      throws IOException {
    if (!type.isAssignableFrom(Initiative.class)) {
      throw new IllegalArgumentException("GeoJSON holds initiatives, not " + type.getName());
    }
    requireKeys(Initiative.class);
    InputStream utf8 = TextEncoding.json(in, name, settings(), sink);
    return new GeoJsonReader(utf8, name, settings(), sink);
  }

  /** Returns that of initiatives, without reading the file. */
  @Override
  public Optional<Class<? extends Entry>> detectType(Path file) throws IOException {
    requireFile(file);
    return Optional.of(Initiative.class);
  }

  @Override
  void correct(CorrectedCopy copy) throws IOException {
    JsonCorrector.correct(this, copy);
  }

  @Override
  public boolean hide(Path file, Class<? extends Entry> type, Path copy) throws IOException {
    return HiddenTexts.ofJson(file, settings(), copy);
  }
}
