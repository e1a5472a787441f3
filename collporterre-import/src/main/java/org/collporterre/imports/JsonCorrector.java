package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.collporterre.imports.Corrections.Reason;
import org.collporterre.model.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Makes corrections in JSON: the bytes of the texts and numbers concerned change, all others stay.
 * A number stays one when its new text is one; a text stays a text. One value is in memory.
 */
final class JsonCorrector {
  /** Where a text or number stands. */
  record Place(int line, int column) {}

  /**
   * What a place becomes.
   *
   * @param of the correction it belongs to
   * @param text the new text
   * @param found the text that must stand there, or null for what the correction says it found
   * @param counts whether it stands for the whole correction
   */
  record Edit(Correction of, String text, @Nullable String found, boolean counts) {
    boolean isOf(String there) {
      return found == null ? of.isAbout(there) : found.equals(there);
    }
  }

  private final Corrections.Log log;
  private final SourceText text;
  private final Map<Place, List<Edit>> edits;

  private JsonCorrector(SourceText text, Map<Place, List<Edit>> edits, Corrections.Log log) {
    this.text = text;
    this.edits = edits;
    this.log = log;
  }

  /** Copies a file with corrections made; the log tells which. */
  static void correct(Importer<?> importer, CorrectedCopy copy) throws IOException {
    List<Correction> own = copy.own();
    if (own.isEmpty()) {
      return;
    }
    String name = copy.name();
    SourceText.Bytes bytes = () -> Files.newInputStream(copy.file());
    Mapping preset = copy.corrections().preset(name);
    Mapping mapping = preset == null ? importer.settings().mapping() : preset;
    JsonEdits edits = new JsonEdits(own, mapping, copy.log());
    if (edits.needsRecords()) {
      try (EntryReader<? extends Entry> records =
          importer.open(bytes.open(), name, copy.type(), finding -> {})) {
        edits.find(records);
      }
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy.copy()))) {
      correct(bytes, name, importer.settings(), edits.edits(), out, copy.log());
    }
  }

  /** Copies a file with edits made. */
  private static void correct(
      SourceText.Bytes bytes,
      String name,
      ImportSettings settings,
      Map<Place, List<Edit>> edits,
      OutputStream out,
      Corrections.Log log)
      throws IOException {
    TextEncoding encoding;
    try (InputStream in = bytes.open()) {
      encoding = TextEncoding.marked(in.readNBytes(2), settings);
    }
    try (SourceText text = SourceText.open(bytes, encoding, out);
        InputStream in = bytes.open()) {
      BufferedInputStream json =
          new BufferedInputStream(TextEncoding.json(in, name, settings, finding -> {}));
      JsonCorrector corrector = new JsonCorrector(text, edits, log);
      if (text.isEditable()) {
        corrector.correct(new JsonScanner(json, JsonFraming.of(json, name)));
      }
      Reason reason = text.isEditable() ? Reason.NOT_FOUND : Reason.ENCODING;
      corrector.edits.values().forEach(left -> left.forEach(one -> log.left(one.of(), reason, "")));
      text.finish();
    }
  }

  private void correct(JsonScanner in) throws IOException {
    boolean more = true;
    while (more && !edits.isEmpty()) {
      try {
        JsonScanner.Token token = in.next();
        if (token == JsonScanner.Token.END) {
          more = in.nextText();
        } else if (isValue(token)) {
          value(in, token);
        }
      } catch (JsonFault e) {
        more = in.nextText();
      }
    }
  }

  private static boolean isValue(JsonScanner.Token token) {
    return switch (token) {
      case NAME, END_ARRAY, END_OBJECT, END -> false;
      default -> true;
    };
  }

  private void value(JsonScanner in, JsonScanner.Token token) throws IOException {
    List<Edit> here = edits.remove(new Place(in.line(), in.column()));
    if (here == null) {
      return;
    }
    boolean number = token == JsonScanner.Token.NUMBER;
    boolean string = token == JsonScanner.Token.TEXT;
    Edit chosen = null;
    for (Edit one : here) {
      Correction of = one.of();
      String key = of.cells().get(0).key();
      if (!number && !string) {
        log.left(of, Reason.NOT_SCALAR, key);
      } else if (!one.isOf(in.text())) {
        log.left(of, Reason.OTHER_FORM, key);
      } else if (one.text().equals(in.text())) {
        log.left(of, Reason.NO_EFFECT, key);
      } else if (!text.canHold(one.text())) {
        log.left(of, Reason.CHARACTERS, key);
      } else if (chosen == null || !chosen.of().safe() && of.safe()) {
        wait(chosen);
        chosen = one;
      } else {
        wait(one);
      }
    }
    if (chosen != null) {
      replace(in, chosen, number);
    }
  }

  /** One correction of a value at a time. */
  private void wait(@Nullable Edit one) {
    if (one != null) {
      log.later();
    }
  }

  private void replace(JsonScanner in, Edit edit, boolean number) throws IOException {
    long from = text.at(in.tokenOffset());
    long to = text.at(in.offset());
    if (from < 0 || to < 0) {
      log.left(edit.of(), Reason.ENCODING, "");
      return;
    }
    boolean plain = number && isNumber(edit.text());
    text.replace(from, to, plain ? edit.text() : JsonNode.quoted(edit.text()));
    if (edit.counts()) {
      log.applied(edit.of(), text.charset());
    }
  }

  /** Tells whether a text is a number as JSON writes it (RFC 8259, section 6). */
  private static boolean isNumber(String text) {
    return text.matches("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  }
}
