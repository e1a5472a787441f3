package org.collporterre.reports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.report.OneLine;

/** Names files for others: relative to where the check ran, with slashes. */
final class ReportPath {
  private static final String UNRESERVED = "-._~/";
  private static final String HEX = "0123456789ABCDEF";

  private ReportPath() {}

  /**
   * Returns the path of a file below the current directory. Of any other its name alone: a path
   * would tell about this machine, and means nothing elsewhere.
   */
  static String of(String file) {
    String path = file.replace('\\', '/');
    List<String> parts = new ArrayList<>();
    boolean outside = path.startsWith("/") || path.matches("[A-Za-z]:/.*");
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        outside |= parts.isEmpty();
        if (!parts.isEmpty()) {
          parts.remove(parts.size() - 1);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      return "";
    }
    return OneLine.of(outside ? parts.get(parts.size() - 1) : String.join("/", parts));
  }

  /** Returns such a path as a relative reference by RFC 3986. */
  static String uri(String file) {
    StringBuilder uri = new StringBuilder();
    for (byte b : of(file).getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
      if (plain || b > 0 && UNRESERVED.indexOf(b) >= 0) {
        uri.append((char) b);
      } else {
        uri.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
      }
    }
    return uri.toString();
  }
}
