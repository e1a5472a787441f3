package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet in OpenDocument, from behind the start of its table. */
final class OdsCursor implements SheetCursor {
  private static final String CALC =
      "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
  private static final String OFFICE = OdsWorkbook.OFFICE;
  private static final String TABLE = OdsWorkbook.TABLE;

  /** The greatest number of cells with content that are copies of others by being repeated. */
  private static final int MAX_COPIES = 1 << 22;

  private final SheetXml xml;
  private final List<SheetCell> cells = new ArrayList<>();
  private int row;

  /** How often the row is still to be given out. */
  private int repeats;

  private long copies;
  private int nextRow = 1;
  private boolean hidden;
  private boolean ended;

  OdsCursor(SheetXml xml) {
    this.xml = xml;
  }

  @Override
  public boolean next() throws IOException {
    if (repeats > 0) {
      repeats--;
      row++;
      copied(cells.size());
      return true;
    }
    cells.clear();
    while (!ended && nextRow <= Workbook.MAX_ROWS && xml.next()) {
      if (xml.starts("table-row")) {
        if (readRow()) {
          return true;
        }
      } else if (xml.starts("shapes") || xml.starts("forms")) {
        // Their texts and tables are not cells.
        xml.skip();
      } else {
        ended = xml.ends("table");
      }
    }
    return false;
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public boolean isHidden() {
    return hidden;
  }

  @Override
  public List<SheetCell> cells() {
    return cells;
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }

  /** Reads a row; false when there is nothing in it. */
  private boolean readRow() throws IOException {
    int left = Workbook.MAX_ROWS - nextRow + 1;
    int repeated = Math.max(1, xml.number(TABLE, "number-rows-repeated", 1, left));
    String visibility = xml.attribute(TABLE, "visibility");
    hidden = visibility != null && !visibility.equals("visible");
    row = nextRow;
    nextRow += repeated;
    readCells();
    repeats = cells.isEmpty() ? 0 : repeated - 1;
    return !cells.isEmpty();
  }

  private void readCells() throws IOException {
    int column = 0;
    while (xml.next() && !xml.ends("table-row")) {
      boolean covered = xml.starts("covered-table-cell");
      if (covered || xml.starts("table-cell")) {
        int left = Workbook.MAX_COLUMNS - column;
        int repeated = xml.number(TABLE, "number-columns-repeated", 1, left);
        SheetCell cell = cell();
        // What is under a merged cell is not seen.
        if (!covered && !cell.isEmpty()) {
          while (cells.size() < column) {
            cells.add(SheetCell.EMPTY);
          }
          copied(repeated - 1);
          for (int i = 0; i < repeated; i++) {
            cells.add(cell);
          }
        }
        column += repeated;
      }
    }
  }

  private void copied(int count) throws FileRefused {
    copies += count;
    if (copies > MAX_COPIES) {
      throw FileRefused.unsafe("> " + MAX_COPIES);
    }
  }

  private SheetCell cell() throws IOException {
    String type = xml.attribute(OFFICE, "value-type");
    String number = xml.attribute(OFFICE, "value");
    String date = xml.attribute(OFFICE, "date-value");
    String bool = xml.attribute(OFFICE, "boolean-value");
    String string = xml.attribute(OFFICE, "string-value");
    boolean error = "error".equals(xml.attribute(CALC, "value-type"));
    String name = xml.name();
    String shown = text(name);
    if (error) {
      return SheetCell.error(shown);
    }
    return switch (type == null ? "" : type) {
      case "float", "percentage", "currency" -> number(number, shown);
      case "date" -> date == null ? SheetCell.text(shown) : SheetCell.date(date);
      case "boolean" -> SheetCell.bool("true".equals(bool));
      default -> SheetCell.text(string != null && shown.isEmpty() ? string : shown);
    };
  }

  private static SheetCell number(@Nullable String value, String shown) {
    return value == null ? SheetCell.text(shown) : SheetCell.number(value);
  }

  /** Reads the text of a cell: its paragraphs, one per line. */
  private String text(String cell) throws IOException {
    StringBuilder text = new StringBuilder();
    int paragraphs = 0;
    while (xml.next() && !xml.ends(cell)) {
      if (xml.starts("p") || xml.starts("h")) {
        text.append(paragraphs++ == 0 ? "" : "\n");
        paragraph(xml.name(), text);
      } else if (xml.isStart()) {
        // A comment or a picture.
        xml.skip();
      }
    }
    return text.toString();
  }

  /** OpenDocument part 3, 6.1.2: white space is one blank, none at the start; more has elements. */
  private void paragraph(String name, StringBuilder text) throws IOException {
    boolean blank = true;
    while (xml.next() && !xml.ends(name)) {
      if (xml.isText()) {
        blank = collapse(xml.characters(text.length()), blank, text);
      } else if (xml.starts("s")) {
        int room = SheetXml.MAX_TEXT - Math.min(text.length(), SheetXml.MAX_TEXT);
        text.append(" ".repeat(Math.min(room, xml.number(null, "c", 1, SheetXml.MAX_TEXT))));
        blank = false;
      } else if (xml.starts("tab") || xml.starts("line-break")) {
        text.append(xml.name().equals("tab") ? '\t' : '\n');
        blank = true;
      } else if (xml.starts("annotation") || xml.starts("note")) {
        xml.skip();
      }
    }
  }

  private static boolean collapse(String characters, boolean blankBefore, StringBuilder text) {
    boolean blank = blankBefore;
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      boolean white = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!white) {
        text.append(c);
      } else if (!blank) {
        text.append(' ');
      }
      blank = white;
    }
    return blank;
  }
}
