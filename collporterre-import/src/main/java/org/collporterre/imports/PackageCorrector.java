package org.collporterre.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetSettings;

/** Makes corrections in the tables of a dataset. */
final class PackageCorrector {
  private final String name;
  private final ImportSettings settings;
  private final Corrections corrections;
  private final Corrections.Log log;

  /**
   * @param name what findings call the dataset
   */
  PackageCorrector(
      String name, ImportSettings settings, Corrections corrections, Corrections.Log log) {
    this.name = name;
    this.settings = settings;
    this.corrections = corrections;
    this.log = log;
  }

  /** Copies the tables of a folder, and what says how to read them. */
  void folder(Path folder, Path copy) throws IOException {
    DirectoryTables tables = new DirectoryTables(folder);
    Files.createDirectories(copy);
    for (String table : tables.names()) {
      Path file = Path.of(tables.file(table));
      Path last = Objects.requireNonNull(file.getFileName());
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(copy.resolve(last.toString())))) {
        String called = Path.of(name).resolve(last.toString()).toString();
        table(table, called, () -> Files.newInputStream(file), out);
      }
    }
    for (String other : List.of(DatasetDescriptor.FILE, Mapping.FILE, DatasetSettings.FILE)) {
      if (Files.isRegularFile(folder.resolve(other))) {
        Files.copy(folder.resolve(other), copy.resolve(other));
      }
    }
  }

  /** Copies an archive; entries that are not changed are packed anew as they are. */
  void archive(Path file, Path copy, int maxEntries) throws IOException {
    try (BoundedZip zip = BoundedZip.open(file, maxEntries);
        ZipTables tables = new ZipTables(zip, name);
        ZipOutputStream out =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(copy)))) {
      Map<String, String> byFile = new HashMap<>();
      tables.names().forEach(table -> byFile.put(tables.file(table), table));
      for (String entry : zip.names()) {
        ZipEntry next = new ZipEntry(entry);
        next.setTimeLocal(zip.modified(entry));
        out.putNextEntry(next);
        if (!entry.endsWith("/")) {
          String called = name + "/" + tables.inside(entry);
          String table = byFile.getOrDefault(called, "");
          table(table, called, () -> opened(zip, entry), out);
        }
        out.closeEntry();
      }
    }
  }

  private static InputStream opened(BoundedZip zip, String entry) throws IOException {
    InputStream in = zip.open(entry);
    if (in == null) {
      throw FileRefused.damaged(entry);
    }
    return in;
  }

  private void table(String table, String called, SourceText.Bytes bytes, OutputStream out)
      throws IOException {
    log.begin(called);
    List<Correction> own = corrections.of(called, log);
    TableShape shape = PackageReader.shape(table.toLowerCase(Locale.ROOT));
    if (own.isEmpty() || shape == null) {
      try (InputStream in = bytes.open()) {
        in.transferTo(out);
      }
    } else {
      ImportSettings read = settings.forSchema(shape.schema());
      CsvCorrector.correct(bytes, called, shape, read, own, out, log);
    }
  }
}
