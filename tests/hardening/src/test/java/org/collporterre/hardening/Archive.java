package org.collporterre.hardening;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An archive as a text in which each entry begins with a line {@code ==== name}: what changes a
 * byte of it comes to the reader of the entry, not to a checksum.
 */
final class Archive {
  private static final String MARK = "==== ";

  private Archive() {}

  /** Returns the text of an archive. */
  static byte[] text(byte[] zip) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        text.writeBytes((MARK + entry.getName() + "\n").getBytes(ISO_8859_1));
        text.writeBytes(in.readAllBytes());
        text.write('\n');
      }
    }
    return text.toByteArray();
  }

  /** Returns the archive that a text describes; bytes that do not begin so as they are. */
  static byte[] of(byte[] bytes) throws IOException {
    String text = new String(bytes, ISO_8859_1);
    if (!text.startsWith(MARK)) {
      return bytes;
    }
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      Set<String> names = new HashSet<>();
      for (List<String> entry : entries(text)) {
        if (names.add(entry.get(0))) {
          out.putNextEntry(new ZipEntry(entry.get(0)));
          out.write(entry.get(1).getBytes(ISO_8859_1));
        }
      }
    }
    return zip.toByteArray();
  }

  private static List<List<String>> entries(String text) {
    List<List<String>> entries = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int line = text.indexOf('\n', at);
      int end = text.indexOf("\n" + MARK, at);
      int stop = end < 0 ? text.length() : end;
      int name = line < 0 || line > stop ? stop : line;
      String content = text.substring(Math.min(stop, name + 1), stop);
      int from = Math.min(name, at + MARK.length());
      // A name has a length in two bytes.
      String called = text.substring(from, Math.min(name, from + (1 << 10)));
      entries.add(List.of(called, content));
      at = stop + 1;
    }
    return entries;
  }
}
