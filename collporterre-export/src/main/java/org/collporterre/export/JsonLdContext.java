package org.collporterre.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.model.Entry;
import org.collporterre.model.RecordRef;
import org.collporterre.schema.Component;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.Vocabularies;

/**
 * The JSON-LD context of the terms that are not schema.org's: each {@code cpt:} property that
 * {@link JsonLdExporter} writes, with its address and, where all its values are of one, its type.
 * It stands beside {@code https://schema.org}; the documents themselves declare the prefix inline
 * and need neither.
 */
public final class JsonLdContext {
  /** The address of the vocabulary, to which {@code cpt:} stands. */
  public static final String NAMESPACE = "https://collporterre.org/ns#";

  private static final String PREFIX = "cpt:";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private final NodeForms forms = new NodeForms("", Vocabularies.standard());
  private final Map<String, String> types = new TreeMap<>();
  private final Set<Class<?>> seen = new HashSet<>();

  private JsonLdContext() {
    Entry.TYPES.forEach(this::take);
  }

  /** Returns the document, indented, with terms in the order of their names. */
  public static String json() {
    return new JsonLdContext().document();
  }

  private void take(Class<?> type) {
    if (seen.add(type)) {
      Schema<?> schema = Schema.of(type);
      schema.components().forEach(component -> take(schema, component));
    }
  }

  private void take(Schema<?> schema, Component component) {
    component.terms().forEach(term -> take(component, term));
    if (component instanceof Field field && isRecord(field.valueClass())) {
      take(field.valueClass());
    } else if (component instanceof Group group && isRecord(group.type())) {
      take(group.type());
    } else if (component instanceof Group group) {
      schema.componentsOf(group).forEach(inner -> take(schema, inner));
    }
  }

  private static boolean isRecord(Class<?> type) {
    return type.isAnnotationPresent(EntryType.class);
  }

  private void take(Component component, Term term) {
    if (term.value().startsWith(PREFIX)) {
      add(term.value(), component instanceof Field field ? type(field) : "");
    } else if (component instanceof Field field && !isRecord(field.valueClass())) {
      // What schema.org's property cannot hold.
      String other = forms.of(field, term).otherTerm();
      if (other.startsWith(PREFIX)) {
        add(other, "");
      }
    }
  }

  private void add(String term, String type) {
    types.merge(term, type, (mine, more) -> mine.equals(more) ? mine : "");
  }

  private static String type(Field field) {
    Class<?> type = field.valueClass();
    if (type == RecordRef.class) {
      return "@id";
    } else if (type == LocalDate.class) {
      return XSD + "date";
    } else if (type == Boolean.class) {
      return XSD + "boolean";
    }
    return type == Integer.class ? XSD + "integer" : "";
  }

  private String document() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonOut out = new JsonOut(bytes);
    out.beginObject().name("@context").beginObject().newLine();
    out.name("@version").value(BigDecimal.valueOf(11, 1)).separator().newLine();
    out.name("cpt").value(NAMESPACE);
    types.forEach(
        (term, type) -> {
          out.separator().newLine().name(term).beginObject();
          out.name("@id").value(NAMESPACE + term.substring(PREFIX.length()));
          if (!type.isEmpty()) {
            out.name("@type").value(type);
          }
          out.endObject();
        });
    out.newLine().endObject().endObject().newLine();
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
