package org.collporterre.imports.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.vocabulary.Folding;
import org.collporterre.vocabulary.LicenseAddresses;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of its licence. A licence is only named when the document names exactly one,
 * with its version: anything else would give rights nobody gave.
 *
 * @param license the SPDX identifier, or null
 * @param statement the sentence, when it says more than the licence or it cannot be told; or null
 * @param unversioned a Creative Commons licence named without its version, or null
 */
record LicenseStatement(
    @Nullable String license, @Nullable String statement, @Nullable String unversioned) {
  private static final int MAX_STATEMENT = 200;

  /** Of folded text: {@code cc by sa 4 0}, {@code creative commons by 3 0 fr}. */
  private static final Pattern COMMONS =
      Pattern.compile(
          "\\b(?:cc|creative commons)(?: licen[cs]e)? ((?:by|nc|nd|sa)(?: (?:by|nc|nd|sa))*)"
              + "(?: v?([1-4]) ([05]))?(?: (fr|france)\\b)?");

  private static final Pattern SPELLED =
      Pattern.compile(
          "\\bcreative commons (?:licen[cs]e )?((?:attribution|paternite)[a-z ]*?)(?: ([1-4]) ([05]))?"
              + "(?: (?:international|non transpose|unported)| (fr|france)\\b|$|(?= [0-9]))");

  private static final Pattern ZERO = Pattern.compile("\\bcc ?0\\b|\\bcc zero\\b");
  private static final Pattern ETALAB =
      Pattern.compile("\\b(?:licence ouverte|etalab)(?: etalab)?(?: v(?:ersion)?)? 2 0\\b");
  private static final Pattern MENTION = Pattern.compile("\\blicen[cs]e\\b");
  private static final Pattern LABEL = Pattern.compile("(?iu)licen[cs]e\\s*:\\s*\\S.*");

  /** Reads what a document says. */
  static LicenseStatement of(DocumentText document) {
    Set<String> exact = new LinkedHashSet<>();
    Set<String> loose = new LinkedHashSet<>();
    List<String> statements = new ArrayList<>();
    String said = document.said().license();
    if (said != null) {
      read(said, exact, loose);
      if (exact.isEmpty()) {
        statements.add(said);
      }
    }
    document.links().stream().map(LicenseAddresses::id).forEach(id -> add(id, exact));
    for (Block block : document.blocks()) {
      for (String sentence : Sentences.of(block.text())) {
        if (read(sentence, exact, loose) || isMention(sentence)) {
          statements.add(sentence);
        }
      }
    }
    return decided(exact, loose, statements);
  }

  private static LicenseStatement decided(
      Set<String> exact, Set<String> loose, List<String> statements) {
    String license = exact.size() == 1 && loose.isEmpty() ? exact.iterator().next() : null;
    String statement =
        statements.isEmpty() ? null : Sentences.cut(statements.get(0), MAX_STATEMENT);
    boolean plain = license != null && statement != null && isLabel(statement);
    return new LicenseStatement(
        license,
        plain ? null : statement,
        exact.isEmpty() && loose.size() == 1 ? loose.iterator().next() : null);
  }

  /** Tells whether a line holds nothing but the name of the licence. */
  static boolean isLabel(String line) {
    return LABEL.matcher(line.strip()).matches();
  }

  /** A sentence about a licence that nobody can name is still worth keeping. */
  private static boolean isMention(String sentence) {
    String folded = Folding.fold(sentence);
    return MENTION.matcher(folded).find()
        && (isLabel(sentence)
            || folded.contains("sous licence")
            || folded.contains("licensed under"));
  }

  private static boolean read(String text, Set<String> exact, Set<String> loose) {
    int before = exact.size() + loose.size();
    for (String word : text.split("[\\s()<>«»\"]+", -1)) {
      add(LicenseAddresses.id(word.replaceFirst("[.,;]+$", "")), exact);
    }
    if (SpdxLicense.Validator.matches(text)) {
      exact.add(text);
    }
    String folded = Folding.fold(text);
    boolean any = commons(COMMONS.matcher(folded), exact, loose);
    any |= commons(SPELLED.matcher(folded), exact, loose);
    if (ZERO.matcher(folded).find()) {
      exact.add("CC0-1.0");
      any = true;
    }
    if (ETALAB.matcher(folded).find()) {
      exact.add("etalab-2.0");
      any = true;
    }
    return any || exact.size() + loose.size() > before;
  }

  private static void add(@Nullable String id, Set<String> exact) {
    if (id != null) {
      exact.add(id);
    }
  }

  private static boolean commons(Matcher found, Set<String> exact, Set<String> loose) {
    boolean any = false;
    while (found.find()) {
      String name = "CC-" + elements(found.group(1));
      String version = found.group(2) == null ? "" : "-" + found.group(2) + "." + found.group(3);
      boolean ported = found.group(4) != null && !version.equals("-4.0");
      String id = name + version;
      if (!version.isEmpty() && !ported && SpdxLicense.Validator.matches(id)) {
        exact.add(id);
      } else {
        loose.add(ported ? id + "-FR" : id);
      }
      any = true;
    }
    return any;
  }

  /** Returns the elements in the order of the licence's name, from letters or from words. */
  private static String elements(String words) {
    StringBuilder elements = new StringBuilder("BY");
    if (words.matches(".*\\bnc\\b.*|.*(?:utilisation commerciale|non ?commercial).*")) {
      elements.append("-NC");
    }
    if (words.matches(".*\\bnd\\b.*|.*(?:pas de modification|no ?deriv).*")) {
      elements.append("-ND");
    }
    if (words.matches(".*\\bsa\\b.*|.*(?:memes conditions|l identique|share ?alike).*")) {
      elements.append("-SA");
    }
    return elements.toString().toUpperCase(Locale.ROOT);
  }
}
