package org.collporterre.export;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.collporterre.dataset.Relation;
import org.collporterre.dataset.VocabularyRow;
import org.collporterre.model.Entry;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Labels;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;

/**
 * The reference of the format for people: every field of every table and every code, as a Markdown
 * document in French or English. Made from the declarations alone, so it says what the programs do.
 */
public final class FieldReference {
  private final Labels labels;
  private final ReferenceWords words;
  private final FieldForms forms;
  private final StringBuilder out = new StringBuilder(1 << 16);

  /**
   * In which tables the codes of a vocabulary are used, and whether other texts may stand there.
   */
  private final Map<String, Set<String>> fieldsOf = new LinkedHashMap<>();

  private final Set<String> open = new LinkedHashSet<>();

  private FieldReference(Locale locale) {
    this.labels = Labels.in(locale);
    this.words = ReferenceWords.in(labels.locale());
    this.forms = new FieldForms(words);
  }

  /** Returns the document in French for a French locale, in English for any other. */
  public static String markdown(Locale locale) {
    return new FieldReference(locale).document();
  }

  private String document() {
    out.append("# ").append(words.text("title")).append("\n\n");
    out.append(words.text("intro")).append("\n");
    Map<Class<?>, ChildTable> tables = new LinkedHashMap<>();
    Map<Class<?>, Set<String>> parents = new LinkedHashMap<>();
    for (Class<? extends Entry> type : Entry.TYPES) {
      Schema<?> schema = Schema.of(type);
      String file = schema.name() + "s.csv";
      section(words.text("record." + schema.name()), file, "", List.of(), schema);
      collect(schema, words.text("record." + schema.name()), tables, parents);
    }
    tables.forEach((type, table) -> child(table, parents.getOrDefault(type, Set.of())));
    table(Relation.TABLE, Relation.class);
    table(VocabularyRow.TABLE, VocabularyRow.class);
    vocabularies();
    return out.toString();
  }

  private void collect(
      Schema<?> schema,
      String parent,
      Map<Class<?>, ChildTable> tables,
      Map<Class<?>, Set<String>> parents) {
    for (ChildTable table : schema.childTables()) {
      parents.computeIfAbsent(table.type(), type -> new LinkedHashSet<>()).add(parent);
      if (tables.putIfAbsent(table.type(), table) == null) {
        collect(table.schema(), labels.label(table.name()), tables, parents);
      }
    }
  }

  private void child(ChildTable table, Set<String> parents) {
    String name = table.name();
    String intro =
        words.text("child", String.join(", ", parents), text(labels.description(name))) + "\n\n";
    section(labels.label(name), name + ".csv", intro, table.links(), table.schema());
  }

  /** A table of a dataset whose rows are about several records, or about none. */
  private void table(String name, Class<?> rows) {
    String intro = text(labels.description(name)) + "\n\n";
    section(labels.label(name), name + ".csv", intro, List.of(), Schema.of(rows));
  }

  private void section(
      String title, String file, String intro, List<String> links, Schema<?> schema) {
    out.append("\n## ").append(title).append(" (`").append(file).append("`)\n\n").append(intro);
    row(words.text("head.column"), words.text("head.content"), words.text("head.form"));
    rule(3);
    for (String link : links) {
      boolean optional = ChildTable.OPTIONAL_LINKS.contains(link);
      String label = code(link) + "<br>" + labels.label(link);
      row(optional ? label : label + required(), text(labels.description(link)), "");
    }
    for (Field field : schema.fields()) {
      note(schema, field);
      row(
          code(field.key()) + "<br>" + labels.label(field.key()) + required(field),
          text(labels.description(field.key())),
          text(forms.words(field)));
    }
    out.append("\n").append(words.text("programs")).append("\n\n");
    row(
        code("key"),
        words.text("head.english"),
        words.text("head.aliases"),
        "JSON-LD",
        words.text("head.pattern"));
    rule(5);
    for (Field field : schema.fields()) {
      row(
          code(field.key()),
          code(field.englishKey()),
          field.aliases().stream().map(FieldReference::code).collect(Collectors.joining(", ")),
          forms.terms(field).stream().map(FieldReference::code).collect(Collectors.joining(", ")),
          forms.pattern(field).isEmpty() ? "" : code(forms.pattern(field)));
    }
  }

  private String required(Field field) {
    return forms.isRequired(field) ? required() : "";
  }

  private String required() {
    return "<br>**" + words.text("required") + "**";
  }

  private void note(Schema<?> schema, Field field) {
    String codeList = field.codeList();
    if (codeList != null) {
      String table = schema.name().isEmpty() ? "" : words.text("record." + schema.name()) + " ";
      fieldsOf
          .computeIfAbsent(codeList, name -> new LinkedHashSet<>())
          .add(table + code(field.key()));
      if (field.isOpen()) {
        open.add(codeList);
      }
    }
  }

  private void vocabularies() {
    out.append("\n# ").append(words.text("vocabularies")).append("\n\n");
    out.append(words.text("vocabularies.intro")).append("\n");
    for (Vocabulary vocabulary : Vocabularies.standard().all()) {
      String name = vocabulary.name();
      out.append("\n## ").append(name).append("\n\n");
      out.append(words.text(open.contains(name) ? "vocabulary.open" : "vocabulary.closed"));
      Set<String> fields = fieldsOf.getOrDefault(name, Set.of());
      if (!fields.isEmpty()) {
        out.append(" ").append(words.text("vocabulary.fields", String.join(", ", fields)));
      }
      out.append("\n\n");
      codes(vocabulary.concepts());
    }
  }

  private void codes(Collection<Concept> concepts) {
    Set<String> languages = new TreeSet<>((a, b) -> place(a) - place(b));
    concepts.forEach(concept -> languages.addAll(concept.labels().keySet()));
    List<String> head = languages.stream().map(one -> words.text("language." + one)).toList();
    row(words.text("head.code"), head);
    rule(head.size() + 1);
    for (Concept concept : concepts) {
      List<String> cells =
          languages.stream().map(one -> text(concept.labels().getOrDefault(one, ""))).toList();
      row(code(concept.code()), cells);
    }
  }

  private static int place(String language) {
    int place = List.of("fr", "en", "br").indexOf(language);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private void row(String first, List<String> others) {
    out.append("| ").append(first).append(" | ").append(String.join(" | ", others)).append(" |\n");
  }

  private void row(String first, String... others) {
    row(first, List.of(others));
  }

  /** Draws the line below the head of a table. */
  private void rule(int columns) {
    out.append("|---".repeat(columns)).append("|\n");
  }

  /** A bar would end the cell of a table, even inside a code span. */
  private static String code(String text) {
    String fence = text.indexOf('`') < 0 ? "`" : "``";
    return fence + text.replace("|", "\\|") + fence;
  }

  private static String text(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
