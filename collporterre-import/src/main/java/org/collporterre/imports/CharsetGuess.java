package org.collporterre.imports;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guesses in which encoding of one byte per character a text is, by what its bytes beyond ASCII
 * would then be: letters of western Europe next to letters, signs where such signs stand. A text
 * that makes sense in none is not guessed.
 *
 * <p>ISO-8859-1 is no candidate: windows-1252 has the same letters and more, so that text in the
 * former reads the same in the latter.
 */
final class CharsetGuess {
  /** In order of use: the first of two that give the same text counts. */
  private static final List<Charset> CANDIDATES =
      List.of("windows-1252", "ISO-8859-15", "x-MacRoman", "IBM850").stream()
          .filter(Charset::isSupported)
          .map(Charset::forName)
          .toList();

  /** How many of ten characters that speak must speak for a guess. */
  private static final int ENOUGH = 7;

  private static final String FRENCH = "éèàçùêôîâûëïüœ";
  private static final String LETTERS = FRENCH + "æöäßñáíóúãõòìåøÿšžý";

  private final String text;
  private int score;
  private int plausible;
  private int odd;

  private CharsetGuess(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        count(points(at(i - 1), text.charAt(i), at(i + 1)));
      }
    }
  }

  /** Returns the encoding that makes most sense of bytes, or null when none makes enough. */
  static @Nullable Charset of(byte[] bytes) {
    Charset best = null;
    int most = 0;
    for (Charset candidate : CANDIDATES) {
      CharsetGuess guess = new CharsetGuess(new String(bytes, candidate));
      if (guess.isLikely() && guess.score > most) {
        best = candidate;
        most = guess.score;
      }
    }
    return best;
  }

  private boolean isLikely() {
    return plausible * 10 >= (plausible + odd) * ENOUGH;
  }

  private void count(int points) {
    score += points;
    plausible += points > 0 ? 1 : 0;
    odd += points < 0 ? 1 : 0;
  }

  /** Beyond the ends of the text there are blanks. */
  private char at(int i) {
    return i < 0 || i >= text.length() ? ' ' : text.charAt(i);
  }

  private static int points(char before, char c, char after) {
    if (c < 0xA0 || c == '\uFFFD') {
      return -4;
    }
    boolean letter = Character.isLetter(c) && c != 'º' && c != 'ª';
    return letter ? ofLetter(before, c, after) : ofSign(before, c, after);
  }

  private static int ofLetter(char before, char c, char after) {
    int known = LETTERS.indexOf(Character.toLowerCase(c));
    boolean amongOthers = isForeign(before) && isForeign(after);
    boolean alone = !Character.isLetter(before) && !Character.isLetter(after);
    if (known < 0 || amongOthers) {
      return -2;
    } else if (alone) {
      return c == 'à' || c == 'À' ? 2 : -1;
    }
    boolean french = known < FRENCH.length();
    if (Character.isLowerCase(c)) {
      boolean capitals = Character.isUpperCase(after);
      return capitals ? -2 : french ? 3 : 1;
    }
    return Character.isLowerCase(before) ? -2 : french ? 2 : 1;
  }

  private static boolean isForeign(char c) {
    return c >= 0x80 && Character.isLetter(c);
  }

  private static int ofSign(char before, char c, char after) {
    boolean inWord = Character.isLetter(before) && Character.isLetter(after);
    boolean beside = Character.isLetter(before) || Character.isLetter(after);
    boolean number = Character.isDigit(before) || Character.isDigit(after);
    return switch (c) {
      case '’', '·' -> inWord ? 2 : Character.isLetter(before) ? 1 : -1;
      case '«', '“', '‘' -> Character.isLetter(before) ? -1 : 2;
      case '»', '”' -> Character.isLetter(after) ? -1 : 2;
      case '…' -> inWord ? -1 : 1;
      case '–', '—' -> inWord ? -1 : 1;
      case '\u00A0' -> inWord ? 0 : 1;
      case '€' -> Character.isLetter(before) ? -2 : 2;
      case '°', 'º', '²', '³' -> number || "nNmM".indexOf(before) >= 0 ? 2 : -1;
      case '½', '¼', '¾' -> beside ? -2 : number ? 1 : 0;
      case '•', '®', '©', '™', '§', '±', '×', 'µ' -> inWord ? -2 : 0;
      default -> beside ? -2 : -1;
    };
  }
}
