package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook in Office Open XML (ECMA-376) whose cells are all texts. Equal sheets give equal
 * bytes. Sheets are written one after the other; none is kept.
 */
final class XlsxFile {
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String CONTENT =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** The greatest number of rows of a sheet in a spreadsheet program. */
  static final int MAX_ROWS = 1 << 20;

  /** The greatest number of columns of a sheet in a spreadsheet program. */
  static final int MAX_COLUMNS = 1 << 14;

  /** The greatest number of characters of a cell in a spreadsheet program, in UTF-16. */
  static final int MAX_TEXT = 32_767;

  /** The earliest time a zip archive can hold. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** How a cell looks. */
  enum Look {
    /** Text, whatever is typed. */
    TEXT(0),
    /** The name of a column. */
    HEADER(1),
    /** The name of a column that must be filled in. */
    REQUIRED(2);

    /** The place in {@link #STYLES}. */
    private final int style;

    Look(int style) {
      this.style = style;
    }
  }

  private static final String STYLES =
      "<styleSheet xmlns=\""
          + MAIN
          + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
          + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
          + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill>"
          + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFE699\"/></patternFill></fill>"
          + "</fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
          + "<cellXfs count=\"3\"><xf numFmtId=\"49\" applyNumberFormat=\"1\" xfId=\"0\"/>"
          + "<xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\" xfId=\"0\"/>"
          + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" applyNumberFormat=\"1\" applyFont=\"1\""
          + " applyFill=\"1\" xfId=\"0\"/></cellXfs></styleSheet>";

  private final ZipOutputStream zip;
  private final List<String> names = new ArrayList<>();
  private final List<Boolean> hidden = new ArrayList<>();

  XlsxFile(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** Begins a sheet; the one before must have ended. */
  Sheet sheet(String name, boolean isHidden, List<Integer> widths, boolean frozen)
      throws IOException {
    names.add(name);
    hidden.add(isHidden);
    begin("xl/worksheets/sheet" + names.size() + ".xml");
    write("<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">");
    if (frozen) {
      write("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    }
    write("</sheetView></sheetViews><cols>");
    for (int i = 0; i < widths.size(); i++) {
      write(
          String.format(
              Locale.ROOT,
              "<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" style=\"0\" customWidth=\"1\"/>",
              i + 1,
              widths.get(i)));
    }
    write("</cols><sheetData>");
    return new Sheet();
  }

  /** Ends the workbook and flushes the stream, which stays open. */
  void end() throws IOException {
    StringBuilder sheets = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    StringBuilder types = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      int n = i + 1;
      String state = hidden.get(i) ? " state=\"hidden\"" : "";
      sheets.append("<sheet name=\"" + escaped(names.get(i)) + "\" sheetId=\"" + n + "\"");
      sheets.append(state + " r:id=\"rId" + n + "\"/>");
      relations.append(relation("rId" + n, "worksheet", "worksheets/sheet" + n + ".xml"));
      types.append(type("xl/worksheets/sheet" + n + ".xml", "worksheet"));
    }
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + OFFICE
            + "\"><sheets>"
            + sheets
            + "</sheets></workbook>");
    relations.append(relation("rIdS", "styles", "styles.xml"));
    part("xl/_rels/workbook.xml.rels", relations(relations.toString()));
    part("xl/styles.xml", STYLES);
    part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
    part(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\" ContentType=\""
            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
            + type("xl/workbook.xml", "sheet.main")
            + type("xl/styles.xml", "styles")
            + types
            + "</Types>");
    zip.finish();
    zip.flush();
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + CONTENT + type + "+xml\"/>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String relations(String relations) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + relations
        + "</Relationships>";
  }

  private void part(String name, String xml) throws IOException {
    begin(name);
    write(xml);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    write(DECLARATION);
  }

  private void write(String xml) throws IOException {
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the letters of a column, from 0: {@code C} for 2. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  /**
   * Returns a text for XML: characters that XML does not hold, and what looks like such an escape,
   * become {@code _x000D_} (ECMA-376 part 1, 22.9.2.19).
   */
  static String escaped(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '"' -> xml.append("&quot;");
        default -> {
          boolean unsafe = c < ' ' && c != '\t' && c != '\n' || c >= '\uFFFE' || isLone(text, i);
          if (unsafe || c == '_' && text.startsWith("x", i + 1)) {
            xml.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
          } else {
            xml.append(c);
          }
        }
      }
    }
    return xml.toString();
  }

  /** Tells whether half of a pair of characters stands alone. */
  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** A sheet while it is written. */
  final class Sheet {
    private final List<String> validations = new ArrayList<>();

    private int rows;

    private Sheet() {}

    /** Writes the next row; cells without a text are left out. */
    void row(List<String> texts, List<Look> looks) throws IOException {
      rows++;
      StringBuilder row = new StringBuilder("<row r=\"").append(rows).append("\">");
      for (int i = 0; i < texts.size(); i++) {
        if (!texts.get(i).isEmpty()) {
          row.append("<c r=\"").append(letters(i)).append(rows).append("\" t=\"inlineStr\"");
          row.append(" s=\"").append(looks.get(i).style).append("\"><is><t");
          row.append(isTrimmed(texts.get(i)) ? ">" : " xml:space=\"preserve\">");
          row.append(escaped(texts.get(i))).append("</t></is></c>");
        }
      }
      write(row.append("</row>").toString());
    }

    /** White space at the ends is not kept by spreadsheet programs unless they are told to. */
    private static boolean isTrimmed(String text) {
      return text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' ';
    }

    /** Adds a rule about what may be typed, as an element of {@code dataValidations}. */
    void validation(String xml) {
      validations.add(xml);
    }

    /** Ends the sheet. */
    void end() throws IOException {
      write("</sheetData>");
      if (!validations.isEmpty()) {
        write("<dataValidations count=\"" + validations.size() + "\">");
        write(String.join("", validations) + "</dataValidations>");
      }
      write("</worksheet>");
      zip.closeEntry();
    }
  }
}
