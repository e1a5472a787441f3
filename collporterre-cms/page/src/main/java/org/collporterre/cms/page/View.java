package org.collporterre.cms.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page can show of a dataset. */
public enum View {
  /** The initiatives that have a position, on a map. */
  MAP("carte", "map"),
  /** The records, with filters. */
  LIST("liste", "list"),
  /** Map and list together, under the same filters. */
  EXPLORER("exploration", "explorer"),
  /** One record. */
  SHEET("fiche", "sheet"),
  /** Numbers. */
  STATISTICS("chiffres", "statistics");

  private final String code;
  private final String english;

  View(String code, String english) {
    this.code = code;
    this.english = english;
  }

  /** Returns the code that page authors write, in French. */
  public String code() {
    return code;
  }

  /** Returns the view of a code, in French or English, or null. */
  public static @Nullable View of(String text) {
    for (View view : values()) {
      if (view.code.equals(text) || view.english.equals(text)) {
        return view;
      }
    }
    return null;
  }

  /** Returns the codes, in French. */
  public static List<String> codes() {
    return List.of(values()).stream().map(View::code).toList();
  }
}
