package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collporterre.model.Entry;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.schema.TableTexts;
import org.jspecify.annotations.Nullable;

/**
 * Copies files with the texts hidden that reports must not show: what a person consented to, and
 * what stands under a name that is that of a secret. Everything else, and each line break, stays in
 * its place.
 */
final class HiddenTexts {
  private static final String HIDDEN = "***";

  private HiddenTexts() {}

  /** Copies a table; returns whether anything was hidden. Nothing is written when there is not. */
  static boolean ofTable(Path file, TableShape shape, ImportSettings settings, Path copy)
      throws IOException {
    SourceText.Bytes bytes = () -> Files.newInputStream(file);
    try (InputStream in = bytes.open()) {
      CsvHead head = CsvHead.read(in, file.toString(), shape, settings, finding -> {});
      CsvColumns columns = head.columns();
      if (columns == null || !hasSecrets(columns)) {
        return false;
      }
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy));
          SourceText text = SourceText.open(bytes, head.encoding(), out)) {
        CsvScanner rows = (CsvScanner) head.rows();
        while (text.isEditable() && rows.nextRow()) {
          hide(rows, columns, text);
        }
        text.finish();
      }
      return true;
    }
  }

  private static void hide(CsvScanner rows, CsvColumns columns, SourceText text)
      throws IOException {
    for (int i = 0; i < Math.min(rows.cells(), columns.size()); i++) {
      int from = rows.from(i);
      int to = rows.to(i);
      if (from < to && isSecret(columns.get(i))) {
        long start = text.at(rows.offset(from));
        long end = text.at(rows.offset(to));
        if (start >= 0 && end >= 0) {
          String found = new String(rows.bytes(), from, to - from, StandardCharsets.UTF_8);
          text.replace(start, end, hidden(found));
        }
      }
    }
  }

  private static String hidden(String text) {
    return text.replaceAll("[^\r\n]+", HIDDEN);
  }

  private static boolean hasSecrets(CsvColumns columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (isSecret(columns.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSecret(CsvColumn column) {
    return isSecret(column.field()) || TableTexts.isSecret(column.header());
  }

  /** Tells whether a field never becomes public, so that no report shows what it holds. */
  static boolean isSecret(@Nullable Field field) {
    Confidential confidential = field == null ? null : field.confidential();
    return confidential != null && confidential.unless().isEmpty();
  }

  /** Copies JSON. */
  static boolean ofJson(Path file, ImportSettings settings, Path copy) throws IOException {
    SourceText.Bytes bytes = () -> Files.newInputStream(file);
    TextEncoding encoding;
    try (InputStream in = bytes.open()) {
      encoding = TextEncoding.marked(in.readNBytes(2), settings);
    }
    String name = file.toString();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy));
        SourceText text = SourceText.open(bytes, encoding, out);
        InputStream in = bytes.open()) {
      BufferedInputStream json =
          new BufferedInputStream(TextEncoding.json(in, name, settings, finding -> {}));
      if (text.isEditable()) {
        hide(new JsonScanner(json, JsonFraming.of(json, name)), text);
      }
      text.finish();
    }
    return true;
  }

  private static void hide(JsonScanner in, SourceText text) throws IOException {
    boolean more = true;
    while (more) {
      try {
        JsonScanner.Token token = in.next();
        if (token == JsonScanner.Token.END) {
          more = in.nextText();
        } else if (token == JsonScanner.Token.NAME && isSecret(in.text())) {
          hideValue(in, text);
        }
      } catch (JsonFault e) {
        more = in.nextText();
      }
    }
  }

  private static boolean isSecret(String name) {
    return TableTexts.isSecret(name)
        || Entry.TYPES.stream().anyMatch(type -> isSecret(Schema.of(type).byHeader(name)));
  }

  /** Hides a value, or all values that are in it. */
  private static void hideValue(JsonScanner in, SourceText text) throws IOException, JsonFault {
    int outside = in.depth();
    do {
      JsonScanner.Token token = in.next();
      boolean single = token == JsonScanner.Token.TEXT || token == JsonScanner.Token.NUMBER;
      if (single) {
        long from = text.at(in.tokenOffset());
        long to = text.at(in.offset());
        if (from >= 0 && to >= 0) {
          text.replace(from, to, JsonNode.quoted(HIDDEN));
        }
      }
    } while (in.depth() > outside);
  }
}
