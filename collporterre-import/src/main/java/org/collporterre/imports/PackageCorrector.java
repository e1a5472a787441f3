package org.collporterre.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;

/**
 * Makes corrections in the tables of a dataset. A fingerprint in its manifest that is that of the
 * tables becomes that of the corrected ones; another one stays, and what it tells with it.
 */
final class PackageCorrector {
  private final String name;
  private final ImportSettings settings;
  private final Corrections corrections;
  private final Corrections.Log log;
  private boolean changed;

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
    ManifestFingerprint recent =
        recent(() -> new DirectoryTables(folder), () -> new DirectoryTables(copy));
    if (recent != null) {
      Path manifest = copy.resolve(DatasetDescriptor.FILE);
      Files.write(manifest, recent.corrected(Files.readAllBytes(manifest)));
      manifestChanged(Path.of(name).resolve(DatasetDescriptor.FILE).toString());
    }
  }

  /** Opens the tables of a dataset. */
  private interface Opening {
    PackageTables open() throws IOException;
  }

  /** Returns the fingerprint that the manifest is to have; null when it stays as it is. */
  private @Nullable ManifestFingerprint recent(Opening before, Opening after) throws IOException {
    if (!changed) {
      return null;
    }
    ManifestFingerprint old = ManifestFingerprint.of(before.open(), settings);
    if (old == null || !old.isTrue()) {
      return null;
    }
    ManifestFingerprint recent = ManifestFingerprint.of(after.open(), settings);
    return recent == null || recent.isTrue() ? null : recent;
  }

  private void manifestChanged(String called) {
    log.begin(called);
    log.changed(StandardCharsets.UTF_8);
  }

  /** Copies an archive; entries that are not changed are packed anew as they are. */
  void archive(Path file, Path copy, int maxEntries) throws IOException {
    archive(file, copy, maxEntries, null);
    ManifestFingerprint recent =
        recent(
            () -> new ZipTables(BoundedZip.open(file, maxEntries), name),
            () -> new ZipTables(BoundedZip.open(copy, maxEntries), name));
    if (recent != null) {
      // Entries keep their order, in which the manifest may be before the tables.
      new PackageCorrector(name, settings, corrections, new Corrections.Log())
          .archive(file, copy, maxEntries, recent);
      manifestChanged(name + "/" + DatasetDescriptor.FILE);
    }
  }

  private void archive(
      Path file, Path copy, int maxEntries, @Nullable ManifestFingerprint fingerprint)
      throws IOException {
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
          if (fingerprint != null && called.equals(tables.manifestFile())) {
            try (InputStream in = zip.require(entry)) {
              out.write(fingerprint.corrected(in.readAllBytes()));
            }
          } else {
            table(table, called, () -> zip.stream(entry), out);
          }
        }
        out.closeEntry();
      }
    }
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
      changed |= log.isChanged();
    }
  }
}
