package org.collporterre.gazetteer.fr;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.geo.Commune;
import org.collporterre.geo.CommuneNames;

/**
 * The columns of the municipalities, as views on the bytes of the resource: nothing is unpacked
 * when it is loaded. Rows are sorted by code, of one code the municipality of today first. Only
 * reads at given positions are made, so threads may share it.
 */
final class Communes {
  /** What stands for nothing in columns of row numbers. */
  static final char NONE = 0xFFFF;

  /** What the numbers in the column of kinds stand for. */
  static final List<Commune.Kind> KINDS =
      List.of(
          Commune.Kind.CURRENT,
          Commune.Kind.DELEGATED,
          Commune.Kind.ASSOCIATED,
          Commune.Kind.DISTRICT,
          Commune.Kind.ABSORBED);

  private final int size;
  private final IntBuffer codes;
  private final IntBuffer hashes;
  private final CharBuffer byHash;
  private final IntBuffer nameEnds;
  private final CharBuffer chefLieux;
  private final ByteBuffer kinds;
  private final ByteBuffer departments;
  private final CharBuffer epcis;
  private final IntBuffer postcodeStarts;
  private final CharBuffer postcodeLinks;
  private final IntBuffer postcodes;
  private final IntBuffer communeStarts;
  private final CharBuffer communeLinks;
  private final ByteBuffer names;

  /** Takes the columns from the buffer's position on and leaves it behind them. */
  Communes(ByteBuffer in) {
    size = in.getInt();
    int postcodeCount = in.getInt();
    int links = in.getInt();
    int nameBytes = in.getInt();
    codes = ints(in, size);
    hashes = ints(in, size);
    byHash = chars(in, size);
    nameEnds = ints(in, size);
    chefLieux = chars(in, size);
    kinds = bytes(in, size);
    departments = bytes(in, size);
    epcis = chars(in, size);
    postcodeStarts = ints(in, size + 1);
    postcodeLinks = chars(in, links);
    postcodes = ints(in, postcodeCount);
    communeStarts = ints(in, postcodeCount + 1);
    communeLinks = chars(in, links);
    names = bytes(in, nameBytes);
  }

  private static IntBuffer ints(ByteBuffer in, int count) {
    return bytes(in, count * Integer.BYTES).asIntBuffer();
  }

  private static CharBuffer chars(ByteBuffer in, int count) {
    return bytes(in, count * Character.BYTES).asCharBuffer();
  }

  private static ByteBuffer bytes(ByteBuffer in, int count) {
    ByteBuffer view = in.slice(in.position(), count);
    in.position(in.position() + count);
    return view;
  }

  /** Returns the first row of a code, or -1. */
  int row(String code) {
    int wanted = packed(code);
    int row = wanted < 0 ? size : first(codes, wanted);
    return row < size && codes.get(row) == wanted ? row : -1;
  }

  /** Returns a code of five digits and capitals as a number, in their order; -1 for other texts. */
  static int packed(String code) {
    if (code.length() != 5) {
      return -1;
    }
    int packed = 0;
    for (int i = 0; i < 5; i++) {
      char c = code.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && !(c >= 'A' && c <= 'Z')) {
        return -1;
      }
      packed = packed * 36 + (digit ? c - '0' : c - 'A' + 10);
    }
    return packed;
  }

  /** Returns the rows of the municipalities of a name, by code. */
  List<Integer> named(String name) {
    String folded = CommuneNames.fold(name);
    int hash = folded.hashCode();
    List<Integer> rows = new ArrayList<>(1);
    for (int i = first(hashes, hash); i < size && hashes.get(i) == hash; i++) {
      int row = byHash.get(i);
      // The names of rows are not kept folded: few share a hash.
      if (CommuneNames.areAlike(name(row), name) && !folded.isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Returns the rows of the municipalities that have a postal code, by code. */
  List<Integer> withPostcode(String postcode) {
    int wanted = packed(postcode);
    int number = wanted < 0 ? postcodes.limit() : first(postcodes, wanted);
    List<Integer> rows = new ArrayList<>();
    if (number < postcodes.limit() && postcodes.get(number) == wanted) {
      for (int i = communeStarts.get(number); i < communeStarts.get(number + 1); i++) {
        rows.add((int) communeLinks.get(i));
      }
    }
    return rows;
  }

  /** Returns the place of the first number that is not less, in an ascending column. */
  private static int first(IntBuffer column, int wanted) {
    int low = 0;
    int high = column.limit();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (column.get(middle) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int size() {
    return size;
  }

  String code(int row) {
    return unpacked(codes.get(row));
  }

  private static String unpacked(int packed) {
    char[] code = new char[5];
    int rest = packed;
    for (int i = 4; i >= 0; i--) {
      int digit = rest % 36;
      code[i] = (char) (digit < 10 ? '0' + digit : 'A' + digit - 10);
      rest /= 36;
    }
    return new String(code);
  }

  String name(int row) {
    int from = row == 0 ? 0 : nameEnds.get(row - 1);
    byte[] bytes = new byte[nameEnds.get(row) - from];
    names.get(from, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  Commune.Kind kind(int row) {
    return KINDS.get(kinds.get(row));
  }

  /**
   * Returns the row of the municipality of today that a former one is part of, or {@link #NONE}.
   */
  char chefLieu(int row) {
    return chefLieux.get(row);
  }

  int department(int row) {
    return departments.get(row);
  }

  /** Returns the number of the intermunicipal body, or {@link #NONE}. */
  char epci(int row) {
    return epcis.get(row);
  }

  List<String> postcodes(int row) {
    List<String> found = new ArrayList<>();
    for (int i = postcodeStarts.get(row); i < postcodeStarts.get(row + 1); i++) {
      found.add(unpacked(postcodes.get(postcodeLinks.get(i))));
    }
    return found;
  }
}
