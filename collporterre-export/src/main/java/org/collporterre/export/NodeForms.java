package org.collporterre.export;

import java.math.BigDecimal;
import java.util.Set;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.ExternalId;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.PartialDate;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Territory;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;

/**
 * Chooses how the values of a field are written, by their Java type and by what schema.org expects
 * of the property. What a property of schema.org cannot hold goes to one of the Collporterre
 * namespace that is named as the field is in English.
 */
final class NodeForms {
  private static final String OWN = "cpt:";

  /** The properties of schema.org that are used here and hold nothing but web addresses. */
  private static final Set<String> ADDRESSES = Set.of("url", "contentUrl");

  private final String base;
  private final Vocabularies vocabularies;

  NodeForms(String base, Vocabularies vocabularies) {
    this.base = base;
    this.vocabularies = vocabularies;
  }

  NodeForm of(Field field, Term term) {
    Class<?> type = field.valueClass();
    if (type == ExternalId.class) {
      return new NodeForm(
          NodeValues::externalId, NodeValues::isRegistered, "sameAs", NodeValues::address);
    }
    if (type == Territory.class) {
      return NodeForm.of(NodeValues::territory);
    }
    if (type == RecordRef.class) {
      return NodeForm.of(reference(field, term));
    }
    if (type == LocalizedText.class) {
      return NodeForm.of(new NodeText());
    }
    if (term.node().equals("DefinedTerm")) {
      Vocabulary vocabulary = vocabulary(field);
      return NodeForm.of(new NodeConcept(field, vocabulary, setOf(vocabulary)));
    }
    if (!term.node().isEmpty()) {
      return NodeForm.of(NodeValues.wrapped(term, field.key(), plain(field)));
    }
    return term.value().startsWith(OWN) ? NodeForm.of(plain(field)) : ofStandard(field, term);
  }

  private NodeForm ofStandard(Field field, Term term) {
    NodeShape plain = plain(field);
    String other = OWN + field.englishKey();
    if (field.valueClass() == PartialDate.class) {
      return new NodeForm(plain, value -> ((PartialDate) value).isIso(), other, plain);
    }
    if (term.value().equals("license")) {
      JsonLdLicenses licenses = new JsonLdLicenses();
      return new NodeForm(
          (value, run) -> run.out().value(String.valueOf(licenses.address((String) value))),
          value -> licenses.address((String) value) != null,
          other,
          plain);
    }
    if (ADDRESSES.contains(term.value())) {
      return new NodeForm(plain, value -> WebUrl.Validator.matches((String) value), other, plain);
    }
    if (term.value().equals("keywords")) {
      return NodeForm.of(NodeValues::keyword);
    }
    return term.value().equals("additionalType")
        ? kind(vocabulary(field), plain, other)
        : NodeForm.of(plain);
  }

  /** A kind has an address if we list it, and if its code can be part of one. */
  private NodeForm kind(Vocabulary vocabulary, NodeShape plain, String other) {
    String prefix = setOf(vocabulary) + "/";
    return new NodeForm(
        (value, run) -> run.out().value(prefix + value),
        value -> vocabulary.contains((String) value) && NodeValues.isToken((String) value),
        other,
        plain);
  }

  private Vocabulary vocabulary(Field field) {
    String name = field.codeList();
    if (name == null) {
      throw new IllegalStateException(field + " has no vocabulary");
    }
    return vocabularies.get(name);
  }

  private String setOf(Vocabulary vocabulary) {
    return base + "vocabulaire/" + vocabulary.name();
  }

  private NodeShape reference(Field field, Term term) {
    if (field.refersTo() == null) {
      throw new IllegalStateException(field + " refers to no record type");
    }
    return NodeValues.reference(term.node(), base + Schema.of(field.refersTo()).name() + "/");
  }

  private static NodeShape plain(Field field) {
    Class<?> type = field.valueClass();
    if (type == Boolean.class) {
      return (value, run) -> run.out().value((boolean) (Boolean) value);
    }
    if (type == Integer.class) {
      return (value, run) -> run.out().value((int) (Integer) value);
    }
    if (type == Double.class) {
      return (value, run) -> run.out().value((double) (Double) value);
    }
    if (type == BigDecimal.class) {
      return (value, run) -> run.out().value((BigDecimal) value);
    }
    return type == String.class
        ? (value, run) -> run.out().value((String) value)
        : (value, run) -> run.out().value(field.type().write(value));
  }
}
