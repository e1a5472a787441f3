package org.collporterre.cms.wordpress;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A catalogue of translations in the forms of GNU gettext: {@code .po} that is read, {@code .mo}
 * that is written.
 */
final class Catalogue {
  private final Map<String, String> texts = new TreeMap<>(Comparator.comparing(Catalogue::hex));

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hex.append(String.format("%02x", b));
    }
    return hex.toString();
  }

  /** Reads a file whose entries are separated by empty lines. */
  static Catalogue read(String po) {
    Catalogue catalogue = new Catalogue();
    for (String entry : po.split("\n\n+", -1)) {
      String context = value(entry, "msgctxt");
      String plural = value(entry, "msgid_plural");
      String key = context.isEmpty() ? "" : context + "\u0004";
      key += value(entry, "msgid") + (plural.isEmpty() ? "" : "\u0000" + plural);
      String text =
          plural.isEmpty()
              ? value(entry, "msgstr")
              : value(entry, "msgstr[0]") + "\u0000" + value(entry, "msgstr[1]");
      if (entry.contains("msgid")) {
        catalogue.texts.put(key, text);
      }
    }
    return catalogue;
  }

  private static String value(String entry, String name) {
    StringBuilder value = new StringBuilder();
    boolean inside = false;
    for (String line : entry.split("\n", -1)) {
      if (line.startsWith(name + " \"")) {
        inside = true;
      } else if (!line.startsWith("\"")) {
        inside = false;
      }
      if (inside) {
        value.append(line, line.indexOf('"') + 1, line.lastIndexOf('"'));
      }
    }
    return value.toString().replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /**
   * Returns the texts that are translated, without context and plural; that of the head is empty.
   */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (String key : texts.keySet()) {
      keys.add(key.substring(key.indexOf('\u0004') + 1).replaceFirst("\u0000.*", ""));
    }
    return keys;
  }

  List<String> values() {
    return List.copyOf(texts.values());
  }

  /**
   * Returns the bytes of the form that programs read: tables of lengths and offsets, then the
   * texts.
   */
  byte[] bytes() {
    int n = texts.size();
    ByteBuffer head = ByteBuffer.allocate(28 + 16 * n).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0x950412de).putInt(0).putInt(n).putInt(28).putInt(28 + 8 * n).putInt(0);
    head.putInt(28 + 16 * n);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (var some : List.of(texts.keySet(), texts.values())) {
      for (String text : some) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head.putInt(bytes.length).putInt(28 + 16 * n + body.size());
        body.writeBytes(bytes);
        body.write(0);
      }
    }
    ByteBuffer all = ByteBuffer.allocate(28 + 16 * n + body.size());
    return all.put(head.array()).put(body.toByteArray()).array();
  }
}
