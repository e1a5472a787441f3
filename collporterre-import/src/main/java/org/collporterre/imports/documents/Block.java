package org.collporterre.imports.documents;

/**
 * A piece of a document's text.
 *
 * @param kind what it is
 * @param level of a heading, from 1 for the document's own; 0 for anything else
 * @param text the text, never blank; line breaks are those of the document
 */
record Block(Kind kind, int level, String text) {
  /** What a piece of text is. */
  enum Kind {
    HEADING,
    PARAGRAPH,
    /** An item of a numbered list. */
    NUMBERED,
    /** An item of any other list. */
    BULLET
  }

  static Block heading(int level, String text) {
    return new Block(Kind.HEADING, level, text);
  }

  static Block of(Kind kind, String text) {
    return new Block(kind, 0, text);
  }

  boolean isHeading() {
    return kind == Kind.HEADING;
  }

  boolean isItem() {
    return kind == Kind.NUMBERED || kind == Kind.BULLET;
  }
}
