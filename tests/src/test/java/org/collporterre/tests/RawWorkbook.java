package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Workbooks written out part by part, to say exactly what is in them. */
final class RawWorkbook {
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private String properties = "";
  private int count;

  private RawWorkbook() {}

  /** Returns an empty workbook; style 1 is a day, style 2 a day and time. */
  static RawWorkbook xlsx() {
    RawWorkbook workbook = new RawWorkbook();
    workbook.parts.put("[Content_Types].xml", "<Types/>");
    workbook.parts.put(
        "_rels/.rels",
        RELATIONS + relation("r", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    workbook.parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\"><numFmts><numFmt numFmtId=\"170\""
            + " formatCode=\"[$-40C]d mmm yyyy\\ hh:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>");
    workbook.relations.append(relation("styles", "styles", "styles.xml"));
    return workbook;
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + TYPE
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  /** Counts days from 1904. */
  RawWorkbook from1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** Gives the workbook shared texts, each the content of an {@code si}. */
  RawWorkbook texts(String... items) {
    StringBuilder xml = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
    for (String item : items) {
      xml.append("<si>").append(item).append("</si>");
    }
    relations.append(relation("texts", "sharedStrings", "/xl/sharedStrings.xml"));
    return part("xl/sharedStrings.xml", xml.append("</sst>").toString());
  }

  /** Adds a sheet of rows in XML. */
  RawWorkbook sheet(String name, String... rows) {
    return add(name, "visible", rows);
  }

  /** Adds a sheet that people do not see. */
  RawWorkbook hiddenSheet(String name, String... rows) {
    return add(name, "hidden", rows);
  }

  private RawWorkbook add(String name, String state, String... rows) {
    String id = "s" + ++count;
    sheets.append(
        "<sheet name=\"" + name + "\" state=\"" + state + "\" sheetId=\"1\" r:id=\"" + id + "\"/>");
    relations.append(relation(id, "worksheet", "worksheets/" + id + ".xml"));
    return part(
        "xl/worksheets/" + id + ".xml",
        "<worksheet xmlns=\""
            + MAIN
            + "\"><sheetData>"
            + String.join("", rows)
            + "</sheetData></worksheet>");
  }

  /** Adds a sheet of texts. */
  RawWorkbook table(String name, String[]... rows) {
    String[] xml = new String[rows.length];
    for (int i = 0; i < rows.length; i++) {
      xml[i] = row(rows[i]);
    }
    return sheet(name, xml);
  }

  /** Returns a row of texts. */
  static String row(String... texts) {
    StringBuilder xml = new StringBuilder("<row>");
    for (String text : texts) {
      xml.append(cell(text));
    }
    return xml.append("</row>").toString();
  }

  /** Returns a cell of text, which may be XML. */
  static String cell(String text) {
    return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
  }

  /** Adds or replaces a part. */
  RawWorkbook part(String name, String text) {
    parts.put(name, text);
    return this;
  }

  /** Returns the file. */
  byte[] bytes() {
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + TYPE.substring(0, TYPE.length() - 1)
            + "\">"
            + properties
            + "<sheets>"
            + sheets
            + "</sheets></workbook>");
    part("xl/_rels/workbook.xml.rels", RELATIONS + relations + "</Relationships>");
    return zip(parts);
  }

  /** Returns an OpenDocument workbook of tables in XML. */
  static byte[] ods(String tables) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    String prefix = "urn:oasis:names:tc:opendocument:xmlns:";
    StringBuilder names = new StringBuilder();
    for (String name : new String[] {"office", "table", "text", "style"}) {
      names.append(" xmlns:" + name + "=\"" + prefix + name + ":1.0\"");
    }
    names.append(
        " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"");
    parts.put(
        "content.xml",
        "<office:document-content"
            + names
            + ">"
            + "<office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\">"
            + "<style:table-properties table:display=\"false\"/></style:style>"
            + "</office:automatic-styles><office:body><office:spreadsheet>"
            + tables
            + "</office:spreadsheet></office:body></office:document-content>");
    return zip(parts);
  }

  static byte[] zip(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns the parts of a file, in their order. */
  static Map<String, String> parts(byte[] file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return parts;
  }
}
