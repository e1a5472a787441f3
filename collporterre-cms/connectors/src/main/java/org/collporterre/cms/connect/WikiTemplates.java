package org.collporterre.cms.connect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Labels;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The templates of records on a wiki in French, {@code Modèle:Initiative} and others: their names,
 * their texts, and the calls that stand for records.
 */
final class WikiTemplates {
  /** What stands in the place of a record that was withdrawn. */
  static final String WITHDRAWN = "Fiche retirée";

  private static final String SEPARATOR = " &#124; ";
  private static final String CATEGORIES = "catégories";
  private static final Map<String, String> PLURALS =
      Map.of("initiative", "Initiatives", "portrait", "Portraits", "methodologie", "Méthodologies");

  /** The fields whose codes are categories. */
  private static final List<String> SORTED_BY = List.of("champs_action", "themes");

  /** What a wiki shows that can't leave out what is empty. */
  private static final Set<String> ALWAYS_SHOWN = Set.of("resume", "themes", "licence");

  private final Vocabularies vocabularies;
  private final String namespace;

  /**
   * Makes templates.
   *
   * @param vocabularies where codes have their labels
   * @param namespace what the wiki calls the namespace of categories
   */
  WikiTemplates(Vocabularies vocabularies, String namespace) {
    this.vocabularies = vocabularies;
    this.namespace = namespace;
  }

