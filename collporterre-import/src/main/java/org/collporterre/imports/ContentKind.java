package org.collporterre.imports;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Recognizes by their first bytes the files that are often given the wrong name. */
final class ContentKind {
  private ContentKind() {}

  /** Returns what a file is that is not text, or null when nothing speaks against text. */
  static @Nullable String notText(byte[] head) {
    if (starts(head, 'P', 'K', 3, 4)) {
      return zip(head);
    } else if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "XLS";
    } else if (starts(head, '%', 'P', 'D', 'F')) {
      return "PDF";
    } else if (starts(head, 0x1F, 0x8B)) {
      return "GZIP";
    } else if (starts(head, 0x89, 'P', 'N', 'G')) {
      return "PNG";
    } else if (starts(head, 0xFF, 0xD8, 0xFF)) {
      return "JPEG";
    } else if (isUtf16(head)) {
      return "UTF-16";
    }
    for (byte b : head) {
      if (b == 0) {
        return "NUL";
      }
    }
    return null;
  }

  static boolean isUtf16(byte[] head) {
    return starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF);
  }

  private static String zip(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.contains("opendocument.spreadsheet")) {
      return "ODS";
    }
    return text.contains("xl/") || text.contains("[Content_Types].xml") ? "XLSX" : "ZIP";
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
