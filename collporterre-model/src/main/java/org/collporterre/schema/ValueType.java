package org.collporterre.schema;

import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * How one value is read from text and written to it. Stateless and thread-safe; equal texts give
 * equal values.
 *
 * @param <T> the Java type of the value
 */
public interface ValueType<T> {
  /** The shape of a value in JSON and in a Table Schema. */
  enum Kind {
    /** Free text: a sentinel such as {@code N/A} is kept. */
    TEXT,
    /** Text of a certain form. */
    STRING,
    /** A whole number. */
    INTEGER,
    /** A number. */
    NUMBER,
    /** Yes or no. */
    BOOLEAN,
    /** A day. */
    DATE
  }

  /** What reading has to say beside the value. */
  interface Notes {
    /**
     * The value was understood although it is not written in the plain form. Returns whether the
     * plain form is to be taken; else free text stays as it is, and any other value is not taken.
     */
    boolean repaired(String code, String plain);

    /** Tells whether the text is as a program wrote it for this library, not a spreadsheet. */
    default boolean isExact() {
      return false;
    }

    /** Tells whether what has a safe repair, and is otherwise only reported, is repaired. */
    boolean repairs();

    /** The value was understood, but something about it should be looked at. */
    void noticed(String code, @Nullable String expected);

    /** The value cannot be read; {@code suggestion} is the text that was perhaps meant, or null. */
    void refused(String code, @Nullable String expected, @Nullable String suggestion);

    /** Returns notes that nobody reads: repairs are taken, codes are the standard ones. */
    static Notes silent() {
      return SilentNotes.INSTANCE;
    }

    /** Returns the vocabularies in force. */
    Vocabularies vocabularies();
  }

  /** Returns the shape of the value. */
  Kind kind();

  /**
   * Reads a value from a text that is neither empty nor surrounded by blanks; null when it cannot
   * be read, which has then been said to the notes.
   */
  @Nullable T read(String text, Notes notes);

  /** Returns the plain written form, which reads back without a note. */
  String write(T value);

  /** Tells whether the written form keeps all of every value; else {@link #isWhole} is asked. */
  default boolean keepsAll() {
    return true;
  }

  /** Tells whether the written form keeps all of the value. */
  default boolean isWhole(T value) {
    return true;
  }
}
