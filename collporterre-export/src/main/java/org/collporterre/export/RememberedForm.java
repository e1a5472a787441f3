package org.collporterre.export;

import org.jspecify.annotations.Nullable;

/**
 * The form of values of which there are few: each is kept with the bytes it was written as, until
 * another one takes its place. At most {@value #PLACES} values with short texts.
 */
final class RememberedForm implements PropertyForm {
  private static final int PLACES = 256;
  private static final int LONGEST = 64;

  private static final class Written {
    final Object value;
    final byte[] bytes;
    final boolean kept;

    Written(Object value, byte[] bytes, boolean kept) {
      this.value = value;
      this.bytes = bytes;
      this.kept = kept;
    }
  }

  private final PropertyForm form;
  private final @Nullable Written[] places = new @Nullable Written[PLACES];

  RememberedForm(PropertyForm form) {
    this.form = form;
  }

  @Override
  public boolean write(Object value, JsonOut out) {
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 8) & PLACES - 1;
    Written known = places[place];
    if (known == null || !known.value.equals(value)) {
      return remember(value, place, out);
    }
    out.encoded(known.bytes);
    return known.kept;
  }

  private boolean remember(Object value, int place, JsonOut out) {
    int start = out.separator().size();
    boolean kept = form.write(value, out);
    if (out.size() - start <= LONGEST) {
      places[place] = new Written(value, out.bytes(start), kept);
    }
    return kept;
  }
}
