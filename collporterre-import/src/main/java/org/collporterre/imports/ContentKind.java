package org.collporterre.imports;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognizes by their first bytes the files that are often given the wrong name. */
final class ContentKind {
  /** What a name in the first bytes of an archive says of it; the first that is there counts. */
  private static final Map<String, String> OFFICE = office();

  private ContentKind() {}

  private static Map<String, String> office() {
    Map<String, String> office = new LinkedHashMap<>();
    office.put("opendocument.spreadsheet", "ODS");
    office.put("opendocument.", "ODF");
    office.put("epub+zip", "EPUB");
    office.put("word/", "DOCX");
    office.put("ppt/", "PPTX");
    office.put("xl/", "XLSX");
    office.put("META-INF/MANIFEST.MF", "JAR");
    office.put("[Content_Types].xml", "XLSX");
    return office;
  }

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
    for (Map.Entry<String, String> office : OFFICE.entrySet()) {
      if (text.contains(office.getKey())) {
        return office.getValue();
      }
    }
    return "ZIP";
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
