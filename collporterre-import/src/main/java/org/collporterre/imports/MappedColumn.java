package org.collporterre.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a table that is made from other cells of the row.
 *
 * @param column what becomes of the text
 * @param recipe how the text is made
 * @param cells the cells of the sources that the table has, by source
 */
record MappedColumn(CsvColumn column, Recipe recipe, Map<String, Integer> cells) {
  /** Returns the text, or null; the texts of the row's cells are null where there is none. */
  @Nullable String text(List<@Nullable String> texts, boolean list, Recipe.Notes notes) {
    return recipe.text(
        source -> {
          Integer cell = cells.get(source);
          String text = cell == null ? null : texts.get(cell);
          return text == null ? List.of() : List.of(text);
        },
        list,
        notes);
  }

  /** Returns the first of its cells that holds anything; else the first of all, or −1. */
  int cell(List<@Nullable String> texts) {
    for (int cell : cells.values()) {
      if (texts.get(cell) != null) {
        return cell;
      }
    }
    return cells.values().stream().findFirst().orElse(-1);
  }
}
