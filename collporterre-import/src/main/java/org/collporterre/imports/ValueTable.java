package org.collporterre.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/** Which codes of ours stand for the codes of others: as written, else without accents and case. */
final class ValueTable {
  /** What stands for every value that the table does not name. */
  static final String OTHER = "*";

  private final Map<String, List<String>> exact;
  private final Map<String, List<String>> folded = new LinkedHashMap<>();
  private final @Nullable List<String> other;

  /**
   * @param codes the codes by value, none for a value that means nothing; under {@link #OTHER}
   *     those of all other values
   */
  ValueTable(Map<String, List<String>> codes) {
    this.exact = new LinkedHashMap<>(codes);
    this.other = exact.remove(OTHER);
    exact.forEach((value, own) -> folded.putIfAbsent(Folding.fold(value), own));
    folded.remove("");
  }

  /** Returns the codes for a value; the value itself when the table says nothing of it. */
  List<String> codes(String value, Recipe.Notes notes) {
    List<String> codes = exact.get(value);
    if (codes == null) {
      codes = folded.get(Folding.fold(value));
    }
    if (codes == null && !value.isEmpty()) {
      codes = other;
    }
    if (codes == null) {
      return List.of(value);
    }
    if (codes.size() != 1 || !codes.get(0).equals(value)) {
      notes.mapped(value, codes);
    }
    return codes;
  }
}
