package org.collporterre.cms.connect;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text in the markup of MediaWiki: what would be markup is written as character references,
 * so that it shows as it is and does nothing. Reading back is exact but for what a wiki keeps of no
 * text: another Unicode form than NFC, and control characters.
 */
final class Wikitext {
  private static final String ALWAYS = "&<>[]{}|~\"";
  private static final String DOUBLED = "'_";
  private static final String AT_START = "*#:;=-! \t";
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|nbsp));");
  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", "\u00A0");

  private Wikitext() {}

  /** Returns text as a wiki stores it: NFC, lines that end with LF, no controls. */
  static String stored(String text) {
    String lines = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n");
    StringBuilder stored = new StringBuilder(lines.length());
    lines
        .replace('\r', '\n')
        .codePoints()
        .forEach(c -> stored.appendCodePoint(isKept(c) ? c : 0xFFFD));
    return stored.toString();
  }

  private static boolean isKept(int c) {
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    boolean control = c < ' ' && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0;
    return !control && !noncharacter && Character.getType(c) != Character.SURROGATE;
  }

  /** Returns a text that stands for itself as the value of a template's parameter. */
  static String escaped(String text) {
    String stored = stored(text);
    StringBuilder out = new StringBuilder(stored.length() + 16);
    for (int i = 0; i < stored.length(); i++) {
      char c = stored.charAt(i);
      char before = i == 0 ? '\n' : stored.charAt(i - 1);
      char after = i + 1 == stored.length() ? '\n' : stored.charAt(i + 1);
      boolean edge = i == 0 || i + 1 == stored.length();
      if (ALWAYS.indexOf(c) >= 0
          || DOUBLED.indexOf(c) >= 0 && (before == c || after == c)
          || AT_START.indexOf(c) >= 0 && before == '\n'
          || edge && Character.isWhitespace(c)) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Returns the text that a value of a template's parameter stands for. */
  static String plain(String value) {
    Matcher matcher = REFERENCE.matcher(value);
    StringBuilder out = new StringBuilder(value.length());
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(character(matcher)));
    }
    return matcher.appendTail(out).toString();
  }

  private static String character(Matcher matcher) {
    String name = matcher.group(3);
    if (name != null) {
      return NAMED.getOrDefault(name.toLowerCase(Locale.ROOT), matcher.group());
    }
    String decimal = matcher.group(1);
    int point =
        decimal == null ? Integer.parseInt(matcher.group(2), 16) : Integer.parseInt(decimal);
    boolean good = Character.isValidCodePoint(point) && (isKept(point) || point == '\r');
    return good ? Character.toString(point) : matcher.group();
  }

  /**
   * Returns a title that a page of a wiki may have, made of a text; empty when nothing is left of
   * it. Signs that titles must not have are left out or replaced; so are colons, before which a
   * wiki looks for a namespace.
   */
  static String title(String text) {
    String title =
        stored(text)
            .replaceAll("\\s*:+\\s*", " – ")
            .replaceAll("[\\[{<]", "(")
            .replaceAll("[\\]}>]", ")")
            .replace('|', '/')
            .replace('#', '№')
            .replaceAll("%(?=[0-9A-Fa-f]{2})", "٪")
            .replaceAll("&(?=[#\\p{L}\\p{N}]+;)", "＆")
            .replaceAll("~{3,}", "~~")
            .replace('\uFFFD', ' ')
            .replaceAll("[\\p{Cf}_\\p{Z}\\s]+", " ")
            .replaceAll("(^|/)\\.{1,2}(?=/|$)", "$1…")
            .strip();
    title = title.replaceAll("^[/ –]+|[/ –]+$", "");
    return cut(title);
  }

  /** Titles have 255 bytes at most; room is left for an identifier. */
  private static String cut(String title) {
    int bytes = 0;
    for (int i = 0; i < title.length(); ) {
      int c = title.codePointAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > 160) {
        return title.substring(0, i).strip();
      }
      i += Character.charCount(c);
    }
    return title;
  }
}
