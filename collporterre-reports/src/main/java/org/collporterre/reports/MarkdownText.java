package org.collporterre.reports;

import java.util.regex.Pattern;
import org.collporterre.report.OneLine;

/**
 * Makes texts from data fit for Markdown as GitHub, GitLab and others understand it, in the cell of
 * a table or within a line: nothing in them is markup, HTML, a link, a formula or a mention.
 */
public final class MarkdownText {
  private static final char BREAK = '\u200B';

  /** Forges look for these in the finished page, where no escape can be seen any more. */
  private static final Pattern REFERENCE = Pattern.compile("([@#!$%~&^])(?=[\\w\"{\\[])");

  private static final Pattern ISSUE = Pattern.compile("(?i)\\b(gh|gl)-(?=\\d)");
  private static final Pattern ADDRESS = Pattern.compile("://");
  private static final Pattern HOST = Pattern.compile("(?i)(www)\\.");

  private MarkdownText() {}

  /** Returns a text on one line of which everything is seen as it is. */
  public static String of(String text) {
    String broken = REFERENCE.matcher(OneLine.of(text)).replaceAll("$1" + BREAK);
    broken = ISSUE.matcher(broken).replaceAll("$1-" + BREAK);
    broken = ADDRESS.matcher(broken).replaceAll(":" + BREAK + "//");
    broken = HOST.matcher(broken).replaceAll("$1" + BREAK + ".");
    StringBuilder cell = new StringBuilder(broken.length() + 16);
    for (int i = 0; i < broken.length(); i++) {
      char c = broken.charAt(i);
      switch (c) {
        case '&' -> cell.append("&amp;");
        case '<' -> cell.append("&lt;");
        case '>' -> cell.append("&gt;");
        case '|', '`', '*', '_', '[', ']', '\\', '~', '#', '!', '$' -> cell.append('\\').append(c);
        default -> cell.append(c);
      }
    }
    return cell.toString();
  }
}
