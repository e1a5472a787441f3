package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;

/**
 * Reads datasets: a folder or a zip archive of CSV files with a Frictionless {@code
 * datapackage.json}. The tables of steps, references, actors, places and media complete the
 * records; so do the relations. Records come in the order initiatives, portraits, methodologies,
 * each table in its own.
 *
 * <p>A folder without a manifest is read too. Limits of an archive: 200 entries, 256 MiB inflated
 * in all and a hundred times its size; no archive in it, and nothing encrypted. Rows of the tables
 * beside the records are kept in memory, about 200 bytes each beside their texts, 5 million at
 * most.
 */
public final class PackageImporter extends Importer<PackageImporter> {
  private static final int MAX_ENTRIES = 200;

  private PackageImporter(ImportSettings settings) {
    super(settings);
  }

  /** Returns an importer with the defaults. */
  public static PackageImporter create() {
    return new PackageImporter(ImportSettings.STANDARD);
  }

  @Override
  PackageImporter with(ImportSettings other) {
    return new PackageImporter(other);
  }

  /** Tells whether a file of this name, in a folder, is a table of a dataset. */
  public static boolean isTable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv")
        && PackageReader.isKnown(lower.substring(0, lower.length() - ".csv".length()));
  }

  /**
   * Opens a folder, or an archive.
   *
   * @param type the type of the records wanted; {@code Entry.class} for all
   * @param sink told what is wrong with it, now and while it is read
   * @throws IOException when it cannot be read
   */
  @Override
  public <E extends Entry> DatasetReader<E> open(Path path, Class<E> type, FindingSink sink)
      throws IOException {
    requireKeys(type);
    if (Files.isDirectory(path)) {
      return PackageReader.open(new DirectoryTables(path), type, settings(), sink);
    }
    return archive(() -> BoundedZip.open(path, MAX_ENTRIES), path.toString(), type, sink);
  }

  /**
   * Opens an archive from a stream. It is copied to a temporary file, which closing deletes.
   *
   * @param name what findings call it
   * @param type the type of the records wanted; {@code Entry.class} for all
   * @param sink told what is wrong with it, now and while it is read
   * @throws IOException when it cannot be read
   */
  @Override
  public <E extends Entry> DatasetReader<E> open(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    return (DatasetReader<E>) super.open(in, name, type, sink);
  }

  @Override
  <E extends Entry> DatasetReader<E> reader(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    return archive(() -> BoundedZip.open(BoundedZip.spool(in), MAX_ENTRIES), name, type, sink);
  }

  /** Opens an archive, wherever it is. */
  private interface Opening {
    BoundedZip open() throws IOException;
  }

  private <E extends Entry> DatasetReader<E> archive(
      Opening opening, String name, Class<E> type, FindingSink sink) throws IOException {
    try {
      return PackageReader.open(tables(opening.open(), name), type, settings(), sink);
    } catch (FileRefused refused) {
      return PackageReader.refused(refused, name, type, settings(), sink);
    }
  }

  @Override
  void correct(CorrectedCopy copy) throws IOException {
    PackageCorrector corrector =
        new PackageCorrector(copy.name(), settings(), copy.corrections(), copy.log());
    try {
      if (Files.isDirectory(copy.file())) {
        corrector.folder(copy.file(), copy.copy());
      } else {
        corrector.archive(copy.file(), copy.copy(), MAX_ENTRIES);
      }
    } catch (FileRefused refused) {
      // Its reader says why, and read nothing that there could be a correction of.
    }
  }

  @Override
  public boolean hide(Path file, Class<? extends Entry> type, Path copy) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    TableShape shape =
        name.endsWith(".csv") ? PackageReader.shape(name.substring(0, name.length() - 4)) : null;
    return shape != null
        && HiddenTexts.ofTable(file, shape, settings().forSchema(shape.schema()), copy);
  }

  private static ZipTables tables(BoundedZip zip, String name) throws IOException {
    boolean opened = false;
    try {
      ZipTables tables = new ZipTables(zip, name);
      opened = true;
      return tables;
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  @Override
  public <E extends Entry> Optional<DatasetReader<E>> openDataset(
      Path path, Class<E> type, FindingSink sink) throws IOException {
    return Optional.of(open(path, type, sink));
  }

  @Override
  public Optional<Class<? extends Entry>> detectType(Path file) {
    return Optional.of(Entry.class);
  }

  @Override
  public boolean needsFile() {
    return true;
  }
}
