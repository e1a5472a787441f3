package org.collporterre.internal;

/** FNV-1a of 64 bits, its bits mixed at the end. */
public final class TextHash {
  /** The hash of nothing. */
  public static final long START = 0xCBF29CE484222325L;

  private static final long PRIME = 0x100000001B3L;

  private TextHash() {}

  /** Returns the hash of a text. */
  public static long of(String text) {
    return mixed(add(START, text));
  }

  /** Returns a hash with one more character. */
  public static long add(long hash, char c) {
    return (hash ^ c) * PRIME;
  }

  /** Returns a hash with the characters of a text. */
  public static long add(long hash, String text) {
    long with = hash;
    for (int i = 0; i < text.length(); i++) {
      with = add(with, text.charAt(i));
    }
    return with;
  }

  /** Returns a hash to be used. */
  public static long mixed(long hash) {
    long mixed = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }
}