  /** Returns the names of all templates, by record type; that of what is withdrawn under none. */
  static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    Entry.TYPES.forEach(type -> names.put(Schema.of(type).name(), name(Schema.of(type).name())));
    names.put("", WITHDRAWN);
    return names;
  }

  /** Returns the name of the template of a record type: {@code Initiative}. */
  static String name(String type) {
    return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
  }

  /** Returns which record a call stands for; without an identifier an empty one. */
  static RecordKey key(TemplateCall call) {
    String id = Wikitext.plain(call.values().getOrDefault("id", ""));
    String type =
        call.name().equals(WITHDRAWN)
            ? Wikitext.plain(call.values().getOrDefault("type", ""))
            : call.name().toLowerCase(Locale.ROOT);
    return new RecordKey(type, id);
  }

  /** Returns the call that stands for a record. */
  TemplateCall call(PublicRow row) {
    Map<String, String> values = new LinkedHashMap<>();
    Schema<?> schema = Schema.of(row.entry());
    row.columns().forEach((key, text) -> values.put(key, shown(schema.field(key), text)));
    values.put(CATEGORIES, categories(row));
    return TemplateCall.of(name(row.key().type()), values);
  }

  /** Returns the call that stands in the place of a record that was withdrawn. */
  static TemplateCall withdrawn(RecordKey key) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("type", key.type());
    values.put("id", key.id());
    return TemplateCall.of(WITHDRAWN, values);
  }

  /**
   * Returns the value of a parameter: for readers with blanks between the items of a list, and with
   * the labels of codes that every reader of the format can tell from them.
   */
  private static String shown(@Nullable Field field, String text) {
    if (field == null || !field.isList() && field.codeList() == null) {
      return Wikitext.escaped(text);
    }
    List<String> items = field.isList() ? List.of(text.split("\\|", -1)) : List.of(text);
    return items.stream()
        .map(item -> Wikitext.escaped(labelled(field.codeList(), item)))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String labelled(@Nullable String list, String code) {
    Vocabulary known = list == null ? null : Vocabularies.standard().get(list);
    Concept concept = known == null ? null : known.concept(code);
    String label = concept == null ? code : concept.label("fr");
    boolean same = known != null && !label.contains("|") && code.equals(known.resolve(label));
    return same ? label : code;
  }

  /** Returns the texts of the fields of a call by key, without what is no field. */
  static Map<String, String> columns(TemplateCall call) {
    Map<String, String> columns = new LinkedHashMap<>();
    Optional<? extends Schema<?>> schema = schema(key(call).type());
    call.values()
        .forEach(
            (key, value) -> {
              boolean own = key.equals(CATEGORIES) || key.equals(TemplateCall.FINGERPRINT);
              if (!own && !value.isEmpty()) {
                Field field = schema.isEmpty() ? null : schema.get().field(key);
                columns.put(key, read(field, Wikitext.plain(value)));
              }
            });
    return columns;
  }

  private static String read(@Nullable Field field, String text) {
    if (field == null || !field.isList() && field.codeList() == null) {
      return text;
    }
    String list = field.codeList();
    Vocabulary known = list == null ? null : Vocabularies.standard().get(list);
    List<String> items = field.isList() ? List.of(text.split("\\|", -1)) : List.of(text);
    List<String> read = new ArrayList<>();
    for (String item : items) {
      String code = known == null ? null : known.resolve(item.strip());
      read.add(code == null ? item.strip() : code);
    }
    return String.join("|", read);
  }

  private String categories(PublicRow row) {
    String type = row.key().type();
    List<String> titles = new ArrayList<>(List.of(PLURALS.getOrDefault(type, name(type))));
    Schema<Entry> schema = Schema.of(row.entry());
    for (String key : SORTED_BY) {
      Field field = schema.field(key);
      if (field != null && field.codeList() != null) {
        for (String code : row.text(key).split("\\|", -1)) {
          titles.add(Wikitext.title(label(field.codeList(), code)));
        }
      }
    }
    StringBuilder links = new StringBuilder();
    titles.stream()
        .filter(title -> !title.isEmpty())
        .distinct()
        .forEach(title -> links.append("[[" + namespace + ":" + title + "]]"));
    return links.toString();
  }

  private String label(String vocabulary, String code) {
    Concept concept = vocabularies.get(vocabulary).concept(code);
    String label = concept == null ? code : concept.label("fr");
    int first = label.isEmpty() ? 0 : label.offsetByCodePoints(0, 1);
    return label.substring(0, first).toUpperCase(Locale.FRENCH) + label.substring(first);
  }

  /**
   * Returns the text of the page of a template.
   *
   * @param conditions whether the wiki knows {@code #if}, so that what is empty can be left out
   */
  static String text(String type, boolean conditions) {
    if (type.isEmpty()) {
      return """
          <includeonly><div class="collporterre-retiree">''Cette fiche a été retirée.''</div></includeonly>\
          <noinclude>Ce modèle prend la place d’une fiche retirée par Collporterre.</noinclude>
          """;
    }
    Labels labels = Labels.in(Locale.FRENCH);
    StringBuilder text = new StringBuilder("<includeonly><table class=\"wikitable collporterre\">");
    text.append("<caption>{{{titre|}}}</caption>");
    for (Field field : schema(type).orElseThrow().fields()) {
      String key = field.key();
      boolean never = field.confidential() != null && field.confidential().unless().isEmpty();
      boolean inHead = key.equals("id") || key.equals("titre");
      if (!never && !inHead && (conditions || ALWAYS_SHOWN.contains(key))) {
        String row =
            "<tr><th scope=\"row\">%s</th><td>\n{{{%s|}}}\n</td></tr>"
                .formatted(Wikitext.escaped(labels.label(key)), key);
        text.append(conditions ? "{{#if:{{{%s|}}}|%s}}".formatted(key, row) : row);
      }
    }
    return text.append("</table>{{{")
        .append(CATEGORIES)
        .append("|}}}</includeonly><noinclude>\n")
        .append(
            """
            Fiche publiée par Collporterre. Ce modèle est à vous : changez-le comme vous voulez.

            * Ce qui est écrit sur une page avant et après l’appel du modèle reste toujours.
            * Ce qui est changé dans l’appel n’est plus mis à jour, et Collporterre le signale.
            </noinclude>
            """)
        .toString();
  }

  private static Optional<? extends Schema<?>> schema(String type) {
    return Entry.TYPES.stream()
        .map(Schema::of)
        .filter(schema -> schema.name().equals(type))
        .findFirst();
  }
}
