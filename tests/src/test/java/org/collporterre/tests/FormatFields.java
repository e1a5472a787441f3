package org.collporterre.tests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.dataset.Relation;
import org.collporterre.dataset.VocabularyRow;
import org.collporterre.model.Entry;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.FormatVersion;
import org.collporterre.schema.Limits;
import org.collporterre.schema.Schema;

/** The tables of fields of the specification, as Markdown, made from the declarations. */
final class FormatFields {
  private final StringBuilder out = new StringBuilder(1 << 15);
  private final Map<String, String> patterns = new TreeMap<>();

  private FormatFields() {}

  static String markdown() {
    FormatFields fields = new FormatFields();
    fields.head();
    Map<String, ChildTable> children = new LinkedHashMap<>();
    for (Class<? extends Entry> type : Entry.TYPES) {
      Schema<?> schema = Schema.of(type);
      fields.table(schema.name() + "s.csv", List.of(), schema);
      collect(schema, children);
    }
    children.forEach((name, table) -> fields.table(name + ".csv", table.links(), table.schema()));
    fields.table(Relation.TABLE, List.of(), Schema.of(Relation.class));
    fields.table(VocabularyRow.TABLE, List.of(), Schema.of(VocabularyRow.class));
    fields.patterns();
    return fields.out.toString();
  }

  private static void collect(Schema<?> schema, Map<String, ChildTable> children) {
    for (ChildTable table : schema.childTables()) {
      if (children.putIfAbsent(table.name(), table) == null) {
        collect(table.schema(), children);
      }
    }
  }

  private void head() {
    out.append("# Fields of the Collporterre format ").append(FormatVersion.CURRENT).append("\n\n");
    out.append(
        """
        Part of the [specification](README.md); made from the declarations of the fields, so do not edit it. What to write in each, in words and
        with examples: [the reference](../../reference/fields.en.md).

        *Occurs*: `1` required, `0..1` optional, `0..n` a list of at most n. *Value*: a [form](README.md#values) and its limits; `@` marks texts that
        may have [translations](csv.md#translations), and *never public* or *public if* what [public formats](README.md#what-is-public) leave out.
        *Term*: the property of JSON-LD, with the node it stands in.
        """);
  }

  private void table(String file, List<String> links, Schema<?> schema) {
    String name = file.endsWith(".csv") ? file : file + ".csv";
    out.append("\n## ").append(name).append("\n\n");
    out.append("| Key | Occurs | Value | Term |\n|---|---|---|---|\n");
    for (String link : links) {
      String occurs = ChildTable.OPTIONAL_LINKS.contains(link) ? "0..1" : "1";
      row("`" + link + "`", occurs, "of the record the row belongs to", "");
    }
    schema.fields().forEach(this::row);
  }

  private void row(Field field) {
    Limits limits = Limits.of(field);
    row("`" + field.key() + "`", occurs(field, limits), value(field, limits), term(field));
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String occurs(Field field, Limits limits) {
    if (!field.isList()) {
      return limits.required() ? "1" : "0..1";
    }
    return "0.." + (limits.maxItems() == Limits.UNLIMITED ? "*" : limits.maxItems());
  }

  private String value(Field field, Limits limits) {
    List<String> parts = new ArrayList<>();
    parts.add(form(field, limits));
    if (limits.maxLength() != Limits.UNLIMITED) {
      parts.add(Math.max(1, limits.minLength()) + "–" + limits.maxLength() + " characters");
    }
    if (limits.minimum() != null || limits.maximum() != null) {
      parts.add((limits.minimum() + "–" + limits.maximum()).replace("–null", " or more"));
    }
    Confidential confidential = field.confidential();
    if (confidential != null) {
      String unless = confidential.unless();
      parts.add(unless.isEmpty() ? "never public" : "public if `" + unless + "` = oui");
    }
    return String.join(", ", parts);
  }

  private String form(Field field, Limits limits) {
    String codes = field.codeList();
    Class<? extends Entry> target = field.refersTo();
    if (codes != null) {
      return (field.isOpen() ? "open code of " : "code of ") + "`" + codes + "`";
    }
    if (target != null) {
      return "reference to " + Schema.of(target).name();
    }
    if (limits.email()) {
      return "e-mail address";
    }
    String form =
        switch (field.valueClass().getSimpleName()) {
          case "String" -> "text";
          case "LocalizedText" -> "text @";
          case "LocalDate" -> "day";
          case "PartialDate" -> "partial date";
          case "BigDecimal", "Double", "double" -> "decimal";
          case "Integer", "int" -> "integer";
          case "Boolean", "boolean" -> "truth value";
          case "RecordRef" -> "reference";
          case "ExternalId" -> "external identifier";
          case "Territory" -> "territory";
          case "IsoDuration" -> "duration";
          default -> field.child() == null ? field.valueClass().getSimpleName() : "compact";
        };
    String pattern = limits.pattern();
    if (pattern == null || field.isLocalized()) {
      return form;
    }
    if (!field.valueClass().equals(String.class)) {
      patterns.put(form, code(pattern));
      return form;
    }
    return form + " " + code(pattern);
  }

  /** An expression as a cell of a table; one with a backtick stands between two of them. */
  private static String code(String pattern) {
    String fence = pattern.contains("`") ? "`` " : "`";
    return fence + pattern.replace("|", "\\|") + new StringBuilder(fence).reverse();
  }

  private void patterns() {
    out.append("\n## Forms with a pattern\n\n| Form | Pattern |\n|---|---|\n");
    patterns.forEach(this::row);
  }

  private static String term(Field field) {
    return field.terms().stream()
        .map(
            term ->
                "`"
                    + (term.in().isEmpty() ? "" : term.in() + "/")
                    + term.value()
                    + (term.node().isEmpty() ? "" : "/" + term.property())
                    + "`")
        .distinct()
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
