package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/**
 * The CSV files of an archive as the tables of a dataset. They are at its top or, when nothing else
 * is there, in the one folder that wraps everything.
 */
final class ZipTables implements PackageTables {
  private static final String ENDING = ".csv";

  private final BoundedZip zip;
  private final String name;
  private final String folder;
  private final Map<String, String> entries = new TreeMap<>();

  /**
   * Finds the tables.
   *
   * @throws FileRefused when there is an archive in the archive
   */
  ZipTables(BoundedZip zip, String name) throws IOException {
    this.zip = zip;
    this.name = name;
    this.folder = wrapping(zip.names());
    for (String entry : zip.names()) {
      String lower = entry.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".zip")) {
        throw FileRefused.unsafe(entry);
      }
      boolean top = entry.startsWith(folder) && entry.indexOf('/', folder.length()) < 0;
      if (top && lower.endsWith(ENDING)) {
        entries.putIfAbsent(
            lower.substring(folder.length(), lower.length() - ENDING.length()), entry);
      }
    }
  }

  /** Returns the one folder in which everything is, with its slash; empty when there is none. */
  private static String wrapping(Set<String> names) {
    String wrapping = null;
    for (String entry : names) {
      if (entry.startsWith("__MACOSX/")) {
        continue;
      }
      String first = entry.substring(0, entry.indexOf('/') + 1);
      if (wrapping != null && !wrapping.equals(first)) {
        return "";
      }
      wrapping = first;
    }
    return wrapping == null ? "" : wrapping;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String file(String table) {
    return name + "/" + entry(table).substring(folder.length());
  }

  /** Returns the name of an entry without the folder in which everything is. */
  String inside(String entry) {
    return entry.startsWith(folder) ? entry.substring(folder.length()) : entry;
  }

  private String entry(String table) {
    String entry = entries.get(table);
    if (entry == null) {
      throw new IllegalArgumentException("no table " + table + " in " + name);
    }
    return entry;
  }

  @Override
  public OpenTable open(String table, TableShape shape, ImportSettings settings, FindingSink sink)
      throws IOException {
    String entry = entry(table);
    InputStream in = shape.isOfRecords() ? zip.stream(entry) : zip.require(entry);
    return OpenTable.csv(in, file(table), shape, settings, sink);
  }

  @Override
  public @Nullable InputStream manifest() throws IOException {
    return zip.open(folder + DatasetDescriptor.FILE);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
