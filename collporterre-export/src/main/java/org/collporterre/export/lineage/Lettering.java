package org.collporterre.export.lineage;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room texts take, in an estimate that needs no font, so that pictures are the same
 * everywhere. It is on the safe side for the usual fonts without serifs.
 */
final class Lettering {
  private Lettering() {}

  /** Returns the width of a text in the unit of the font's size. */
  static double width(String text, double size) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      width += ems(c);
    }
    return width * size;
  }

  private static double ems(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    if (c >= 0x1100 && (c <= 0x115F || c >= 0x2E80)) {
      return 1.1;
    }
    if ("iljtfrI.,:;!|'’()[] ".indexOf(c) >= 0) {
      return 0.36;
    }
    return Character.isUpperCase(c) || "mwMW@%—…".indexOf(c) >= 0 ? 0.8 : 0.62;
  }

  /** Returns a text in lines no wider than so much; what does not fit in the last is cut. */
  static List<String> wrapped(String text, double size, double width, int most) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size) <= width || line.isEmpty()) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    boolean more = lines.size() > most;
    List<String> shown = new ArrayList<>(more ? lines.subList(0, most) : lines);
    for (int i = 0; i < shown.size(); i++) {
      boolean last = more && i == most - 1;
      shown.set(i, cut(last ? shown.get(i) + "…" : shown.get(i), size, width));
    }
    return shown;
  }

  /** Returns a text no wider than so much, with a sign where it is cut. */
  static String cut(String text, double size, double width) {
    if (width(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + "…", size) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
