package org.collporterre.report;

import org.collporterre.model.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A record with the places its fields were read from.
 *
 * @param <E> the record type
 * @param value the record
 * @param origin where it comes from
 */
public record Located<E extends Entry>(E value, Origin origin) {
  /** Where a record comes from. */
  public interface Origin {
    /** Returns where the record begins. */
    Location record();

    /** Returns where the value of a field begins, or where the record does when it has none. */
    Location field(String key);

    /**
     * Returns the text that a field was read from, or null when it is unknown: a rule then writes
     * the value itself.
     */
    default @Nullable String text(String key) {
      return null;
    }

    /**
     * Tells whether a field was read from text; when it then has no value, the text could not be
     * read, which is a finding of its own.
     */
    default boolean hasText(String key) {
      String text = text(key);
      return text != null && !text.isEmpty();
    }

    /** Tells whether the file has a place for a field at all: a column of a table, say. */
    default boolean hasColumn(String key) {
      return true;
    }

    /** Tells whether reading the record already gave an error. */
    default boolean hasErrors() {
      return false;
    }
  }

  /** Returns a record that comes from a program, not from a file. */
  public static <E extends Entry> Located<E> of(E value) {
    return of(value, "");
  }

  /** Returns a record of which only the file, or what stands for it, is known. */
  public static <E extends Entry> Located<E> of(E value, String file) {
    Location start = Location.startOf(file);
    return new Located<>(
        value,
        new Origin() {
          @Override
          public Location record() {
            return start;
          }

          @Override
          public Location field(String key) {
            return start;
          }
        });
  }
}
