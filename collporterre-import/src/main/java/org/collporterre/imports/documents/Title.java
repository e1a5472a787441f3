package org.collporterre.imports.documents;

import java.util.List;
import java.util.regex.Pattern;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The title of a document.
 *
 * @param text the title, in one line
 * @param guessed whether nothing in the document says that it is the title
 * @param block the piece of text it is, which is not repeated; null when it stands elsewhere
 */
record Title(String text, boolean guessed, @Nullable Block block) {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 140;

  /** What programs write when nobody said anything. */
  private static final Pattern MADE_UP =
      Pattern.compile(
          "(?iu)microsoft (?:office )?word\\b.*|.*\\.(?:docx?|odt|pdf|rtf|indd|pages|html?|pub|txt)|"
              + "(?:sans (?:titre|nom)|untitled|document|new document|nouveau document|présentation)[\\s\\d_-]*|[\\d_-]+");

  /** Chooses the title of a document; the name of its file when there is no other. */
  static Title of(DocumentText document, String fileName) {
    Block heading = document.blocks().stream().filter(Title::isTitle).findFirst().orElse(null);
    String said = document.said().title();
    if (said != null && isSensible(said.strip())) {
      return said(said.strip(), heading, document.blocks());
    } else if (heading != null) {
      return new Title(Sentences.cut(heading.text(), LONGEST), true, heading);
    }
    return document.blocks().stream()
        .filter(block -> block.text().length() >= SHORTEST)
        .findFirst()
        .map(first -> line(first))
        .orElseGet(() -> named(fileName));
  }

  private static Title line(Block first) {
    String text = Sentences.cut(first.text(), LONGEST);
    // A whole line is the title; of a paragraph the rest would be lost.
    return new Title(text, true, text.equals(first.text()) ? first : null);
  }

  private static boolean isTitle(Block block) {
    return block.isHeading()
        && block.text().length() >= SHORTEST
        && Part.named(block.text()) == Part.BODY
        && !Part.isStep(block.text());
  }

  private static boolean isSensible(String title) {
    return title.length() >= SHORTEST
        && title.length() <= LONGEST
        && title.indexOf('\n') < 0
        && !MADE_UP.matcher(title).matches();
  }

  /** Pages add the name of their site to the title: «Le jardin | Collporterre». */
  private static Title said(String said, @Nullable Block heading, List<Block> blocks) {
    String folded = Folding.fold(said);
    if (heading != null && folded.startsWith(Folding.fold(heading.text()) + " ")) {
      return new Title(heading.text(), false, heading);
    }
    Block same =
        blocks.stream()
            .limit(3)
            .filter(block -> Folding.fold(block.text()).equals(folded))
            .findFirst()
            .orElse(null);
    return new Title(said, false, same);
  }

  private static Title named(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String name = dot > 0 ? fileName.substring(0, dot) : fileName;
    return new Title(Sentences.cut(name.replace('_', ' '), LONGEST), true, null);
  }
}
