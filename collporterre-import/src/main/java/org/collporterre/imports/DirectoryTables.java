package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/** The CSV files of a folder as the tables of a dataset. Folders inside it are not looked at. */
final class DirectoryTables implements PackageTables {
  /** The greatest number of files that are looked at. */
  static final int MAX_FILES = 200;

  private static final String ENDING = ".csv";

  private final Path directory;
  private final Map<String, Path> files = new TreeMap<>();

  DirectoryTables(Path directory) throws IOException {
    this.directory = directory;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        Path last = entry.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        if (!name.startsWith(".") && name.endsWith(ENDING) && Files.isRegularFile(entry)) {
          files.merge(
              name.substring(0, name.length() - ENDING.length()),
              entry,
              (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        if (files.size() > MAX_FILES) {
          throw new IOException("more than " + MAX_FILES + " CSV files in " + directory);
        }
      }
    }
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(files.keySet());
  }

  @Override
  public String name() {
    return directory.toString();
  }

  @Override
  public String file(String table) {
    return path(table).toString();
  }

  private Path path(String table) {
    Path file = files.get(table);
    if (file == null) {
      throw new IllegalArgumentException("no table " + table + " in " + directory);
    }
    return file;
  }

  @Override
  public OpenTable open(String table, TableShape shape, ImportSettings settings, FindingSink sink)
      throws IOException {
    return OpenTable.csv(Files.newInputStream(path(table)), file(table), shape, settings, sink);
  }

  @Override
  public @Nullable InputStream manifest() throws IOException {
    Path file = directory.resolve(DatasetDescriptor.FILE);
    return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
  }

  @Override
  public void close() {
    // Each table is closed by who opened it.
  }
}
