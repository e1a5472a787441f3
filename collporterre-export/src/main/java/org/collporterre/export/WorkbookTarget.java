package org.collporterre.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.export.XlsxFile.Look;
import org.collporterre.files.WholeFile;

/**
 * Writes a dataset as a workbook (xlsx): a sheet per table, all cells texts, and the manifest line
 * by line in a hidden sheet. The same records give the same bytes.
 */
final class WorkbookTarget implements PackageTarget {
  private static final int NARROW = 12;
  private static final int WIDE = 100;

  private final WholeFile target;
  private final XlsxFile workbook;

  WorkbookTarget(WholeFile target) {
    this.target = target;
    this.workbook = new XlsxFile(new BufferedOutputStream(target.out(), 1 << 16));
  }

  @Override
  public boolean holds(String text) {
    return text.length() <= XlsxFile.MAX_TEXT;
  }

  @Override
  public void requireRoom(StagedTable table) throws IOException {
    int columns = table.header().size();
    if (columns > XlsxFile.MAX_COLUMNS) {
      throw tooLarge(table, columns + " columns", XlsxFile.MAX_COLUMNS);
    }
    // The header is a row too.
    if (table.size() >= XlsxFile.MAX_ROWS) {
      throw tooLarge(table, table.size() + " rows and a header", XlsxFile.MAX_ROWS);
    }
  }

  private static IOException tooLarge(StagedTable table, String size, int limit) {
    return new IOException(
        "too large for a workbook: "
            + table.name()
            + " has "
            + size
            + ", a sheet at most "
            + limit);
  }

  @Override
  public void table(StagedTable table, Fingerprint fingerprint) throws IOException {
    List<String> header = table.header();
    List<Integer> widths =
        header.stream().map(name -> Math.min(WIDE, Math.max(NARROW, name.length() + 2))).toList();
    XlsxFile.Sheet sheet = workbook.sheet(table.name(), false, widths, true);
    sheet.row(header, Collections.nCopies(header.size(), Look.HEADER));
    List<Look> plain = Collections.nCopies(header.size(), Look.TEXT);
    table.rows(
        cells -> {
          List<String> texts = cells.stream().map(WorkbookTarget::held).toList();
          fingerprint.begin(table.name());
          for (int i = 0; i < texts.size(); i++) {
            fingerprint.cell(header.get(i), texts.get(i));
          }
          fingerprint.end();
          sheet.row(texts, plain);
        });
    sheet.end();
  }

  /** Returns as much of a text as a cell takes; that not all of it does has been reported. */
  private static String held(String text) {
    return text.length() <= XlsxFile.MAX_TEXT ? text : text.substring(0, end(text, 0));
  }

  /** Returns where the part of a text that begins at a place ends: never inside a character. */
  private static int end(String text, int from) {
    int end = Math.min(text.length(), from + XlsxFile.MAX_TEXT);
    boolean splits = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return splits ? end - 1 : end;
  }

  @Override
  public void manifest(DatasetDescriptor descriptor, byte[] json) throws IOException {
    XlsxFile.Sheet sheet = workbook.sheet(DatasetDescriptor.SHEET, true, List.of(WIDE), false);
    for (String line : new String(json, StandardCharsets.UTF_8).split("\n", -1)) {
      List<String> parts = new ArrayList<>();
      for (int from = 0; from < line.length(); from = end(line, from)) {
        parts.add(line.substring(from, end(line, from)));
      }
      sheet.row(parts, Collections.nCopies(parts.size(), Look.TEXT));
    }
    sheet.end();
  }

  @Override
  public void commit() throws IOException {
    workbook.end();
    target.commit();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
