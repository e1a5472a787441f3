package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/** Reads the features of a GeoJSON document. */
final class GeoJsonReader extends LookaheadReader<Initiative> {
  private static final String FEATURES = "features";
  private static final String COLLECTION = "FeatureCollection";
  private static final String FEATURE = "Feature";
  private static final String MALFORMED = "geojson-malformed";
  private static final int MOST_REPEATED = 1000;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final String file;
  private final ImportSettings settings;
  private final FindingSink sink;
  private final Findings findings;
  private final JsonFraming framing;
  private final JsonScanner scanner;
  private JsonItems items;
  private final List<JsonNode> repeated = new ArrayList<>();

  private boolean stopped;
  private boolean ended;
  private @Nullable GeoJsonFeature features;
  private int headSeen;
  private boolean crsRefused;
  private PlainRecord.@Nullable Owner owner;
  private @Nullable PlainFeature plain;

  GeoJsonReader(InputStream in, String file, ImportSettings settings, FindingSink sink)
      throws IOException {
    this.in = in;
    this.file = file;
    this.sink = sink;
    this.findings = Findings.of(sink, settings, "initiative");
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    this.settings = JsonPresets.ofFeatures(buffered, file, settings, findings);
    JsonFraming found = JsonFraming.of(buffered, file);
    this.framing = found.isResumable() ? found : JsonFraming.ONE;
    this.scanner = new JsonScanner(buffered, framing);
    this.items = new JsonItems(scanner, Set.of(FEATURES), this::repeated);
  }

  @Override
  public List<String> extensions() {
    return features == null ? List.of() : features.extensions();
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public void close() throws IOException {
    stopped |= isAhead();
    in.close();
  }

  @Override
  @Nullable Located<Initiative> read() throws IOException {
    while (!ended && !stopped) {
      try {
        Located<Initiative> row = item();
        if (row != null) {
          return row;
        }
      } catch (JsonFault e) {
        stop(e.code(), new Location(file, e.line(), e.column()), e.value(), e.expected());
        stopped = !framing.isResumable();
        ended |= !next();
      }
    }
    return null;
  }

  private void stop(
      String code, Location location, @Nullable String value, @Nullable String expected) {
    stopped = true;
    findings.report(code, location, null, null, value, expected, null);
  }

  /** Reads an item; null when it is no feature or there is none. */
  private @Nullable Located<Initiative> item() throws IOException, JsonFault {
    Located<Initiative> row = plain();
    if (row != null) {
      return row;
    }
    boolean first = features == null;
    JsonNode item = items.next();
    if (first) {
      begin();
    }
    if (items.head().isArray() || !items.isStreamed()) {
      return framing.isResumable() ? text(item) : document(item);
    }
    head();
    if (item == null) {
      if (items.head().get("type") == null) {
        malformed(items.head(), null, "\"type\": \"FeatureCollection\"");
      }
      ended = !next();
      end();
      return null;
    }
    return stopped ? null : feature(item);
  }

  /** Reads a plain feature behind others of a collection; null when there is none. */
  private @Nullable Located<Initiative> plain() throws IOException {
    JsonNode list = items.open();
    if (list == null || features == null || !features.hasRead() || crsRefused) {
      return null;
    }
    if (owner == null || owner.array() != list) {
      owner = new PlainRecord.Owner(file, list);
      plain = features.plain();
    }
    Located<Initiative> row = plain == null ? null : plain.next(scanner, owner, items.index());
    if (row != null) {
      items.passed();
    }
    return row;
  }

  private void begin() {
    JsonNode own = items.head().get("collporterre");
    boolean exact = own != null && own.get("version_format") != null;
    features = new GeoJsonFeature(settings, file, sink, exact);
    if (scanner.hasMark()) {
      findings.report("bom-present", Location.startOf(file), null, null, null, null, null);
    }
  }

  /** Goes to the next text of the file; false when there is none. */
  private boolean next() throws IOException {
    boolean more = framing.isResumable() && scanner.nextText();
    items = new JsonItems(scanner, Set.of(FEATURES), this::repeated);
    headSeen = 0;
    return more;
  }

  /** A text that is one of several: a feature, or something else, which harms no other. */
  private @Nullable Located<Initiative> text(@Nullable JsonNode item) throws IOException {
    ended = !next();
    Located<Initiative> row = item == null ? null : feature(item);
    end();
    return row;
  }

  private void end() {
    if (ended && !stopped) {
      Objects.requireNonNull(features).end();
    }
  }

  /** A document that is no collection: one feature, or something else. */
  private @Nullable Located<Initiative> document(@Nullable JsonNode only)
      throws IOException, JsonFault {
    ended = true;
    JsonNode document = items.head();
    JsonNode type = document.get("type");
    if (only != null && isText(type, FEATURE)) {
      Located<Initiative> row = feature(document);
      end();
      return row;
    }
    while (items.next() != null) {
      // Text that is not even JSON is told from JSON that is something else.
    }
    flushRepeated();
    JsonNode list = document.get(FEATURES);
    if (isText(type, COLLECTION)) {
      stop(
          MALFORMED,
          (list == null ? document : list).location(file),
          list == null ? null : list.text(),
          "\"features\": [ ]");
    } else {
      stop(MALFORMED, (type == null ? document : type).location(file), what(document), COLLECTION);
    }
    return null;
  }

  private static String what(JsonNode document) {
    JsonNode type = document.get("type");
    return document.isArray() ? "[…]" : type == null ? document.text() : type.text();
  }

  private static boolean isText(@Nullable JsonNode node, String text) {
    return node != null && node.isText() && node.text().equals(text);
  }

  private @Nullable Located<Initiative> feature(JsonNode item) {
    JsonNode type = item.get("type");
    if (!isText(type, FEATURE)) {
      malformed(type == null ? item : type, type == null ? item.text() : type.text(), FEATURE);
      if (item.get("properties") == null && item.get("geometry") == null) {
        flushRepeated();
        return null;
      }
    }
    GeoJsonFeature reader = Objects.requireNonNull(features);
    Located<Initiative> row = reader.read(item, repeated, crsRefused);
    repeated.clear();
    return row;
  }

  /** Looks at the members of the collection that have come up since. */
  private void head() {
    List<JsonNode> members = items.head().children();
    for (; headSeen < members.size(); headSeen++) {
      member(members.get(headSeen));
    }
  }

  private void member(JsonNode member) {
    String name = Objects.requireNonNull(member.name());
    GeoJsonFeature reader = Objects.requireNonNull(features);
    switch (name) {
      case "type" -> {
        if (!isText(member, COLLECTION)) {
          malformed(member, member.text(), COLLECTION);
        }
      }
      case FEATURES -> malformed(member, member.text(), "\"features\": [ ]");
      case "crs" -> {
        crsRefused = reader.refusesAll(member);
        // Positions of features before it have been given away.
        stopped |= crsRefused && reader.hasRead();
      }
      case "bbox" -> reader.box(member);
      case "name", "collporterre" -> {}
      default -> reader.ignored(member);
    }
  }

  private void malformed(JsonNode at, @Nullable String value, String expected) {
    findings.report(MALFORMED, at.location(file), null, null, value, expected, null);
  }

  private void repeated(JsonNode member) {
    if (member.depth() < 3) {
      tellRepeated(member);
    } else if (repeated.size() < MOST_REPEATED) {
      repeated.add(member);
    }
  }

  private void flushRepeated() {
    repeated.forEach(this::tellRepeated);
    repeated.clear();
  }

  private void tellRepeated(JsonNode member) {
    String name = member.name();
    findings.report("json-key-duplicate", member.location(file), null, name, name, null, null);
  }
}
