package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet in Office Open XML. */
final class XlsxCursor implements SheetCursor {
  private final SheetXml xml;
  private final List<String> texts;
  private final XlsxFormats formats;
  private final boolean from1904;
  private final List<SheetCell> cells = new ArrayList<>();
  private int row;
  private boolean hidden;

  XlsxCursor(SheetXml xml, List<String> texts, XlsxFormats formats, boolean from1904) {
    this.xml = xml;
    this.texts = texts;
    this.formats = formats;
    this.from1904 = from1904;
  }

  @Override
  public boolean next() throws IOException {
    cells.clear();
    while (row < Workbook.MAX_ROWS && xml.next()) {
      if (xml.starts("row")) {
        int number = xml.number(null, "r", row + 1, Workbook.MAX_ROWS);
        if (number <= row) {
          throw FileRefused.damaged("row " + number);
        }
        row = number;
        hidden = XlsxWorkbook.isTrue(xml.attribute("hidden"));
        readCells();
        return true;
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

  private void readCells() throws IOException {
    int next = 0;
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        String address = xml.attribute("r");
        int column = address == null ? next : SheetCell.column(address);
        SheetCell cell = cell();
        if (column < next) {
          throw FileRefused.damaged(String.valueOf(address));
        }
        next = column + 1;
        if (!cell.isEmpty() && column < Workbook.MAX_COLUMNS) {
          while (cells.size() < column) {
            cells.add(SheetCell.EMPTY);
          }
          cells.add(cell);
        }
      }
    }
  }

  private SheetCell cell() throws IOException {
    String type = xml.attribute("t");
    int style = xml.number(null, "s", 0, Integer.MAX_VALUE);
    String value = "";
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        value = value();
      } else if (xml.starts("is")) {
        type = "is";
        value = XlsxWorkbook.text(xml, "is");
      }
    }
    return cell(type == null ? "n" : type, style, value);
  }

  private String value() throws IOException {
    StringBuilder value = new StringBuilder();
    while (xml.next() && !xml.ends("v")) {
      if (xml.isText()) {
        value.append(xml.characters(value.length()));
      }
    }
    return value.toString();
  }

  private SheetCell cell(String type, int style, String value) throws IOException {
    if (value.isEmpty()) {
      return SheetCell.EMPTY;
    }
    return switch (type) {
      case "s" -> SheetCell.text(shared(value));
      case "is" -> SheetCell.text(value);
      case "b" -> SheetCell.bool(XlsxWorkbook.isTrue(value));
      case "e" -> SheetCell.error(value);
      case "d" -> SheetCell.date(value);
      case "n" ->
          formats.isDate(style) ? XlsxFormats.moment(value, from1904) : SheetCell.number(value);
      default -> SheetCell.text(XlsxWorkbook.unescaped(value));
    };
  }

  private String shared(String index) throws IOException {
    double place = SheetCell.value(index);
    if (!(place >= 0 && place < texts.size())) {
      throw FileRefused.damaged("sharedStrings.xml");
    }
    return texts.get((int) place);
  }
}
