package org.collporterre.cms.connect;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The block of a post that holds a record: HTML for people, with the record's fields in an
 * attribute for programs, and two fingerprints: of what was published ({@code empreinte}), and of
 * the block as the site keeps it ({@code etat}), which is another one as soon as somebody changes
 * the block.
 *
 * @param start where it begins in the content of the post
 * @param end where it ends
 * @param text the block
 * @param attributes the attributes of its outermost element, without their common beginning
 */
record SheetBlock(int start, int end, String text, Map<String, String> attributes) {
  /** What the content of each such post has in it, for looking it up. */
  static final String MARK = "data-collporterre-fiche";

  private static final String OPEN = "<div class=\"collporterre-fiche\"";
  private static final String COMMENT = "<!-- wp:html -->\n";
  private static final String END = "<!-- /wp:html -->";
  private static final String STATE = "etat";
  private static final Pattern ATTRIBUTE =
      Pattern.compile("data-collporterre-([a-z]+)=\"([^\"]*)\"");
  private static final Pattern PART = Pattern.compile("<[^>]*>|[^<]+|<");
  private static final Pattern SHORT_REFERENCE = Pattern.compile("&#(\\d{1,2});");

  /** Returns a block yet to be written, without the comments around it. */
  static String of(RecordKey key, String fingerprint, Map<String, String> columns, String html) {
    return sealed(element(key, Map.of("empreinte", fingerprint), columns, html));
  }

  /** Returns the element that holds a record. */
  static String element(
      RecordKey key, Map<String, String> more, Map<String, String> columns, String html) {
    StringBuilder element = new StringBuilder(OPEN);
    attribute(element, "type", key.type());
    attribute(element, "id", key.id());
    more.forEach((name, value) -> attribute(element, name, value));
    attribute(element, "fiche", json(columns));
    return element.append('>').append(harmless(html)).append("</div>").toString();
  }

  private static void attribute(StringBuilder element, String name, String value) {
    element.append(" data-collporterre-").append(name).append("=\"").append(escaped(value));
    element.append('"');
  }

  /** Returns the content of a new post with a block in it. */
  static String content(String block) {
    return COMMENT + block + "\n" + END;
  }

  /** Returns a block that says of itself how it is. */
  static String sealed(String block) {
    String bare = bare(block);
    return OPEN
        + " data-collporterre-"
        + STATE
        + "=\""
        + Texts.fingerprint(List.of(bare))
        + "\""
        + bare.substring(OPEN.length());
  }

  private static String bare(String block) {
    return block
        .replaceFirst(" data-collporterre-" + STATE + "=\"[^\"]*\"", "")
        .replace("\r\n", "\n")
        .strip();
  }

  /** Returns this block without its seal and marked as withdrawn, sealed again. */
  String withdrawn() {
    return sealed(
        OPEN + " data-collporterre-retrait=\"oui\"" + bare(text).substring(OPEN.length()));
  }

  /** Returns the first block in the content of a post; null when there is none. */
  static @Nullable SheetBlock in(String content) {
    int start = content.indexOf(OPEN);
    int close = start < 0 ? -1 : content.indexOf('>', start);
    if (close < 0) {
      return null;
    }
    int end = content.indexOf(END, close);
    end = end < 0 ? content.length() : end;
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(content.substring(start, close));
    while (matcher.find()) {
      attributes.put(matcher.group(1), Wikitext.plain(matcher.group(2)));
    }
    return new SheetBlock(start, end, content.substring(start, end), attributes);
  }

  /** Returns which record it is. */
  RecordKey key() {
    return new RecordKey(attributes.getOrDefault("type", ""), attributes.getOrDefault("id", ""));
  }

  /** Tells whether it is as it was written. */
  boolean isUntouched() {
    return Texts.fingerprint(List.of(bare(text))).equals(attributes.get(STATE));
  }

  /** Tells whether it was marked as withdrawn. */
  boolean isWithdrawn() {
    return attributes.containsKey("retrait");
  }

  /** Returns the texts of the fields of the record by key. */
  Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    String fields = attributes.getOrDefault("fiche", "");
    try (JsonReader in = Json.createReader(new StringReader(fields))) {
      for (Map.Entry<String, JsonValue> field : in.readObject().entrySet()) {
        if (field.getValue() instanceof JsonString text) {
          columns.put(field.getKey(), text.getString());
        }
      }
    } catch (RuntimeException e) {
      // What somebody has broken says nothing any more; the parser has several kinds for it.
      return Map.of();
    }
    return columns;
  }

  /** Returns the content of a post with another block in the place of this one. */
  String replacedIn(String content, String block) {
    return content.substring(0, start) + block + "\n" + content.substring(end);
  }

  /**
   * Returns JSON without what sites change or take for something else: shortcodes, tags, characters
   * beyond 16 bits.
   */
  private static String json(Map<String, String> columns) {
    StringBuilder json = new StringBuilder("{");
    columns.forEach(
        (key, text) -> {
          json.append(json.length() == 1 ? "" : ",");
          string(json, key);
          string(json.append(':'), text);
        });
    return json.append('}').toString();
  }

  private static void string(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && "\"\\<>&'[]".indexOf(c) < 0 && !Character.isSurrogate(c);
      json.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    json.append('"');
  }

  /** Returns text as HTML that shows it and that WordPress keeps as it is. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#039;")
        .replace("[", "&#091;")
        .replace("]", "&#093;");
  }

  /** Returns HTML in which nothing is a shortcode, a block or an address to embed. */
  private static String harmless(String html) {
    StringBuilder out = new StringBuilder(html.length());
    Matcher parts = PART.matcher(html);
    while (parts.find()) {
      String part = parts.group();
      if (part.startsWith("<!")) {
        continue;
      }
      String safe = part.replace("[", "&#091;").replace("]", "&#093;");
      out.append(part.startsWith("<") ? safe : safe.replace("://", "&#058;//"));
    }
    return SHORT_REFERENCE
        .matcher(out)
        .replaceAll(found -> "&#" + "0".repeat(3 - found.group(1).length()) + found.group(1) + ";");
  }
}
