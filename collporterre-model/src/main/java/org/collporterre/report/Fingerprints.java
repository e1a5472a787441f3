package org.collporterre.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of findings that stay the same when rows are moved, added or corrected elsewhere. They are
 * permanent: the same finding has the same fingerprint in every version of the library.
 *
 * <p>A fingerprint is the first 32 hexadecimal digits of the SHA-256 of, in UTF-8, {@code 1} and
 * then of the rule's code, the record type, the identifier and the field each: {@code |}, the
 * length in UTF-16 code units, {@code :} and the text; only {@code |} for what is null. For a
 * finding without identifier there follow, in the same way, the name of the file without its
 * folders and the value. Never the line: the second of several equal ones has {@code :2} behind it.
 */
public final class Fingerprints {
  /** How many hexadecimal digits a fingerprint begins with. */
  public static final int LENGTH = 32;

  private Fingerprints() {}

  /** Returns the fingerprint of a finding as if it were the only one of its kind. */
  public static String of(Finding finding) {
    StringBuilder text = new StringBuilder("1");
    append(finding.code(), text);
    append(finding.type(), text);
    append(finding.id(), text);
    append(finding.field(), text);
    if (finding.id() == null) {
      String file = finding.location().file();
      append(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1), text);
      append(finding.value(), text);
    }
    byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, LENGTH);
  }

  /**
   * Returns the fingerprints of findings, all different, in their order.
   *
   * @param findings what was found
   * @param before how many findings there were before, by {@link #of(Finding) fingerprint}: the
   *     numbers of others go on from there
   */
  public static List<String> of(List<Finding> findings, Map<String, Integer> before) {
    Map<String, Integer> counts = new HashMap<>(before);
    List<String> fingerprints = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      String plain = of(finding);
      fingerprints.add(numbered(plain, counts.merge(plain, 1, Integer::sum)));
    }
    return fingerprints;
  }

  /** Returns the fingerprint of the first, second… of several equal findings, from 1. */
  public static String numbered(String plain, int number) {
    return number == 1 ? plain : plain + ":" + number;
  }

  private static void append(@Nullable String part, StringBuilder text) {
    text.append('|');
    if (part != null) {
      text.append(part.length()).append(':').append(part);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
