package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Writes documents part by part, as no word processor would. */
final class RawDocument {
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String PARTS = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String WORD_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String ODF = "urn:oasis:names:tc:opendocument:xmlns:";

  private RawDocument() {}

  /** Returns a paragraph of a Word document in a style: {@code Heading1}, or empty. */
  static String p(String style, String text) {
    String properties = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>";
    return "<w:p>" + properties + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  /** Returns an item of a list of a Word document: 1 is numbered, 2 is not. */
  static String li(int list, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='"
        + list
        + "'/></w:numPr></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  /** Returns a Word document with what its properties say, as elements. */
  static byte[] docx(String properties, String... paragraphs) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    parts.put("[Content_Types].xml", contentTypes());
    parts.put(
        "_rels/.rels",
        relations(
            relation("a", OFFICE + "/officeDocument", "word/document.xml"),
            relation("b", PARTS + "relationships/metadata/core-properties", "docProps/core.xml")));
    parts.put(
        "word/_rels/document.xml.rels",
        relations(
            relation("s", OFFICE + "/styles", "styles.xml"),
            relation("n", OFFICE + "/numbering", "numbering.xml"),
            relation("i", OFFICE + "/image", "media/atelier.png")));
    parts.put("word/styles.xml", "<w:styles xmlns:w='" + WORD + "'>" + styles() + "</w:styles>");
    parts.put(
        "word/numbering.xml",
        "<w:numbering xmlns:w='"
            + WORD
            + "'>"
            + numbering(0, "decimal", "%1.")
            + numbering(1, "bullet", "•")
            + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
            + "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num></w:numbering>");
    parts.put("word/media/atelier.png", "no picture");
    parts.put(
        "docProps/core.xml",
        "<cp:coreProperties xmlns:cp='"
            + PARTS
            + "metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:dcterms='http://purl.org/dc/terms/'"
            + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
            + properties
            + "</cp:coreProperties>");
    parts.put(
        "word/document.xml",
        "<w:document xmlns:w='"
            + WORD
            + "'><w:body>"
            + String.join("", paragraphs)
            + "</w:body></w:document>");
    return zip(parts, false);
  }

  private static String contentTypes() {
    return "<Types xmlns='"
        + PARTS
        + "content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        + "<Default Extension='xml' ContentType='application/xml'/>"
        + "<Default Extension='png' ContentType='image/png'/>"
        + override("/word/document.xml", WORD_TYPE + "document.main+xml")
        + override("/word/styles.xml", WORD_TYPE + "styles+xml")
        + override("/word/numbering.xml", WORD_TYPE + "numbering+xml")
        + override(
            "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        + "</Types>";
  }

  private static String override(String part, String type) {
    return "<Override PartName='" + part + "' ContentType='" + type + "'/>";
  }

  private static String relations(String... relations) {
    return "<Relationships xmlns='"
        + PARTS
        + "relationships'>"
        + String.join("", relations)
        + "</Relationships>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id='" + id + "' Type='" + type + "' Target='" + target + "'/>";
  }

  private static String styles() {
    StringBuilder styles = new StringBuilder();
    for (int level = 1; level <= 3; level++) {
      styles.append(
          "<w:style w:type='paragraph' w:styleId='Heading%d'><w:name w:val='heading %d'/></w:style>"
              .formatted(level, level));
    }
    return styles.toString();
  }

  private static String numbering(int id, String format, String text) {
    return ("<w:abstractNum w:abstractNumId='%d'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
            + "<w:numFmt w:val='%s'/><w:lvlText w:val='%s'/></w:lvl></w:abstractNum>")
        .formatted(id, format, text);
  }

  /** Returns an OpenDocument text; {@code meta} and {@code body} are elements. */
  static byte[] odt(String meta, String body) throws IOException {
    String spaces =
        " xmlns:office='%soffice:1.0' xmlns:text='%stext:1.0' xmlns:meta='%smeta:1.0' xmlns:style='%sstyle:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
            .formatted(ODF, ODF, ODF, ODF);
    Map<String, String> parts = new TreeMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='" + ODF + "manifest:1.0'/>");
    parts.put(
        "meta.xml",
        "<office:document-meta%s><office:meta>%s</office:meta></office:document-meta>"
            .formatted(spaces, meta));
    String styles =
        "<text:list-style style:name='N'><text:list-level-style-number text:level='1'/></text:list-style>";
    parts.put(
        "content.xml",
        body.startsWith("<!DOCTYPE")
            ? body
            : "<office:document-content%s><office:automatic-styles>%s</office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document-content>"
                .formatted(spaces, styles, body));
    return zip(parts, true);
  }

  static byte[] zip(Map<String, String> parts, boolean mimetypeFirst) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      if (mimetypeFirst) {
        zip.setLevel(Deflater.NO_COMPRESSION); // so that it can be read in the bytes
        put(zip, "mimetype", parts.get("mimetype"));
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
      }
      for (Map.Entry<String, String> part : parts.entrySet()) {
        if (!mimetypeFirst || !part.getKey().equals("mimetype")) {
          put(zip, part.getKey(), part.getValue());
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  /** Returns a PDF of one page with these lines; a blank line is a gap. */
  static byte[] pdf(String title, String author, List<String> lines) throws IOException {
    try (PDDocument pdf = written(lines)) {
      pdf.getDocumentInformation().setTitle(title);
      pdf.getDocumentInformation().setAuthor(author);
      return saved(pdf);
    }
  }

  /** Returns a PDF that asks for a password. */
  static byte[] encryptedPdf() throws IOException {
    try (PDDocument pdf = written(List.of("Secret"))) {
      pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      return saved(pdf);
    }
  }

  private static PDDocument written(List<String> lines) throws IOException {
    PDDocument pdf = new PDDocument();
    PDPage page = new PDPage();
    pdf.addPage(page);
    try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
      out.beginText();
      out.setFont(new PDType1Font(FontName.HELVETICA), 11);
      out.setLeading(14);
      out.newLineAtOffset(60, 720);
      for (String line : lines) {
        if (!line.isEmpty()) {
          out.showText(line);
        }
        out.newLine();
      }
      out.endText();
    }
    return pdf;
  }

  private static byte[] saved(PDDocument pdf) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pdf.save(bytes);
    return bytes.toByteArray();
  }
}
