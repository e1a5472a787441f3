package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workbook in Office Open XML (ECMA-376, transitional or strict). The texts that sheets share are
 * in memory, under the limits of {@link BoundedZip}; rows are not.
 */
final class XlsxWorkbook implements Workbook {
  /** The greatest number of shared texts, of which each takes memory even when it is empty. */
  private static final int MAX_TEXTS = 1 << 22;

  private static final int MAX_RELATIONS = 10_000;

  private final BoundedZip zip;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();
  private final List<String> texts;
  private final XlsxFormats formats;
  private boolean from1904;

  private XlsxWorkbook(BoundedZip zip, String workbook, Map<String, Relation> relations)
      throws IOException {
    this.zip = zip;
    this.texts = texts(part(relations, "/sharedStrings"));
    String styles = part(relations, "/styles");
    if (styles == null) {
      this.formats = XlsxFormats.none();
    } else {
      try (SheetXml xml = xml(styles)) {
        this.formats = XlsxFormats.read(xml);
      }
    }
    try (SheetXml xml = xml(workbook)) {
      readSheets(xml, relations);
    }
  }

  private record Relation(String type, String target) {}

  /** Tells whether an archive is a workbook of this kind. */
  static boolean isIn(BoundedZip zip) {
    return zip.names().contains("[Content_Types].xml");
  }

  /**
   * Opens a workbook.
   *
   * @throws FileRefused when the archive holds none, or a damaged one
   */
  static XlsxWorkbook open(BoundedZip zip) throws IOException {
    String workbook = part(relations(zip, ""), "/officeDocument");
    if (workbook == null || !zip.names().contains(workbook)) {
      throw FileRefused.damaged("_rels/.rels");
    }
    if (!workbook.endsWith(".xml") || !workbook.contains("workbook")) {
      boolean binary = workbook.endsWith(".bin");
      throw new FileRefused("format-unsupported", binary ? "XLSB" : "OOXML", WorkbookFile.READABLE);
    }
    return new XlsxWorkbook(zip, workbook, relations(zip, workbook));
  }

  @Override
  public List<Sheet> sheets() {
    return Collections.unmodifiableList(sheets);
  }

  @Override
  public SheetCursor open(int sheet) throws IOException {
    return new XlsxCursor(xml(parts.get(sheet)), texts, formats, from1904);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void readSheets(SheetXml xml, Map<String, Relation> relations) throws IOException {
    while (xml.next()) {
      if (xml.starts("workbookPr")) {
        from1904 = isTrue(xml.attribute("date1904"));
      } else if (xml.starts("sheet")) {
        Relation relation = relations.get(String.valueOf(xml.attribute("id")));
        String name = xml.attribute("name");
        if (relation == null || name == null) {
          throw FileRefused.damaged("workbook.xml");
        }
        // The others are charts and dialogs.
        if (relation.type().endsWith("/worksheet")) {
          if (parts.contains(relation.target())) {
            // Reading one part a thousand times is only asked for by who means harm.
            throw FileRefused.damaged("workbook.xml");
          }
          if (sheets.size() == MAX_SHEETS) {
            throw FileRefused.unsafe("> " + MAX_SHEETS);
          }
          String state = xml.attribute("state");
          sheets.add(new Sheet(name, state != null && !state.equals("visible")));
          parts.add(relation.target());
        }
      }
    }
  }

  private List<String> texts(@Nullable String part) throws IOException {
    List<String> texts = new ArrayList<>();
    if (part == null) {
      return texts;
    }
    try (SheetXml xml = xml(part)) {
      while (xml.next()) {
        if (xml.starts("si")) {
          texts.add(text(xml, "si"));
          if (texts.size() > MAX_TEXTS) {
            throw FileRefused.unsafe(part);
          }
        }
      }
    }
    return texts;
  }

  /** Reads the text of an element that may be in runs, without the reading aids of Japanese. */
  static String text(SheetXml xml, String element) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean inside = false;
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("rPh")) {
        xml.skip();
      } else if (xml.starts("t")) {
        inside = true;
      } else if (xml.ends("t")) {
        inside = false;
      } else if (inside && xml.isText()) {
        text.append(xml.characters(text.length()));
      }
    }
    return unescaped(text.toString());
  }

  /** Resolves {@code _x000D_} (ECMA-376 part 1, 22.9.2.19) for the characters XML cannot hold. */
  static String unescaped(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    int from = 0;
    for (; at >= 0; at = text.indexOf("_x", at)) {
      int code = escaped(text, at);
      if (code < 0) {
        at++;
        continue;
      }
      plain.append(text, from, at).append((char) code);
      at += 7;
      from = at;
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static int escaped(String text, int at) {
    if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  static boolean isTrue(@Nullable String value) {
    return value != null && (value.equals("1") || value.equals("true"));
  }

  private SheetXml xml(String part) throws IOException {
    return new SheetXml(zip.require(part), part);
  }

  private static @Nullable String part(Map<String, Relation> relations, String type) {
    return relations.values().stream()
        .filter(relation -> relation.type().endsWith(type))
        .map(Relation::target)
        .findFirst()
        .orElse(null);
  }

  /** Returns where the relations of a part lead, by their identifiers; of the package for "". */
  private static Map<String, Relation> relations(BoundedZip zip, String part) throws IOException {
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
    Map<String, Relation> relations = new HashMap<>();
    try (SheetXml xml = new SheetXml(zip.require(name), name)) {
      while (xml.next()) {
        if (xml.starts("Relationship")) {
          String id = xml.attribute("Id");
          String type = xml.attribute("Type");
          String target = xml.attribute("Target");
          if (id != null && type != null && target != null) {
            relations.put(id, new Relation(type, resolved(folder, target)));
            if (relations.size() > MAX_RELATIONS) {
              throw FileRefused.unsafe(name);
            }
          }
        }
      }
    }
    return relations;
  }

  private static String resolved(String folder, String target) {
    Deque<String> path = new ArrayDeque<>();
    String whole = target.startsWith("/") ? target : folder + target;
    for (String step : whole.split("/", -1)) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }
}
