package org.collporterre.imports.documents;

import java.util.List;

/** Writes pieces of text as CommonMark. */
final class Markup {
  private Markup() {}

  /** Returns the text; the document's own heading level is not used in records. */
  static String of(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    boolean afterItem = false;
    for (Block block : blocks) {
      number = block.kind() == Block.Kind.NUMBERED ? number + 1 : 0;
      if (text.length() > 0) {
        text.append(afterItem && block.isItem() ? "\n" : "\n\n");
      }
      text.append(mark(block, number)).append(block.text());
      afterItem = block.isItem();
    }
    return text.toString();
  }

  private static String mark(Block block, int number) {
    return switch (block.kind()) {
      case HEADING -> "#".repeat(Math.max(2, block.level())) + " ";
      case NUMBERED -> number + ". ";
      case BULLET -> "- ";
      case PARAGRAPH -> "";
    };
  }
}
