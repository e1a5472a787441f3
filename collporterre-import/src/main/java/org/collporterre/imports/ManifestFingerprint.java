package org.collporterre.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.model.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of a dataset, as its manifest has it and as its tables do.
 *
 * @param said that of the manifest
 * @param found that of the tables
 */
record ManifestFingerprint(String said, String found) {
  /**
   * Reads a dataset to its end; null when its manifest has no fingerprint, or not all of it can be
   * read.
   *
   * @param tables closed when they are read
   */
  static @Nullable ManifestFingerprint of(PackageTables tables, ImportSettings settings)
      throws IOException {
    try (PackageReader<Entry> in =
        PackageReader.open(tables, Entry.class, settings, finding -> {})) {
      in.forEach(row -> {});
      DatasetDescriptor descriptor = in.descriptor().orElse(null);
      String said = descriptor == null ? null : descriptor.collporterre().fingerprint();
      String found = in.fingerprint();
      return said == null || found == null ? null : new ManifestFingerprint(said, found);
    }
  }

  boolean isTrue() {
    return said.equals(found);
  }

  /** Returns a manifest that says what is found; every other byte is as it was. */
  byte[] corrected(byte[] manifest) {
    // One character a byte: what is around the fingerprint need not be understood.
    String text = new String(manifest, StandardCharsets.ISO_8859_1);
    Matcher matcher =
        Pattern.compile("(\"empreinte\"\\s*:\\s*\")" + Pattern.quote(said) + "\"").matcher(text);
    return matcher.replaceFirst("$1" + found + "\"").getBytes(StandardCharsets.ISO_8859_1);
  }
}
