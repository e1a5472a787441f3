package org.collporterre.cms.connect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.collporterre.report.OneLine;

/** Texts of sites cut to what can be shown, and their fingerprints. */
final class Texts {
  private static final int LONGEST = 200;

  private Texts() {}

  /** Returns a text of a site as one short line without controls and markup. */
  static String line(String text) {
    String line = OneLine.of(text.replaceAll("<[^>]{0,200}>", "")).strip();
    return OneLine.cut(line, LONGEST);
  }

  /** Returns 32 hexadecimal digits that are others for other texts, or another order of them. */
  static String fingerprint(Collection<String> parts) {
    StringBuilder text = new StringBuilder("1");
    parts.forEach(part -> text.append('|').append(part.length()).append(':').append(part));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
