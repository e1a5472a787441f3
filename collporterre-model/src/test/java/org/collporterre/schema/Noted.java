package org.collporterre.schema;

import java.util.ArrayList;
import java.util.List;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Writes down what reading a value says: {@code code → plain}, {@code code ? suggestion}. */
final class Noted implements ValueType.Notes {
  final List<String> said = new ArrayList<>();
  private final boolean repairs;

  Noted() {
    this(false);
  }

  /** Notes of a reading that repairs, or not, what it may. */
  Noted(boolean repairs) {
    this.repairs = repairs;
  }

  @Override
  public boolean repaired(String code, String plain) {
    said.add(code + " → " + plain);
    return true;
  }

  @Override
  public boolean repairs() {
    return repairs;
  }

  @Override
  public void noticed(String code, @Nullable String expected) {
    said.add(code + " ! " + expected);
  }

  @Override
  public void refused(String code, @Nullable String expected, @Nullable String suggestion) {
    said.add(code + " ? " + suggestion);
  }

  @Override
  public Vocabularies vocabularies() {
    return Vocabularies.standard();
  }
}
