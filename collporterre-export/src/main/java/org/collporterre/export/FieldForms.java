package org.collporterre.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.Limits;
import org.collporterre.schema.Schema;
import org.collporterre.schema.Term;

/** Says in words what may stand in a field. */
final class FieldForms {
  private final ReferenceWords words;

  FieldForms(ReferenceWords words) {
    this.words = words;
  }

  /** Tells whether every record has the field. */
  boolean isRequired(Field field) {
    return Limits.of(field).required();
  }

  /** Returns the form that values have, of a list each item, as an expression; or empty text. */
  String pattern(Field field) {
    String pattern = Limits.of(field).pattern();
    return pattern == null || field.isLocalized() ? "" : pattern;
  }

  /** Returns kind, number and size of the values, and who may see them. */
  String words(Field field) {
    Limits limits = Limits.of(field);
    List<String> parts = new ArrayList<>();
    if (field.isList()) {
      boolean limited = limits.maxItems() != Limits.UNLIMITED;
      parts.add(limited ? words.text("list.most", limits.maxItems()) : words.text("list"));
    }
    parts.add(what(field));
    size(limits, parts);
    if (field.isLocalized()) {
      parts.add(words.text("translations", field.key()));
    }
    Confidential confidential = field.confidential();
    if (confidential != null) {
      String unless = confidential.unless();
      parts.add(
          unless.isEmpty()
              ? words.text("confidential")
              : words.text("confidential.unless", unless));
    }
    return String.join(words.text("separator") + " ", parts);
  }

  private String what(Field field) {
    String codeList = field.codeList();
    if (codeList != null) {
      return words.text(field.isOpen() ? "codes.open" : "codes.closed", codeList);
    }
    if (field.refersTo() != null) {
      String type = Schema.of(field.refersTo()).name();
      return words.text("form.RecordRef", words.text("record." + type));
    }
    if (Limits.of(field).email()) {
      return words.text("form.email");
    }
    return words.text("form." + field.valueClass().getSimpleName());
  }

  private void size(Limits limits, List<String> parts) {
    if (limits.maxLength() != Limits.UNLIMITED) {
      parts.add(
          limits.minLength() > 1
              ? words.text("length.between", limits.minLength(), limits.maxLength())
              : words.text("length.most", limits.maxLength()));
    }
    if (limits.minimum() != null && limits.maximum() != null) {
      parts.add(words.text("number.between", limits.minimum(), limits.maximum()));
    } else if (limits.minimum() != null) {
      parts.add(words.text("number.least", Objects.requireNonNull(limits.minimum())));
    }
  }

  /** Returns the JSON-LD properties, with the node around or within where there is one. */
  List<String> terms(Field field) {
    List<String> terms = new ArrayList<>();
    for (Term term : field.terms()) {
      StringBuilder path = new StringBuilder();
      path.append(term.in().isEmpty() ? "" : term.in() + "/").append(term.value());
      if (!term.node().isEmpty()) {
        path.append("/").append(term.node().equals("DefinedTerm") ? "termCode" : term.property());
      }
      if (!terms.contains(path.toString())) {
        terms.add(path.toString());
      }
    }
    return terms;
  }
}
