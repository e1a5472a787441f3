package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collporterre.files.TemporaryFile;

/** Opens a workbook by what it is, not by its name. */
final class WorkbookFile {
  static final String READABLE = "XLSX, ODS, CSV";

  private static final int MAX_ENTRIES = 10_000;
  private static final int HEAD = 1 << 13;

  /** The stream of an encrypted OOXML file, in the directory of its OLE2 container. */
  private static final String ENCRYPTED =
      new String(
          "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

  private WorkbookFile() {}

  /**
   * Opens a workbook.
   *
   * @throws FileRefused when it is none, or encrypted, unsafe or damaged
   */
  static Workbook open(Path file) throws IOException {
    requireZip(file);
    return closing(BoundedZip.open(file, MAX_ENTRIES));
  }

  /**
   * Opens a workbook in a temporary file, which is deleted when it is closed, or refused.
   *
   * @throws FileRefused when it is none, or encrypted, unsafe or damaged
   */
  static Workbook open(TemporaryFile file) throws IOException {
    boolean isZip = false;
    try {
      requireZip(file.path());
      isZip = true;
    } finally {
      if (!isZip) {
        file.close();
      }
    }
    return closing(BoundedZip.open(file, MAX_ENTRIES));
  }

  private static Workbook closing(BoundedZip zip) throws IOException {
    boolean opened = false;
    try {
      Workbook workbook = open(zip);
      opened = true;
      return workbook;
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  private static Workbook open(BoundedZip zip) throws IOException {
    if (OdsWorkbook.isIn(zip)) {
      return OdsWorkbook.open(zip);
    }
    if (XlsxWorkbook.isIn(zip)) {
      return XlsxWorkbook.open(zip);
    }
    throw new FileRefused("format-unsupported", "ZIP", READABLE);
  }

  /** Says of anything but an archive what it is. */
  private static void requireZip(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      throw new FileRefused("file-empty", null, null);
    }
    if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
      return;
    }
    String kind = ContentKind.notText(head);
    if ("XLS".equals(kind) && isEncrypted(file)) {
      throw new FileRefused("file-encrypted", "XLSX", null);
    }
    throw new FileRefused("format-unsupported", kind, READABLE);
  }

  private static boolean isEncrypted(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String end = "";
      for (byte[] part = in.readNBytes(HEAD); part.length > 0; part = in.readNBytes(HEAD)) {
        String text = end + new String(part, StandardCharsets.ISO_8859_1);
        if (text.contains(ENCRYPTED)) {
          return true;
        }
        end = text.substring(Math.max(0, text.length() - ENCRYPTED.length()));
      }
      return false;
    }
  }
}
