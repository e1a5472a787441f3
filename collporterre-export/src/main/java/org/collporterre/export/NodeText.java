package org.collporterre.export;

import org.collporterre.model.LocalizedText;

/**
 * Writes a text: plainly, or with its language and each of its translations with theirs. Never as a
 * language map, which readers without a JSON-LD processor do not expect.
 */
final class NodeText implements NodeShape {
  private static final byte[] VALUE = JsonOut.encodedName("@value");
  private static final byte[] LANGUAGE = JsonOut.encodedName("@language");

  private record Tagged(String text, String language) {}

  @Override
  public void queue(Object value, NodeRun run) {
    LocalizedText text = (LocalizedText) value;
    if (text.translations().isEmpty()) {
      run.queue(this, text.text());
      return;
    }
    run.queue(this, new Tagged(text.text(), run.language()));
    text.translations().forEach((language, other) -> run.queue(this, new Tagged(other, language)));
  }

  @Override
  public void write(Object value, NodeRun run) {
    if (value instanceof Tagged tagged) {
      run.out().beginObject().name(VALUE).value(tagged.text());
      run.out().name(LANGUAGE).value(tagged.language()).endObject();
    } else {
      run.out().value((String) value);
    }
  }
}
