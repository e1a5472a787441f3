package org.collporterre.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.collporterre.constraint.Identifier;
import org.collporterre.model.ExternalId;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Makes identifiers for rows that have none: from an external identifier, else from title and
 * municipality, and when that is taken also from the row's bytes. The same row gets the same
 * identifier wherever it stands among rows of other titles. Memory: about 16 bytes per identifier.
 */
final class IdMaker {
  private static final int LONGEST = 80;
  private static final int SUFFIX = 7;

  /** Registers of organizations, of which one may carry many initiatives. */
  private static final Set<String> ORGANIZATIONS = Set.of("siret", "siren", "rna");

  private long[] taken = new long[1024];
  private int size;

  /** Remembers an identifier. */
  void take(String id) {
    long hash = hash(id);
    if (size * 2 > taken.length) {
      long[] old = taken;
      taken = new long[old.length * 2];
      size = 0;
      Arrays.stream(old).filter(h -> h != 0).forEach(this::put);
    }
    put(hash);
  }

  /**
   * Returns an identifier for a row, and remembers it: of the first external identifier that is one
   * of the thing itself and makes an identifier nobody has; else of title and municipality.
   */
  String make(@Nullable Object externalIds, String title, String locality, int checksum) {
    if (externalIds instanceof List<?> all) {
      for (Object one : all) {
        ExternalId external = (ExternalId) one;
        String id = Folding.fold(external.toString(), '-');
        boolean whole = isAscii(id) && id.length() <= LONGEST && Identifier.Validator.matches(id);
        if (whole && !ORGANIZATIONS.contains(external.scheme()) && !contains(hash(id))) {
          take(id);
          return id;
        }
      }
    }
    return make(title, locality, checksum);
  }

  /** Returns an identifier of title and municipality, and remembers it. */
  private String make(String title, String locality, int checksum) {
    String id = cut(Folding.fold(title + " " + locality, '-'), LONGEST);
    if (!isAscii(id) || id.isEmpty() || contains(hash(id))) {
      String base = isAscii(id) && !id.isEmpty() ? cut(id, LONGEST - SUFFIX) : "fiche";
      id = base + "-" + String.format(Locale.ROOT, "%06x", checksum & 0xFFFFFF);
    }
    take(id);
    return id;
  }

  /** Returns an identifier as near to a text as there is; empty when there is none. */
  static String slug(String text) {
    String id = cut(Folding.fold(text, '-'), LONGEST);
    return isAscii(id) ? id : "";
  }

  private static boolean isAscii(String id) {
    return id.chars().allMatch(c -> c < 0x80);
  }

  private static String cut(String id, int longest) {
    if (id.length() <= longest) {
      return id;
    }
    int hyphen = id.lastIndexOf('-', longest);
    return id.substring(0, hyphen > longest / 2 ? hyphen : longest);
  }

  private boolean contains(long hash) {
    return taken[slot(hash)] != 0;
  }

  private void put(long hash) {
    int slot = slot(hash);
    if (taken[slot] == 0) {
      taken[slot] = hash;
      size++;
    }
  }

  /** Returns where a hash is, or else the free slot that is for it. */
  private int slot(long hash) {
    int slot = (int) hash & (taken.length - 1);
    while (taken[slot] != 0 && taken[slot] != hash) {
      slot = (slot + 1) & (taken.length - 1);
    }
    return slot;
  }

  /** FNV-1a with a final mix; never 0, which marks a free slot. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
