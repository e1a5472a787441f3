package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.check.RuleSettings;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document that people write for this library, in which everything must be as said: what is
 * not is reported with line, column and pointer, under codes of the document's kind.
 */
final class StrictJson {
  private final String prefix;
  private final String file;
  private final Findings findings;
  private int errors;

  /**
   * @param prefix what codes of findings begin with: {@code -malformed} and {@code -key-twice} come
   *     behind it
   */
  StrictJson(String prefix, String file, FindingSink sink) {
    this.prefix = prefix;
    this.file = file;
    this.findings = new Findings(sink, Profile.ECHANGE, RuleSettings.NONE, null);
  }

  /** Reads a document that is an object; null when it is none. */
  @Nullable JsonNode read(InputStream in, String form) throws IOException {
    JsonNode root;
    try {
      JsonScanner scanner = new JsonScanner(in);
      root = JsonNode.read(scanner, scanner.next(), null, null, 0, this::twice);
      scanner.next();
    } catch (JsonFault fault) {
      Location place = new Location(file, fault.line(), fault.column());
      String expected = fault.expected() == null ? "JSON" : fault.expected();
      say(prefix + "-malformed", place, fault.value(), expected);
      return null;
    }
    if (!root.isObject()) {
      malformed(root, form);
      return null;
    }
    return root;
  }

  /** Tells whether there was no error so far. */
  boolean isClean() {
    return errors == 0;
  }

  /** Returns true or false; anything else is malformed, and nothing is false. */
  boolean flag(@Nullable JsonNode node) {
    if (node == null || node.kind() == JsonNode.Kind.FALSE) {
      return false;
    }
    if (node.kind() != JsonNode.Kind.TRUE) {
      malformed(node, "true, false");
    }
    return true;
  }

  /** Returns a text that is not empty; anything else is malformed. */
  String text(JsonNode node) {
    if (!node.isText() || node.text().isEmpty()) {
      malformed(node, "\"…\"");
    }
    return node.isText() ? node.text() : "";
  }

  /** Returns the texts of an array, or a single one; of nothing, none. */
  List<String> texts(@Nullable JsonNode node) {
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(text(node));
    }
    List<String> texts = new ArrayList<>();
    node.children().forEach(item -> texts.add(text(item)));
    return List.copyOf(texts);
  }

  /** Tells whether the members of an object are all known, and reports those that are not. */
  boolean known(JsonNode object, List<String> names) {
    int before = errors;
    for (JsonNode member : object.children()) {
      String name = Objects.requireNonNull(member.name());
      if (!names.contains(name)) {
        String near = Nearest.of(name, names);
        say(
            prefix + "-malformed",
            member.location(file),
            name,
            near == null ? String.join(", ", names) : near);
      }
    }
    return errors == before;
  }

  void malformed(JsonNode node, String expected) {
    say(prefix + "-malformed", node.location(file), node.compact(), expected);
  }

  /** Reports something about a place in the document. */
  void say(String code, JsonNode node, @Nullable String value, @Nullable String expected) {
    say(code, node.location(file), value, expected);
  }

  private void twice(JsonNode node) {
    say(prefix + "-key-twice", node.location(file), node.name(), null);
  }

  private void say(String code, Location place, @Nullable String value, @Nullable String expected) {
    errors += findings.isError(code) ? 1 : 0;
    findings.report(code, place, null, null, value, expected, null);
  }
}
