package org.collporterre.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The fingerprint of a dataset: it changes with any cell, and not with the order of rows, the
 * delimiter, quotes or line ends. Each row of each table has a SHA-256: of the table's name and a
 * line feed, then for each cell that is not empty its header, U+001F, its text and U+001E, in the
 * order of the columns, all in UTF-8. The fingerprint is the SHA-256 of those of all rows, sorted
 * as unsigned bytes, in hexadecimal digits. Takes about 50 bytes of memory a row. Used by one
 * thread.
 */
public final class Fingerprint {
  private static final byte UNIT = 0x1F;
  private static final byte RECORD = 0x1E;

  private final MessageDigest digest = sha256();
  private final List<byte[]> rows = new ArrayList<>();

  private Fingerprint() {}

  /** Returns the fingerprint of no rows yet. */
  public static Fingerprint create() {
    return new Fingerprint();
  }

  /** Begins a row of a table. */
  public void begin(String table) {
    digest.update((table + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a cell to the current row; an empty one adds nothing. */
  public void cell(String header, String text) {
    if (!text.isEmpty()) {
      digest.update(header.getBytes(StandardCharsets.UTF_8));
      digest.update(UNIT);
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update(RECORD);
    }
  }

  /** Ends the current row. */
  public void end() {
    rows.add(digest.digest());
  }

  /** Returns the fingerprint of all rows so far. */
  public String value() {
    rows.sort(Arrays::compareUnsigned);
    MessageDigest all = sha256();
    rows.forEach(all::update);
    return HexFormat.of().formatHex(all.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has it.
      throw new IllegalStateException(e);
    }
  }
}
