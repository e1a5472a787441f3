package org.collporterre.imports.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds headings and items of lists where a document has lines only: a PDF and plain text have no
 * others, and word processors are often used like typewriters.
 */
final class PlainLines {
  private static final Pattern NUMBERED =
      Pattern.compile("\\(?\\d{1,3}[.)]\\s+(\\S.*)", Pattern.DOTALL);
  private static final Pattern BULLET =
      Pattern.compile("[•‣▪◦●·*–\\-\uF0B7]\\s+(\\S.*)", Pattern.DOTALL);

  private static final int LONGEST_HEADING = 140;

  private PlainLines() {}

  /** Returns the same text with more headings and items. */
  static List<Block> split(List<Block> blocks) {
    List<Block> result = new ArrayList<>();
    for (Block block : blocks) {
      if (block.isHeading()) {
        result.add(Block.heading(block.level(), joined(block.text())));
      } else if (block.isItem()) {
        result.add(Block.of(block.kind(), joined(unmarked(block.text()))));
      } else {
        split(block.text(), result);
      }
    }
    return result;
  }

  private static void split(String text, List<Block> result) {
    StringBuilder lines = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (lines.length() > 0
          && (isMarked(line) || isHeading(line) || isHeading(lines.toString()))) {
        result.add(block(lines.toString()));
        lines.setLength(0);
      }
      lines.append(lines.length() == 0 ? "" : "\n").append(line);
    }
    result.add(block(lines.toString()));
  }

  private static Block block(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.matches()) {
      return Block.of(Block.Kind.NUMBERED, joined(numbered.group(1)));
    }
    Matcher bullet = BULLET.matcher(text);
    if (bullet.matches()) {
      return Block.of(Block.Kind.BULLET, joined(bullet.group(1)));
    } else if (Part.isStep(text) && isHeading(text)) {
      return Block.heading(3, joined(text));
    }
    return isHeading(text)
        ? Block.heading(2, joined(text))
        : Block.of(Block.Kind.PARAGRAPH, joined(text));
  }

  private static boolean isMarked(String line) {
    return NUMBERED.matcher(line).matches() || BULLET.matcher(line).matches();
  }

  private static String unmarked(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.matches() ? numbered.group(1) : text;
  }

  private static boolean isHeading(String line) {
    return line.length() <= LONGEST_HEADING
        && line.indexOf('\n') < 0
        && (Part.named(line) != Part.BODY || Part.isStep(line));
  }

  /** Returns a text in one line; a hyphen at the end of a line may belong to the word. */
  private static String joined(String text) {
    return text.replaceAll("(?<=\\p{L}-)\n(?=\\p{L})", "").replace('\n', ' ');
  }
}
