package org.collporterre.imports.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.Media;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Collects the pieces of text of a document from the XHTML that parsers make of it, up to a number
 * of characters.
 */
final class BlockHandler extends DefaultHandler {
  /** What a piece of text does not go beyond. */
  private static final Set<String> BREAKS =
      Set.of(
          "p",
          "div",
          "li",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "table",
          "tr",
          "td",
          "th",
          "blockquote",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "aside",
          "figure",
          "figcaption",
          "pre",
          "address",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "body");

  /** What is on a page for its readers' browsers, not for its readers. */
  private static final Set<String> APART =
      Set.of("script", "style", "nav", "template", "noscript", "svg", "head", "form", "button");

  private static final int MAX_PICTURES = 100;
  private static final int MAX_LINKS = 1000;
  private static final int MAX_ALT = 300;

  private final int maxCharacters;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Media> pictures = new LinkedHashMap<>();
  private final List<String> links = new ArrayList<>();
  private final Deque<Block.Kind> lists = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable String language;
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int level;
  private int apart;
  private int characters;

  /**
   * Begins a document.
   *
   * @param maxCharacters how many characters of text are taken before {@link TooLong} is thrown
   */
  BlockHandler(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /** Says that a document holds more text than anybody reads. */
  static final class TooLong extends SAXException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (apart > 0 || APART.contains(name)) {
      apart++;
      return;
    }
    if (BREAKS.contains(name)) {
      flush();
    }
    switch (name) {
      case "html", "body" -> language = language == null ? attributes.getValue("lang") : language;
      case "ul" -> lists.push(Block.Kind.BULLET);
      case "ol" -> lists.push(Block.Kind.NUMBERED);
      case "li" -> kind = lists.isEmpty() ? Block.Kind.BULLET : lists.peek();
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        kind = Block.Kind.HEADING;
        level = name.charAt(1) - '0';
      }
      case "br" -> text.append('\n');
      case "img" -> picture(attributes.getValue("src"), attributes.getValue("alt"));
      case "a" -> link(attributes.getValue("href"));
      default -> {
        // Anything else does not change what its text is.
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    if (apart > 0) {
      apart--;
      return;
    }
    if (BREAKS.contains(name)) {
      flush();
    }
    if (name.equals("ul") || name.equals("ol")) {
      lists.poll();
    }
  }

  @Override
  public void characters(char[] characters, int from, int length) throws TooLong {
    if (apart > 0) {
      return;
    }
    this.characters += length;
    if (this.characters > maxCharacters) {
      throw new TooLong();
    }
    text.append(characters, from, length);
  }

  @Override
  public void ignorableWhitespace(char[] characters, int from, int length) throws TooLong {
    characters(characters, from, length);
  }

  private void flush() {
    String tidy = tidy(text.toString());
    text.setLength(0);
    if (!tidy.isEmpty()) {
      blocks.add(new Block(kind, kind == Block.Kind.HEADING ? level : 0, tidy));
      kind = Block.Kind.PARAGRAPH;
    }
  }

  /** Returns a text with single blanks and no blanks around its line breaks. */
  static String tidy(String text) {
    return text.replaceAll("[\\p{Zs}\\t\\u200B]+", " ").replaceAll(" *[\\r\\n]+ *", "\n").strip();
  }

  private void picture(@Nullable String address, @Nullable String alt) {
    if (address != null && WebUrl.Validator.matches(address) && pictures.size() < MAX_PICTURES) {
      boolean known = alt != null && !alt.isBlank() && alt.length() <= MAX_ALT;
      pictures.putIfAbsent(address, new Media(address, known ? alt : null, null, null, null, null));
    }
  }

  private void link(@Nullable String address) {
    if (address != null && links.size() < MAX_LINKS) {
      links.add(address);
    }
  }

  /** Returns the text seen so far. */
  List<Block> blocks() {
    flush();
    return List.copyOf(blocks);
  }

  List<Media> pictures() {
    return List.copyOf(pictures.values());
  }

  List<String> links() {
    return List.copyOf(links);
  }

  /** Returns the language the page says it is in, or null. */
  @Nullable String language() {
    return language;
  }
}
