package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.files.WholeFile;
import org.collporterre.files.WorkFolder;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Writes datasets: a folder or a zip archive of CSV files with a Frictionless {@code
 * datapackage.json}, or a workbook (xlsx) of the same tables. Records of all types, whole: what the
 * columns of a record cannot hold is in tables of its own. The same records give the same bytes.
 * Immutable and thread-safe.
 *
 * <p>All cells of a workbook are texts. It takes 1 048 575 records a type and 16 384 columns, more
 * makes {@link EntryWriter#commit} fail; of a text of more than 32 767 characters the rest is
 * reported as lost.
 *
 * <p>Rows wait in a temporary folder beside the target, or in that of the system when writing to a
 * stream; memory does not grow with the records, but for 50 bytes a row for the fingerprint.
 */
public final class PackageExporter extends Exporter {
  /** What the tables are put into. */
  private enum Form {
    DIRECTORY,
    ZIP,
    WORKBOOK
  }

  private final @Nullable DatasetDescriptor descriptor;
  private final Form form;
  private final Map<Class<? extends Entry>, List<String>> deleted;
  private final Vocabularies vocabularies;

  private PackageExporter(
      @Nullable DatasetDescriptor descriptor,
      Form form,
      Map<Class<? extends Entry>, List<String>> deleted,
      Vocabularies vocabularies) {
    this.descriptor = descriptor;
    this.form = form;
    this.deleted = deleted;
    this.vocabularies = vocabularies;
  }

  /** Returns an exporter to folders that names the dataset by the target. */
  public static PackageExporter create() {
    return new PackageExporter(null, Form.DIRECTORY, Map.of(), Vocabularies.standard());
  }

  /** Returns this exporter writing a zip archive. */
  public PackageExporter asZip() {
    return new PackageExporter(descriptor, Form.ZIP, deleted, vocabularies);
  }

  /** Returns this exporter writing a workbook (xlsx) with a sheet per table. */
  public PackageExporter asWorkbook() {
    return new PackageExporter(descriptor, Form.WORKBOOK, deleted, vocabularies);
  }

  /** Returns this exporter writing a folder. Streams get an archive all the same. */
  public PackageExporter asDirectory() {
    return new PackageExporter(descriptor, Form.DIRECTORY, deleted, vocabularies);
  }

  /** Returns this exporter saying this of the dataset; the fingerprint is computed anew. */
  public PackageExporter withDescriptor(DatasetDescriptor other) {
    return new PackageExporter(other, form, deleted, vocabularies);
  }

  /** Returns this exporter writing that records of these identifiers are deleted, by type. */
  public PackageExporter withDeleted(Map<Class<? extends Entry>, List<String>> identifiers) {
    Map<Class<? extends Entry>, List<String>> copy = new LinkedHashMap<>();
    identifiers.forEach((type, ids) -> copy.put(type, List.copyOf(ids)));
    return new PackageExporter(descriptor, form, Map.copyOf(copy), vocabularies);
  }

  /** Returns this exporter writing what these vocabularies have beyond the standard ones. */
  public PackageExporter withVocabularies(Vocabularies other) {
    return new PackageExporter(descriptor, form, deleted, other);
  }

  @Override
  public <E extends Entry> DatasetWriter<E> open(Path target, Class<E> type, FindingSink losses)
      throws IOException {
    if (form != Form.DIRECTORY) {
      return open(WholeFile.of(target), target.toString(), type, losses);
    }
    Path whole = target.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    if (parent == null) {
      throw new IOException("no place for a folder: " + target);
    }
    WorkFolder staging = WorkFolder.in(parent);
    return begin(
        staging,
        () -> new DirectoryTarget(whole, staging.path(), PackageWriter.tables()),
        target.toString(),
        losses);
  }

  @Override
  public <E extends Entry> DatasetWriter<E> open(
      OutputStream out, Class<E> type, FindingSink losses) throws IOException {
    return open(WholeFile.of(out), "", type, losses);
  }

  @Override
  protected <E extends Entry> DatasetWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink sink) throws IOException {
    WorkFolder staging = WorkFolder.temporary();
    Opening opening =
        form == Form.WORKBOOK ? () -> new WorkbookTarget(target) : () -> new ZipTarget(target);
    return begin(staging, opening, name, sink);
  }

  /** Makes what the tables go to. */
  private interface Opening {
    PackageTarget open() throws IOException;
  }

  private <E extends Entry> DatasetWriter<E> begin(
      WorkFolder staging, Opening target, String name, FindingSink sink) throws IOException {
    boolean opened = false;
    try {
      DatasetDescriptor said = descriptor == null ? named(name) : descriptor;
      DatasetWriter<E> writer =
          new PackageWriter<>(
              staging, target.open(), said, deleted, vocabularies, new Losses(name), sink);
      opened = true;
      return writer;
    } finally {
      if (!opened) {
        staging.close();
      }
    }
  }

  /** A dataset of which only the file is known is called by that. */
  private static DatasetDescriptor named(String file) {
    Path last = file.isEmpty() ? null : Path.of(file).getFileName();
    String title = last == null ? "" : last.toString().replaceFirst("(?i)\\.(zip|xlsx)$", "");
    String name =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-");
    String cut = name.substring(0, Math.min(name.length(), DatasetDescriptor.MAX_NAME));
    return DatasetDescriptor.isName(cut)
        ? DatasetDescriptor.titled(cut, title).build()
        : DatasetDescriptor.titled("collporterre", "Collporterre").build();
  }
}
