package org.collporterre.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much of what makes a record useful is filled in: 0 to 100 points. Each record type has parts,
 * worth points that add up to 100; a part is there when one of its fields has a value. What every
 * record must have anyway, identifier and title, is worth nothing. Immutable and thread-safe; the
 * weights are published in {@code docs/reference/completeness.en.md}.
 *
 * <p>An initiative: 15 each a summary and where it is; 10 each a description, fields of action and
 * how it could spread; 5 each what it is or is about, progress, beginning, carriers, site or e-mail
 * address, picture, day of change or verification, licence.
 *
 * <p>A portrait: 30 a text; 20 initiatives; 15 a summary; 10 authors; 5 each where, when, picture,
 * day of change or verification, licence.
 *
 * <p>A methodology: 15 each a summary or goal, and steps, document or description; 10 each how far
 * it is written down, what it was written from, and what may change in it or not; 5 each context,
 * what it takes, tools or resources, audiences, what helps or hinders, version, authors, licence.
 */
public final class Completeness {
  /** The most points a record can have. */
  public static final int MOST = 100;

  /**
   * A part of a record.
   *
   * @param points what it is worth
   * @param fields the keys of the fields of which one is enough
   */
  public record Part(int points, List<String> fields) {
    public Part {
      fields = List.copyOf(fields);
    }
  }

  private static final List<Part> OF_INITIATIVES =
      List.of(
          part(15, "resume"),
          part(15, "commune", "code_insee", "latitude", "territoires"),
          part(10, "description"),
          part(10, "champs_action"),
          part(10, "potentiel_deploiement"),
          part(5, "nature", "themes"),
          part(5, "avancement"),
          part(5, "date_debut"),
          part(5, "porteurs"),
          part(5, "site_web", "courriel"),
          part(5, "images"),
          part(5, "date_maj", "verifie_le"),
          part(5, "licence"));

  private static final List<Part> OF_PORTRAITS =
      List.of(
          part(30, "texte", "texte_url"),
          part(20, "initiatives"),
          part(15, "resume"),
          part(10, "auteurs"),
          part(5, "territoires"),
          part(5, "date_entretien", "date_publication"),
          part(5, "images"),
          part(5, "date_maj", "verifie_le"),
          part(5, "licence"));

  private static final List<Part> OF_METHODOLOGIES =
      List.of(
          part(15, "resume", "objectif"),
          part(15, "etapes", "url_document", "description"),
          part(10, "etat_documentation"),
          part(10, "documente", "generique"),
          part(10, "invariants", "adaptable"),
          part(5, "contexte"),
          part(5, "duree", "effort", "cout_montant"),
          part(5, "outils", "ressources"),
          part(5, "publics"),
          part(5, "facteurs_succes", "ecueils"),
          part(5, "version"),
          part(5, "auteurs"),
          part(5, "licence"));

  private static final Map<Class<?>, List<Part>> PARTS =
      Map.of(
          Initiative.class, OF_INITIATIVES,
          Portrait.class, OF_PORTRAITS,
          Methodology.class, OF_METHODOLOGIES);

  private static final ClassValue<Completeness> BY_TYPE =
      new ClassValue<>() {
        @Override
        protected Completeness computeValue(Class<?> type) {
          List<Part> parts = Objects.requireNonNull(PARTS.get(type), type.getName());
          return new Completeness(type.asSubclass(Entry.class), parts);
        }
      };

  private final List<Part> parts;

  /** Of each part, the indexes of its fields. */
  private final int[][] fields;

  /** By the index of a field, whether it is a list. */
  private final boolean[] lists;

  /** Of each part, the list of records that is one of its fields. */
  private final @Nullable ChildTable[] tables;

  private Completeness(Class<? extends Entry> type, List<Part> parts) {
    this.parts = parts;
    this.fields = new int[parts.size()][];
    this.tables = new @Nullable ChildTable[parts.size()];
    Schema<?> schema = Schema.of(type);
    this.lists = new boolean[schema.fields().size()];
    for (Field field : schema.fields()) {
      lists[field.index()] = field.isList();
    }
    for (int i = 0; i < fields.length; i++) {
      List<String> keys = parts.get(i).fields();
      tables[i] = table(schema, keys);
      fields[i] =
          keys.stream()
              .map(schema::field)
              .filter(Objects::nonNull)
              .mapToInt(Field::index)
              .toArray();
    }
  }

  private static Part part(int points, String... fields) {
    return new Part(points, List.of(fields));
  }

  /** Returns the list of records, without a field of its own, that one of the keys is of. */
  private static @Nullable ChildTable table(Schema<?> schema, List<String> keys) {
    for (ChildTable table : schema.childTables()) {
      if (table.field() == null && keys.contains(table.name())) {
        return table;
      }
    }
    return null;
  }

  /** Returns what records of a type are measured by. */
  public static Completeness of(Class<? extends Entry> type) {
    return BY_TYPE.get(type);
  }

  /** Returns the parts, the weightiest first; their points add up to {@link #MOST}. */
  public List<Part> parts() {
    return parts;
  }

  /** Returns the points of a record of the type, 0 to {@link #MOST}. */
  public int score(Entry entry) {
    return score(gaps(entry));
  }

  /** Returns the parts that a record of the type does not have, the weightiest first. */
  public List<Part> missing(Entry entry) {
    int gaps = gaps(entry);
    List<Part> missing = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if ((gaps >> i & 1) == 1) {
        missing.add(parts.get(i));
      }
    }
    return missing;
  }

  /** Returns which parts a record of the type does not have, a bit for each. */
  int gaps(Entry entry) {
    return gaps(entry, Schema.of(entry).values(entry));
  }

  /** Returns the same of a record whose values are read already. */
  int gaps(Entry entry, @Nullable Object[] values) {
    int gaps = 0;
    for (int i = 0; i < fields.length; i++) {
      gaps |= isThere(i, entry, values) ? 0 : 1 << i;
    }
    return gaps;
  }

  /** Returns the points of a record with these gaps. */
  int score(int gaps) {
    int score = 0;
    for (int i = 0; i < parts.size(); i++) {
      score += (gaps >> i & 1) == 1 ? 0 : parts.get(i).points();
    }
    return score;
  }

  private boolean isThere(int part, Entry entry, @Nullable Object[] values) {
    for (int field : fields[part]) {
      Object value = values[field];
      if (value != null && !(lists[field] && ((List<?>) value).isEmpty())) {
        return true;
      }
    }
    ChildTable table = tables[part];
    return table != null && !table.from(entry).isEmpty();
  }
}
