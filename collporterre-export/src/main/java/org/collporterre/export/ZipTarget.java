package org.collporterre.export;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.files.WholeFile;

/** Writes a dataset as an archive: the same records give the same bytes. */
final class ZipTarget implements PackageTarget {
  /** The first moment a zip can name without the extra field for others. */
  private static final LocalDateTime MOMENT = LocalDateTime.of(1980, 1, 2, 0, 0);

  private final WholeFile target;
  private final ZipOutputStream zip;

  ZipTarget(WholeFile target) {
    this.target = target;
    this.zip = new ZipOutputStream(target.out());
  }

  @Override
  public void table(StagedTable table, Fingerprint fingerprint) throws IOException {
    begin(table.name() + ".csv");
    table.csv(zip, fingerprint);
    zip.closeEntry();
  }

  @Override
  public void manifest(DatasetDescriptor descriptor, byte[] json) throws IOException {
    begin(DatasetDescriptor.FILE);
    zip.write(json);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(MOMENT);
    zip.putNextEntry(entry);
  }

  @Override
  public void commit() throws IOException {
    zip.finish();
    target.commit();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
