package org.collporterre.imports;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which cell styles of a workbook show numbers as days or times. */
final class XlsxFormats {
  /** 31 December 9999, the last day of spreadsheets. */
  private static final int LAST_DAY = 2_958_465;

  private static final int SECONDS = 86_400;
  private static final LocalDateTime DAY_0 = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final LocalDateTime DAY_0_OF_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

  /** More than any spreadsheet program takes. */
  private static final int MAX_FORMATS = 1 << 16;

  private final BitSet dates = new BitSet();

  private XlsxFormats() {}

  /** Returns the formats of a workbook without styles. */
  static XlsxFormats none() {
    return new XlsxFormats();
  }

  /** Reads the styles of a workbook. */
  static XlsxFormats read(SheetXml xml) throws IOException {
    XlsxFormats formats = new XlsxFormats();
    Map<Integer, Boolean> own = new HashMap<>();
    boolean inCells = false;
    int style = 0;
    while (xml.next()) {
      if (xml.starts("numFmt")) {
        String code = xml.attribute("formatCode");
        own.put(xml.number(null, "numFmtId", 0, Integer.MAX_VALUE), code != null && isDate(code));
        if (own.size() > MAX_FORMATS) {
          throw FileRefused.unsafe("styles.xml");
        }
      } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
        inCells = xml.isStart();
      } else if (inCells && xml.starts("xf")) {
        int id = xml.number(null, "numFmtId", 0, Integer.MAX_VALUE);
        formats.dates.set(style++, own.getOrDefault(id, isBuiltInDate(id)));
      }
    }
    return formats;
  }

  boolean isDate(int style) {
    return style >= 0 && dates.get(style);
  }

  /** ECMA-376 part 1, 18.8.30: the formats that are known by number, with those of East Asia. */
  private static boolean isBuiltInDate(int id) {
    return id >= 14 && id <= 22
        || id >= 27 && id <= 36
        || id >= 45 && id <= 47
        || id >= 50 && id <= 58;
  }

  /** Tells whether a format has a part of a date or time outside quotes, brackets and escapes. */
  static boolean isDate(String code) {
    char closing = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (closing != 0) {
        closing = c == closing ? 0 : closing;
      } else if (c == '"') {
        closing = '"';
      } else if (c == '[') {
        closing = ']';
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else if ("dDmMyYhHsS".indexOf(c) >= 0) {
        return true;
      } else if (c == 'G' || c == 'g') {
        // "General"
        return false;
      }
    }
    return false;
  }

  /** Returns a number as the moment it stands for; as a number when there is no such day. */
  static SheetCell moment(String numeral, boolean from1904) {
    double serial = SheetCell.value(numeral);
    // In the system of 1900 day 60 is 29 February 1900, which there was not.
    boolean none = from1904 ? serial < 0 : serial < 1 || (int) serial == 60;
    if (!Double.isFinite(serial) || none || serial >= LAST_DAY + 1 - (from1904 ? 1462 : 0)) {
      return SheetCell.number(numeral);
    }
    LocalDateTime zero = from1904 ? DAY_0_OF_1904 : serial < 60 ? DAY_0.plusDays(1) : DAY_0;
    return SheetCell.date(zero.plus(Math.round(serial * SECONDS), ChronoUnit.SECONDS));
  }
}
