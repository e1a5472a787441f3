package org.collporterre.imports.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides text into sentences, and shortens it at their ends. */
final class Sentences {
  /** An end of a sentence: not behind an initial or an abbreviated title. */
  private static final Pattern END =
      Pattern.compile(
          "(?<![\\s.]\\p{Lu}|\\bM|\\bMM|\\bDr|\\bcf|\\betc)[.!?…]+[»\"”)]*(?=\\s+[\\p{Lu}«\"“(])|[.!?…]+$");

  private Sentences() {}

  /** Returns the sentences of a text. */
  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    Matcher end = END.matcher(text);
    int from = 0;
    while (end.find()) {
      sentences.add(text.substring(from, end.end()).strip());
      from = end.end();
    }
    if (!text.substring(from).isBlank()) {
      sentences.add(text.substring(from).strip());
    }
    return sentences;
  }

  /**
   * Returns a text of at most so many characters: its first sentences, or as many words as fit and
   * three dots.
   */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    Matcher end = END.matcher(text);
    int best = 0;
    while (end.find() && end.end() <= longest) {
      best = end.end();
    }
    if (best > 0) {
      return text.substring(0, best);
    }
    int blank = text.lastIndexOf(' ', longest - 1);
    int to = blank > longest / 2 ? blank : longest - 1;
    to -= Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0;
    return text.substring(0, to) + "…";
  }
}
