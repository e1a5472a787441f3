package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.export.XlsxFile.Look;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Labels;
import org.collporterre.schema.Limits;
import org.collporterre.schema.Schema;
import org.collporterre.schema.ValueType;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;

/**
 * An empty workbook (xlsx) to type records into: a sheet named after the table with one column per
 * field, a hidden sheet of the codes, and a sheet that explains the columns. All cells are text, so
 * that codes keep their zeros. Where a field takes one code of a closed vocabulary nothing else can
 * be typed; other vocabularies propose. Immutable and thread-safe; equal templates have equal
 * bytes.
 */
public final class SpreadsheetTemplate {
  private static final String LISTS = "listes";
  private static final String HELP = "aide";
  private static final int LAST_ROW = 10_000;

  /** What spreadsheets take in the message shown at a cell, and in its title. */
  private static final int MAX_PROMPT = 255;

  private static final int MAX_TITLE = 32;

  private final Vocabularies vocabularies;
  private final Labels labels;

  private SpreadsheetTemplate(Vocabularies vocabularies, Labels labels) {
    this.vocabularies = vocabularies;
    this.labels = labels;
  }

  /** Returns the template in French with the standard vocabularies. */
  public static SpreadsheetTemplate create() {
    return new SpreadsheetTemplate(Vocabularies.standard(), Labels.in(Locale.FRENCH));
  }

  /** Returns this template with explanations in French, or for any other locale in English. */
  public SpreadsheetTemplate withLocale(Locale locale) {
    return new SpreadsheetTemplate(vocabularies, Labels.in(locale));
  }

  /** Returns this template proposing the codes of other vocabularies. */
  public SpreadsheetTemplate withVocabularies(Vocabularies other) {
    return new SpreadsheetTemplate(other, labels);
  }

  /**
   * Writes the template for a record type.
   *
   * @param out where to; stays open
   * @throws IOException when it cannot be written
   */
  public void write(OutputStream out, Class<? extends Entry> type) throws IOException {
    Schema<?> schema = Schema.of(type);
    Map<String, List<Concept>> lists = lists(schema.fields());
    XlsxFile file = new XlsxFile(out);
    table(file, schema, lists);
    lists(file, lists);
    help(file, schema);
    file.end();
  }

  /** Returns what the fields' cells choose from, by the name of the list. */
  private Map<String, List<Concept>> lists(List<Field> fields) {
    Map<String, List<Concept>> lists = new LinkedHashMap<>();
    for (Field field : fields) {
      String name = list(field);
      if (name.equals("oui_non")) {
        lists.put(name, List.of(Concept.of("oui", "oui", "yes"), Concept.of("non", "non", "no")));
      } else if (!name.isEmpty()) {
        Collection<Concept> concepts = vocabularies.get(name).concepts();
        lists.putIfAbsent(name, List.copyOf(concepts));
      }
    }
    lists.values().removeIf(List::isEmpty);
    return lists;
  }

  private static String list(Field field) {
    if (field.type().kind() == ValueType.Kind.BOOLEAN) {
      return "oui_non";
    }
    String codes = field.codeList();
    return codes == null ? "" : codes;
  }

  private void table(XlsxFile file, Schema<?> schema, Map<String, List<Concept>> lists)
      throws IOException {
    List<Field> fields = schema.fields();
    List<Integer> widths =
        fields.stream().map(field -> Math.max(12, field.key().length() + 2)).toList();
    XlsxFile.Sheet sheet = file.sheet(schema.name() + "s", false, widths, true);
    sheet.row(
        fields.stream().map(Field::key).toList(),
        fields.stream().map(SpreadsheetTemplate::look).toList());
    for (int i = 0; i < fields.size(); i++) {
      sheet.validation(validation(fields.get(i), i, lists));
    }
    sheet.end();
  }

  private static Look look(Field field) {
    return Limits.of(field).required() ? Look.REQUIRED : Look.HEADER;
  }

  private String validation(Field field, int column, Map<String, List<Concept>> lists) {
    String name = list(field);
    int place = new ArrayList<>(lists.keySet()).indexOf(name);
    boolean refuses = place >= 0 && !field.isList() && !field.isOpen();
    String letters = XlsxFile.letters(column);
    StringBuilder xml = new StringBuilder("<dataValidation");
    if (place >= 0) {
      xml.append(" type=\"list\" errorStyle=\"" + (refuses ? "stop" : "information") + "\"");
    }
    xml.append(" allowBlank=\"1\" showInputMessage=\"1\"");
    xml.append(refuses ? " showErrorMessage=\"1\"" : "");
    xml.append(" promptTitle=\"" + prompt(labels.label(field.key()), MAX_TITLE) + "\"");
    xml.append(" prompt=\"" + prompt(labels.description(field.key()), MAX_PROMPT) + "\"");
    // With a list the header would be refused, without one the message helps there too.
    int first = place >= 0 ? 2 : 1;
    xml.append(" sqref=\"" + letters + first + ":" + letters + LAST_ROW + "\"");
    if (place < 0) {
      return xml.append("/>").toString();
    }
    String codes = XlsxFile.letters(2 * place);
    int last = lists.getOrDefault(name, List.of()).size() + 1;
    xml.append("><formula1>" + LISTS + "!$" + codes + "$2:$" + codes + "$" + last);
    return xml.append("</formula1></dataValidation>").toString();
  }

  private static String prompt(String text, int max) {
    String cut = text.length() <= max ? text : text.substring(0, max - 1) + "…";
    return XlsxFile.escaped(cut);
  }

  /** Writes the codes, and beside them their labels. */
  private void lists(XlsxFile file, Map<String, List<Concept>> lists) throws IOException {
    XlsxFile.Sheet sheet =
        file.sheet(LISTS, true, Collections.nCopies(2 * lists.size(), 24), false);
    List<Look> header = Collections.nCopies(2 * lists.size(), Look.HEADER);
    List<Look> plain = Collections.nCopies(2 * lists.size(), Look.TEXT);
    List<String> names = new ArrayList<>();
    lists.keySet().forEach(name -> names.addAll(List.of(name, "")));
    sheet.row(names, header);
    int longest = lists.values().stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      List<String> row = new ArrayList<>();
      for (List<Concept> list : lists.values()) {
        boolean there = i < list.size();
        row.add(there ? list.get(i).code() : "");
        row.add(there ? list.get(i).label(labels.locale().getLanguage()) : "");
      }
      sheet.row(row, plain);
    }
    sheet.end();
  }

  private void help(XlsxFile file, Schema<?> schema) throws IOException {
    XlsxFile.Sheet sheet = file.sheet(HELP, false, List.of(24, 36, 120), true);
    boolean french = labels.locale().getLanguage().equals("fr");
    sheet.row(
        french
            ? List.of("colonne", "nom", "ce qu’il faut y écrire")
            : List.of("column", "name", "what to write there"),
        Collections.nCopies(3, Look.HEADER));
    for (Field field : schema.fields()) {
      sheet.row(
          List.of(field.key(), labels.label(field.key()), labels.description(field.key())),
          List.of(look(field), Look.TEXT, Look.TEXT));
    }
    sheet.end();
  }
}
