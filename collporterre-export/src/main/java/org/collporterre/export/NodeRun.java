package org.collporterre.export;

import java.util.Arrays;
import org.collporterre.model.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What is at hand while nodes are written: where to, the record they are of, and the values of the
 * properties begun. These lie on one stack, because how many values a property has must be known
 * before the first is written, and a value may be a node with properties of its own.
 */
final class NodeRun {
  /** The language of records that name none. */
  private static final String DEFAULT_LANGUAGE = "fr";

  /** What the address of a sheet has more than that of its thing. */
  private static final String FRAGMENT = "#fiche";

  private final JsonOut out;
  private Losses losses = new Losses("");
  private NodeShape[] shapes = new NodeShape[64];
  private @Nullable Object[] values = new @Nullable Object[64];
  private int size;
  private String type = "";
  private byte[] iri = {};
  private byte[] fragment = {};
  private String language = DEFAULT_LANGUAGE;

  NodeRun(JsonOut out) {
    this.out = out;
  }

  /** Goes on to a record. */
  void begin(Entry entry, Losses losses, String type, String iri) {
    String stated = entry.sheet().language();
    this.losses = losses;
    this.type = type;
    this.iri = JsonOut.encodedText(iri);
    this.fragment = JsonOut.encodedText(iri + FRAGMENT);
    this.language = stated == null ? DEFAULT_LANGUAGE : stated;
  }

  JsonOut out() {
    return out;
  }

  /** Returns the address of the thing the record describes, encoded; not to be changed. */
  byte[] encodedIri() {
    return iri;
  }

  /** Returns the address of the sheet about the thing, encoded; not to be changed. */
  byte[] encodedFragment() {
    return fragment;
  }

  /** Returns the language of the record's texts, a BCP 47 tag. */
  String language() {
    return language;
  }

  /** Counts a value of the record that is not written. */
  void lost(String field) {
    losses.field(type, field);
  }

  /** Puts a value on the stack. */
  void queue(NodeShape shape, Object value) {
    if (size == shapes.length) {
      shapes = Arrays.copyOf(shapes, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    shapes[size] = shape;
    values[size++] = value;
  }

  /** Returns the height of the stack. */
  int queued() {
    return size;
  }

  /** Writes the values above a height, as an array when they are several, and takes them off. */
  void writeFrom(int base) {
    int end = size;
    if (end - base > 1) {
      out.beginArray();
    }
    for (int i = base; i < end; i++) {
      Object value = values[i];
      values[i] = null;
      if (value != null) {
        shapes[i].write(value, this);
      }
    }
    if (end - base > 1) {
      out.endArray();
    }
    size = base;
  }
}
