package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;

/**
 * Reads records from YAML 1.2 in UTF-8, manifests of Open Know-How for instance: a document is a
 * record, or a list of records, or holds them where {@link #withRecords} says. Values are texts,
 * numbers, true, false and null, as in JSON; there are no tags. Needs {@code
 * org.snakeyaml:snakeyaml-engine}, which a program adds; without it, nothing is read and a finding
 * says so. Limits: a file 3 MiB and 500,000 values, aliases counted as what they stand for, nesting
 * 512.
 */
public final class YamlImporter extends Importer<YamlImporter> {
  private static final String LIBRARY = "org.snakeyaml:snakeyaml-engine";

  private YamlImporter(ImportSettings settings) {
    super(settings);
  }

  /** Returns an importer with the defaults. */
  public static YamlImporter create() {
    return new YamlImporter(ImportSettings.STANDARD);
  }

  @Override
  YamlImporter with(ImportSettings other) {
    return new YamlImporter(other);
  }

  @Override
  <E extends Entry> EntryReader<E> reader(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    try (in) {
      return new YamlReader<>(in, name, type, settings(), sink);
    } catch (NoClassDefFoundError e) {
      Findings.of(sink, settings(), null)
          .report("format-unsupported", Location.startOf(name), null, null, "YAML", LIBRARY, null);
      return new NothingRead<>();
    }
  }

  /** {@inheritDoc} Any type when the file holds records of several. */
  @Override
  public Optional<Class<? extends Entry>> detectType(Path file) throws IOException {
    Set<Class<? extends Entry>> types = new HashSet<>();
    try (EntryReader<Entry> reader = open(file, Entry.class, finding -> {})) {
      reader.forEach(row -> types.add(row.value().getClass()));
    }
    return Optional.of(types.size() == 1 ? types.iterator().next() : Entry.class);
  }
}
