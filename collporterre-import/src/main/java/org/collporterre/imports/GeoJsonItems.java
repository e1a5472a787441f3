package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/** Makes initiatives of the items of a collection, plain ones without a node for each value. */
final class GeoJsonItems {
  private static final String FEATURE = "Feature";
  private static final String MALFORMED = "geojson-malformed";
  private static final int MOST_REPEATED = 1000;

  private final String file;
  private final Findings findings;
  private @Nullable GeoJsonFeature features;
  private final List<JsonNode> repeated = new ArrayList<>();
  private PlainRecord.@Nullable Owner owner;
  private @Nullable PlainFeature plain;

  GeoJsonItems(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** Says what makes records of features; before the first is read. */
  void begin(GeoJsonFeature maker) {
    features = maker;
  }

  /** Tells whether features have been read. */
  boolean hasRead() {
    return features != null && features.hasRead();
  }

  /** Returns what makes records of features. */
  GeoJsonFeature features() {
    return Objects.requireNonNull(features);
  }

  /** Returns one that reads items of the same file apart from each other. */
  GeoJsonItems apart(ImportSettings settings, FindingSink sink) {
    Findings own = Findings.of(sink, settings, findings.type());
    GeoJsonItems items = new GeoJsonItems(file, own);
    items.begin(features().apart(sink));
    return items;
  }

  /**
   * Reads the next item of an array when it is a plain feature; null when it is still to be read.
   */
  @Nullable Located<Initiative> plain(JsonScanner in, JsonNode array, int index)
      throws IOException {
    if (owner == null || owner.array() != array) {
      owner = new PlainRecord.Owner(file, array);
      plain = features().plain();
    }
    return plain == null ? null : plain.next(in, owner, index);
  }

  /** Reads an item; null when it is no feature, which is then said. */
  @Nullable Located<Initiative> feature(JsonNode item, boolean crsRefused) {
    JsonNode type = item.get("type");
    if (!isText(type, FEATURE)) {
      malformed(type == null ? item : type, type == null ? item.text() : type.text(), FEATURE);
      if (item.get("properties") == null && item.get("geometry") == null) {
        flushRepeated();
        return null;
      }
    }
    Located<Initiative> row = features().read(item, repeated, crsRefused);
    repeated.clear();
    return row;
  }

  /**
   * Reads the items of a block.
   *
   * @return false when they are read apart and it matters what stands before them
   * @throws JsonFault when the text is not JSON, or beyond a limit
   */
  boolean read(JsonBlock block, JsonNode array, Consumer<Located<Initiative>> rows)
      throws IOException, JsonFault {
    JsonScanner in = block.scanner();
    GeoJsonFeature maker = features();
    maker.begin();
    for (int index = block.index(); !in.isAtEnd(); index++) {
      Located<Initiative> row = plain(in, array, index);
      if (row == null) {
        JsonNode item = JsonNode.read(in, in.next(), array, null, index, this::repeated);
        row = feature(item, false);
      }
      if (maker.isUnsettled()) {
        return false;
      }
      if (row != null) {
        rows.accept(row);
      }
    }
    return true;
  }

  void malformed(JsonNode at, @Nullable String value, String expected) {
    findings.report(MALFORMED, at.location(file), null, null, value, expected, null);
  }

  /** Takes note of a member that has the name of an earlier one. */
  void repeated(JsonNode member) {
    if (member.depth() < 3) {
      tellRepeated(member);
    } else if (repeated.size() < MOST_REPEATED) {
      repeated.add(member);
    }
  }

  void flushRepeated() {
    repeated.forEach(this::tellRepeated);
    repeated.clear();
  }

  private void tellRepeated(JsonNode member) {
    String name = Objects.requireNonNull(member.name());
    findings.report("json-key-duplicate", member.location(file), null, name, name, null, null);
  }

  static boolean isText(@Nullable JsonNode node, String text) {
    return node != null && node.isText() && node.text().equals(text);
  }
}
