package org.collporterre.imports.documents;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that only says who wrote a text: «Texte : Marie Le Gall et Yann Kervella». */
final class Byline {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:(?:texte|textes|rédaction|récit|auteurs?|autrices?|auteur[·.]?[ei]ces?|text|authors?|written|"
              + "écrit|propos recueillis|recueilli|skrid)\\s*(?::|par|by|gant)|par|by)\\s+(.+?)\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** One to five words, the first and last with a capital: a name, not a sentence. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’.-]*(?:\\s+[\\p{L}'’.-]+){0,3}(?:\\s+\\p{Lu}[\\p{L}'’.-]*)?");

  private static final Pattern BETWEEN =
      Pattern.compile("\\s*(?:,|;|&|\\bet\\b|\\band\\b|\\bha\\b)\\s*");

  private static final int LONGEST = 200;

  private Byline() {}

  /** Returns the names in a line; empty when it is no such line. */
  static List<String> authors(Block block) {
    Matcher line = LINE.matcher(block.text().strip());
    if (block.isHeading() || block.text().length() > LONGEST || !line.matches()) {
      return List.of();
    }
    List<String> names = List.of(BETWEEN.split(line.group(1).strip()));
    return names.stream().allMatch(name -> NAME.matcher(name).matches()) ? names : List.of();
  }
}
