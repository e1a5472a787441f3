package org.collporterre.schema;

import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Notes that nobody reads. */
enum SilentNotes implements ValueType.Notes {
  INSTANCE;

  @Override
  public boolean repaired(String code, String plain) {
    return true;
  }

  @Override
  public boolean repairs() {
    return false;
  }

  @Override
  public void noticed(String code, @Nullable String expected) {}

  @Override
  public void refused(String code, @Nullable String expected, @Nullable String suggestion) {}

  @Override
  public Vocabularies vocabularies() {
    return Vocabularies.standard();
  }
}
