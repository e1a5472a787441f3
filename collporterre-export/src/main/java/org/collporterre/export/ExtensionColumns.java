package org.collporterre.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.schema.TableTexts;

/**
 * The columns of a table that the format does not know: those asked for and, where all are wanted,
 * one for each other name that a record has, as they appear. One thread adds to them; others may
 * look meanwhile.
 */
final class ExtensionColumns {
  /** As many as readers of other formats remember. */
  private static final int MOST = 10_000;

  /** The columns that were there at a time; others stand behind them. */
  static final class View {
    private final String[] names;
    private final int size;

    private View(String[] names, int size) {
      this.names = names;
      this.size = size;
    }

    int size() {
      return size;
    }

    String name(int column) {
      return names[column];
    }
  }

  private final Schema<?> schema;
  private final boolean all;
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<String, Boolean> carried = new ConcurrentHashMap<>();
  private volatile View view = new View(new String[16], 0);

  /**
   * @param asked the first columns
   * @param all whether others follow
   */
  ExtensionColumns(Schema<?> schema, List<String> asked, boolean all) {
    this.schema = schema;
    this.all = all;
    asked.forEach(this::add);
  }

  /** Returns the columns there are by now. */
  View view() {
    return view;
  }

  /** Returns the names of the columns there are by now. */
  List<String> names() {
    View now = view;
    return List.of(Arrays.copyOf(now.names, now.size));
  }

  /** Adds a column for each extension that is to have one; tells whether there were any. */
  boolean addAll(Map<String, String> extensions) {
    int before = view.size;
    if (all && !extensions.isEmpty()) {
      for (String name : extensions.keySet()) {
        if (isWanted(name, view.size)) {
          add(name);
        }
      }
    }
    return view.size > before;
  }

  private void add(String name) {
    View now = view;
    numbers.put(name, now.size);
    String[] names =
        now.size < now.names.length ? now.names : Arrays.copyOf(now.names, now.size * 2);
    names[now.size] = name;
    view = new View(names, now.size + 1);
  }

  /** Tells whether some columns are all that the extensions of a record are to have. */
  boolean suffice(Map<String, String> extensions, View some) {
    if (!all || extensions.isEmpty()) {
      return true;
    }
    for (String name : extensions.keySet()) {
      if (isWanted(name, some.size)) {
        return false;
      }
    }
    return true;
  }

  private boolean isWanted(String name, int size) {
    Integer number = numbers.get(name);
    return number == null ? size < MOST && isCarried(name) : number >= size;
  }

  /** Tells whether an extension stands in a column from which a reader takes it again. */
  boolean carries(String name) {
    return numbers.containsKey(name) && isCarried(name);
  }

  /** Tells whether a reader takes a column of this name for an extension of the same name. */
  private boolean isCarried(String name) {
    Boolean known = carried.get(name);
    if (known == null) {
      known = isExtension(name);
      if (carried.size() < MOST) {
        carried.put(name, known);
      }
    }
    return known;
  }

  private boolean isExtension(String name) {
    int at = name.lastIndexOf('@');
    Field before = at < 1 ? null : schema.byHeader(name.substring(0, at));
    boolean translation =
        before != null
            && before.isLocalized()
            && LanguageTag.Validator.matches(name.substring(at + 1));
    return !translation
        && !name.isEmpty()
        && name.strip().equals(name)
        && schema.byHeader(name) == null
        && CellRehearsal.isWritable(name)
        && !TableTexts.isSecret(name);
  }
}
