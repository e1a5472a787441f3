package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import org.collporterre.schema.TableTexts;
import org.jspecify.annotations.Nullable;

/** What becomes of a cell by one or several corrections. */
final class CellEdit {
  private final String found;
  private final boolean hasBlanks;
  private final boolean list;
  private String text;
  private boolean trimmed;

  /**
   * @param found the text without the blanks around it, as its reader understands it
   * @param hasBlanks whether there are blanks around it
   * @param list whether the cell holds items with bars between
   */
  CellEdit(String found, boolean hasBlanks, boolean list) {
    this.found = found;
    this.hasBlanks = hasBlanks;
    this.list = list;
    this.text = found;
  }

  /** Returns the text that was found, without blanks around. */
  String found() {
    return found;
  }

  /** Tells whether a text would change nothing. */
  boolean isIdle(String wanted) {
    return wanted.equals(found) && !hasBlanks;
  }

  /**
   * Returns the text when a correction is made beside those before; null when they are about the
   * same thing.
   */
  @Nullable String with(String wanted) {
    if (wanted.equals(found) || text.equals(wanted)) {
      return text;
    }
    return text.equals(found) ? wanted : list ? merged(wanted) : null;
  }

  /** Makes a correction that {@link #with} allowed. */
  void make(String wanted) {
    trimmed |= wanted.equals(found);
    String whole = with(wanted);
    text = whole == null ? text : whole;
  }

  /** Two corrections of different items of a list do not disturb each other. */
  private @Nullable String merged(String wanted) {
    List<String> old = TableTexts.split(found, '|');
    List<String> one = TableTexts.split(text, '|');
    List<String> other = TableTexts.split(wanted, '|');
    if (one.size() != old.size() || other.size() != old.size()) {
      return null;
    }
    List<String> items = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      String mine = one.get(i);
      if (!other.get(i).equals(old.get(i))) {
        if (!mine.equals(old.get(i)) && !mine.equals(other.get(i))) {
          return null;
        }
        mine = other.get(i);
      }
      items.add(mine);
    }
    return String.join("|", items);
  }

  /** Returns the new text without blanks around. */
  String text() {
    return text;
  }

  /** Tells whether the blanks around it go. */
  boolean isTrimmed() {
    return trimmed;
  }
}
