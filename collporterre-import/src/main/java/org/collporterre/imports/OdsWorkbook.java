package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A workbook in OpenDocument (ISO/IEC 26300). All its sheets are in one part, which is read once
 * for their names and again for each sheet; no row is kept.
 */
final class OdsWorkbook implements Workbook {
  static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
  private static final String CONTENT = "content.xml";
  private static final String TYPE = "application/vnd.oasis.opendocument.";

  private final BoundedZip zip;
  private final List<Sheet> sheets = new ArrayList<>();
  private final BitSet filled = new BitSet();

  private OdsWorkbook(BoundedZip zip) {
    this.zip = zip;
  }

  /** Tells whether an archive is a document of this family. */
  static boolean isIn(BoundedZip zip) throws IOException {
    return text(zip, "mimetype").startsWith(TYPE);
  }

  /**
   * Opens a workbook.
   *
   * @throws FileRefused when the archive holds none, or an encrypted or damaged one
   */
  static OdsWorkbook open(BoundedZip zip) throws IOException {
    String type = text(zip, "mimetype").strip();
    if (!type.startsWith(TYPE + "spreadsheet")) {
      throw new FileRefused("format-unsupported", type, WorkbookFile.READABLE);
    }
    // Newer programs encrypt the whole document as one part.
    if (zip.names().contains("encrypted-package")
        || text(zip, "META-INF/manifest.xml").contains("encryption-data")) {
      throw new FileRefused("file-encrypted", "ODS", null);
    }
    OdsWorkbook workbook = new OdsWorkbook(zip);
    workbook.readSheets();
    return workbook;
  }

  @Override
  public List<Sheet> sheets() {
    return Collections.unmodifiableList(sheets);
  }

  @Override
  public SheetCursor open(int sheet) throws IOException {
    SheetXml xml = xml();
    int at = -1;
    while (at < sheet && xml.next()) {
      if (xml.starts("table")) {
        at++;
        if (at < sheet) {
          xml.skip();
        }
      }
    }
    return new OdsCursor(xml);
  }

  @Override
  public boolean hasContent(int sheet) {
    // To open each sheet again would read the part as often as there are sheets.
    return filled.get(sheet);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void readSheets() throws IOException {
    Set<String> hiddenStyles = new HashSet<>();
    String style = "";
    try (SheetXml xml = xml()) {
      while (xml.next()) {
        if (xml.starts("style")) {
          style = String.valueOf(xml.attribute(STYLE, "name"));
        } else if (xml.starts("table-properties")
            && "false".equals(xml.attribute(TABLE, "display"))) {
          hiddenStyles.add(style);
        } else if (xml.starts("table")) {
          String name = String.valueOf(xml.attribute(TABLE, "name"));
          String of = String.valueOf(xml.attribute(TABLE, "style-name"));
          if (sheets.size() == MAX_SHEETS) {
            throw FileRefused.unsafe("> " + MAX_SHEETS);
          }
          // Tables in tables are none of ours.
          filled.set(sheets.size(), skipped(xml));
          sheets.add(new Sheet(name, hiddenStyles.contains(of)));
        }
      }
    }
  }

  /** Skips a table; tells whether there is a text in it beside its shapes and comments. */
  private static boolean skipped(SheetXml xml) throws IOException {
    boolean holds = false;
    int inside = 1;
    while (inside > 0 && xml.next()) {
      if (xml.starts("shapes") || xml.starts("annotation")) {
        xml.skip();
      } else {
        inside += xml.isStart() ? 1 : xml.isEnd() ? -1 : 0;
        holds |= xml.isText() && !xml.characters(0).isBlank();
      }
    }
    return holds;
  }

  private SheetXml xml() throws IOException {
    return new SheetXml(zip.require(CONTENT), CONTENT);
  }

  private static String text(BoundedZip zip, String part) throws IOException {
    InputStream in = zip.open(part);
    if (in == null) {
      return "";
    }
    try (in) {
      return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
    }
  }
}
