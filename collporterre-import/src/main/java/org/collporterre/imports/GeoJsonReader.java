package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
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
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final String file;
  private final ImportSettings settings;
  private final FindingSink sink;
  private final Findings findings;
  private final JsonFraming framing;
  private final JsonScanner scanner;
  private final GeoJsonItems reading;
  private JsonItems items;

  private boolean stopped;
  private boolean ended;
  private @Nullable Located<Initiative> first;
  private int headSeen;
  private boolean crsRefused;
  private boolean begun;
  private @Nullable JsonNode array;

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
    this.reading = new GeoJsonItems(file, findings);
    this.items = new JsonItems(scanner, Set.of(FEATURES), reading::repeated);
  }

  @Override
  public List<String> extensions() {
    return !begun ? List.of() : reading.features().extensions();
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public void close() throws IOException {
    stopped |= isAhead() || first != null;
    in.close();
  }

  @Override
  @Nullable Located<Initiative> read() throws IOException {
    Located<Initiative> before = first;
    first = null;
    return before == null ? readOn() : before;
  }

  private @Nullable Located<Initiative> readOn() throws IOException {
    while (!ended && !stopped) {
      try {
        Located<Initiative> row = item();
        if (row != null) {
          return row;
        }
      } catch (JsonFault e) {
        stop(e);
        stopped = !framing.isResumable();
        ended |= !next();
      }
    }
    return null;
  }

  private void stop(JsonFault fault) {
    Location place = new Location(file, fault.line(), fault.column());
    stop(fault.code(), place, fault.value(), fault.expected());
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
    JsonNode item = items.next();
    if (!begun) {
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
    JsonNode list = collection();
    Located<Initiative> row = list == null ? null : reading.plain(scanner, list, items.index());
    items.passed(row == null ? 0 : 1);
    return row;
  }

  /** Returns the array of the collection that is being read, behind its first feature; or null. */
  private @Nullable JsonNode collection() {
    return reading.hasRead() && !crsRefused && !stopped ? items.open() : null;
  }

  @Override
  public @Nullable EntryBlocks<Initiative> blocks(int size) {
    try {
      first = first == null ? readOn() : first;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    array = collection();
    if (array == null || framing.isResumable() || !reading.features().isPlain()) {
      return super.blocks(size);
    }
    beginReading();
    return new GeoJsonBlocks(scanner, items, size, this);
  }

  /** Returns what reads blocks apart from each other. */
  GeoJsonItems apart(FindingSink own) {
    return reading.apart(settings, own);
  }

  /** Returns the array that blocks are from. */
  JsonNode array() {
    return Objects.requireNonNull(array);
  }

  FindingSink sink() {
    return sink;
  }

  /** Takes note of records of a block that was read apart. */
  void passed(List<Located<Initiative>> rows) {
    reading.features().passed(rows);
  }

  /** Reads a block in file order. */
  void read(JsonBlock block, Consumer<Located<Initiative>> rows) throws IOException {
    try {
      reading.read(block, array(), rows);
    } catch (JsonFault e) {
      stop(e);
    }
  }

  /** Gives the record that was read to find the others. */
  void readFirst(Consumer<Located<Initiative>> rows) {
    Located<Initiative> row = first;
    first = null;
    if (row != null) {
      rows.accept(row);
    }
  }

  /** Reads what is not cut into blocks. */
  void readRest(Consumer<Located<Initiative>> rows) throws IOException {
    for (Located<Initiative> row = read(); row != null; row = read()) {
      rows.accept(row);
    }
  }

  private void begin() {
    JsonNode own = items.head().get("collporterre");
    boolean exact = own != null && own.get("version_format") != null;
    reading.begin(new GeoJsonFeature(settings, file, sink, exact));
    begun = true;
    if (scanner.hasMark()) {
      findings.report("bom-present", Location.startOf(file), null, null, null, null, null);
    }
  }

  /** Goes to the next text of the file; false when there is none. */
  private boolean next() throws IOException {
    boolean more = framing.isResumable() && scanner.nextText();
    items = new JsonItems(scanner, Set.of(FEATURES), reading::repeated);
    headSeen = 0;
    return more;
  }

  /** A text that is one of several: a feature, or something else, which harms no other. */
  private @Nullable Located<Initiative> text(@Nullable JsonNode item) throws IOException {
    JsonNode text = items.head();
    ended = !next();
    Located<Initiative> row = null;
    if (text.isArray()) {
      malformed(text, what(text), FEATURE);
    } else if (item != null) {
      row = feature(item);
    }
    end();
    return row;
  }

  private void end() {
    if (ended && !stopped) {
      reading.features().end();
    }
  }

  /** A document that is no collection: one feature, or something else. */
  private @Nullable Located<Initiative> document(@Nullable JsonNode only)
      throws IOException, JsonFault {
    ended = true;
    JsonNode document = items.head();
    JsonNode type = document.get("type");
    if (only != null && GeoJsonItems.isText(type, FEATURE)) {
      Located<Initiative> row = feature(document);
      end();
      return row;
    }
    while (items.next() != null) {
      // Text that is not even JSON is told from JSON that is something else.
    }
    reading.flushRepeated();
    JsonNode list = document.get(FEATURES);
    if (GeoJsonItems.isText(type, COLLECTION)) {
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

  private @Nullable Located<Initiative> feature(JsonNode item) {
    return reading.feature(item, crsRefused);
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
    GeoJsonFeature reader = reading.features();
    switch (name) {
      case "type" -> {
        if (!GeoJsonItems.isText(member, COLLECTION)) {
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
    reading.malformed(at, value, expected);
  }
}
