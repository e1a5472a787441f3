package org.collporterre.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Folding;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a source speaks of: a key of the format, {@code latitude,longitude}, or a part
 * of an address.
 *
 * @param key what it speaks of
 * @param confidence how sure that is, in percent
 * @param evidence why
 */
record HeaderWords(String key, int confidence, Evidence evidence) {
  /** What the format has no field for. */
  static final String NOTHING = "-";

  private static final int LONGEST_PHRASE = 3;
  private static final int LONGEST_NAME = 120;

  /** How long names in a shapefile are at most. */
  private static final int CUT = 10;

  private static final int SHORTEST_TYPO = 5;

  private static final Pattern ASIDE = Pattern.compile("\\([^)]*+\\)");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern DIGITS = Pattern.compile("(?<=[a-z])[0-9]++$");

  private static final Set<String> FILLERS =
      Set.of(
          ("de du des d la le les l un une en et a au aux sur par pour the of and for to in is your"
                  + " votre vos bf addr contact field acf data properties der principal principale"
                  + " officiel officielle")
              .split(" "));

  /** A word, or several, with what it speaks of. */
  private record Phrase(int rank, String key, boolean weak) {
    boolean isBefore(Phrase other) {
      return weak == other.weak ? rank < other.rank : other.weak;
    }
  }

  private static final Map<String, Phrase> PHRASES = load();

  private static Map<String, Phrase> load() {
    Map<String, Phrase> phrases = new HashMap<>();
    try (InputStream in = HeaderWords.class.getResourceAsStream("header-words.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      int rank = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        if (!words[0].startsWith("#")) {
          boolean weak = words[0].endsWith("?");
          String key = weak ? words[0].substring(0, words[0].length() - 1) : words[0];
          for (int i = 1; i < words.length; i++) {
            phrases.putIfAbsent(words[i], new Phrase(rank, key, weak));
          }
          rank++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  /** Returns what a name can mean, the surest first; none for a name that says nothing. */
  static List<HeaderWords> of(String name, Schema<?> schema) {
    HeaderWords known = known(name, schema);
    if (known != null) {
      return List.of(known);
    }
    List<String> tokens = tokens(name);
    HeaderWords bare = tokens.isEmpty() ? null : known(String.join("_", tokens), schema);
    if (bare != null) {
      return List.of(new HeaderWords(bare.key(), 94, bare.evidence()));
    }
    List<HeaderWords> found = words(tokens);
    if (!found.isEmpty()) {
      return found;
    }
    HeaderWords almost = almost(Schema.foldHeader(name), schema);
    return almost == null ? List.of() : List.of(almost);
  }

  private static @Nullable HeaderWords known(String name, Schema<?> schema) {
    Field field = schema.byHeader(name);
    if (field == null) {
      return null;
    }
    boolean own = Schema.foldHeader(name).equals(field.key());
    return own
        ? new HeaderWords(field.key(), 100, Evidence.of("header-key"))
        : new HeaderWords(field.key(), 97, Evidence.of("header-alias"));
  }

  private static @Nullable HeaderWords almost(String folded, Schema<?> schema) {
    if (folded.length() == CUT) {
      for (String header : schema.headers()) {
        if (header.startsWith(folded)) {
          Field field = Objects.requireNonNull(schema.byHeader(header));
          return new HeaderWords(field.key(), 80, Evidence.of("header-cut"));
        }
      }
    }
    boolean possible = folded.length() >= SHORTEST_TYPO && folded.length() < LONGEST_NAME;
    String near = possible ? Nearest.of(folded, schema.headers()) : null;
    Field field = near == null || near.length() < SHORTEST_TYPO ? null : schema.byHeader(near);
    return field == null
        ? null
        : new HeaderWords(
            field.key(), 82, new Evidence("header-near", Objects.requireNonNull(near)));
  }

  private static List<String> tokens(String name) {
    String start = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    String plain = ASIDE.matcher(start).replaceAll(" ");
    String split = HUMP.matcher(plain.isBlank() ? start : plain).replaceAll(" ");
    List<String> tokens = new ArrayList<>(List.of(Folding.fold(split, ' ').split(" ")));
    tokens.removeIf(token -> token.isEmpty() || FILLERS.contains(token));
    return tokens;
  }

  private static List<HeaderWords> words(List<String> tokens) {
    Phrase best = null;
    String words = "";
    int from = 0;
    int matched = 0;
    for (int i = 0; i < tokens.size(); ) {
      int length = Math.min(LONGEST_PHRASE, tokens.size() - i);
      Phrase phrase = null;
      for (; length > 0 && phrase == null; length--) {
        phrase = phrase(String.join("_", tokens.subList(i, i + length)));
      }
      int step = phrase == null ? 1 : length + 1;
      if (phrase != null && (best == null || phrase.isBefore(best))) {
        best = phrase;
        words = String.join(" ", tokens.subList(i, i + step));
        from = i;
        matched = step;
      }
      i += step;
    }
    if (best == null) {
      return List.of();
    }
    int confidence = confidence(from, matched, tokens.size()) - (best.weak() ? 22 : 0);
    return List.of(new HeaderWords(best.key(), confidence, new Evidence("header-words", words)));
  }

  private static @Nullable Phrase phrase(String words) {
    Phrase phrase = PHRASES.get(words);
    return phrase == null ? PHRASES.get(DIGITS.matcher(words).replaceFirst("")) : phrase;
  }

  /** All of a name says more than its first word, that more than the last. */
  private static int confidence(int from, int matched, int all) {
    if (matched == all) {
      return 90;
    }
    return from == 0 ? 76 : from + matched == all ? 72 : 66;
  }
}
