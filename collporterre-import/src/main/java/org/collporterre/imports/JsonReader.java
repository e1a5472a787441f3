package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.FormatVersion;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the records of a document of native JSON. */
final class JsonReader<E extends Entry> extends LookaheadReader<E> {
  private static final String UNKNOWN = "record-type-unknown";
  private static final String VERSION = "version_format";

  /** The arrays of records that say of what type they are. */
  private static final Map<String, Class<? extends Entry>> NAMED =
      Map.of(
          "initiatives", Initiative.class,
          "portraits", Portrait.class,
          "methodologies", Methodology.class);

  private static final Set<String> ARRAYS =
      Set.of("fiches", "records", "initiatives", "portraits", "methodologies");

  /** What a record has, and a document of records has not. */
  private static final Set<String> MARKS = Set.of(RecordJsonWriter.TYPE, "id", "titre", "title");

  private static final Set<String> NO_FIELDS =
      Set.of(RecordJsonWriter.TYPE, RecordJsonWriter.EXTENSIONS);

  private static final String TYPES =
      Entry.TYPES.stream().map(type -> Schema.of(type).name()).collect(Collectors.joining("|"));

  private final InputStream in;
  private final String file;
  private final Class<E> type;
  private final ImportSettings settings;
  private final FindingSink sink;
  private final Findings findings;
  private final JsonScanner scanner;
  private final JsonItems items;
  private final Map<Class<?>, JsonBinder<? extends E>> binders = new LinkedHashMap<>();

  private boolean begun;
  private boolean versionSeen;
  private boolean stopped;
  private boolean ended;

  JsonReader(
      InputStream in, String file, Class<E> type, ImportSettings settings, FindingSink sink) {
    this.in = in;
    this.file = file;
    this.type = type;
    this.settings = settings;
    this.sink = sink;
    String name = type == Entry.class ? null : Schema.of(type).name();
    this.findings = new Findings(sink, settings.profile(), name);
    this.scanner = new JsonScanner(in);
    this.items = new JsonItems(scanner, ARRAYS, MARKS, this::repeated);
  }

  @Override
  public List<String> extensions() {
    Set<String> names = new LinkedHashSet<>();
    binders.values().forEach(binder -> names.addAll(binder.extensions()));
    return new ArrayList<>(names);
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
  @Nullable Located<E> read() throws IOException {
    while (!ended && !stopped) {
      try {
        Located<E> row = item();
        if (row != null) {
          return row;
        }
      } catch (JsonFault e) {
        Location place = new Location(file, e.line(), e.column());
        stop(e.code(), place, null, e.value(), e.expected());
      }
    }
    return null;
  }

  private void stop(
      String code,
      Location location,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected) {
    stopped = true;
    findings.report(code, location, null, field, value, expected, null);
  }

  private void repeated(JsonNode member) {
    String name = member.name();
    findings.report("json-key-duplicate", member.location(file), null, name, name, null, null);
  }

  /** Reads an item; null when it is no record wanted or there is none. */
  private @Nullable Located<E> item() throws IOException, JsonFault {
    JsonNode item = items.next();
    if (!begun) {
      begun = true;
      if (scanner.hasMark()) {
        findings.report("bom-present", Location.startOf(file), null, null, null, null, null);
      }
    }
    version();
    if (item == null || stopped) {
      ended = true;
      return null;
    } else if (!items.isStreamed() && !items.isMarked()) {
      Location place = item.location(file);
      stop(UNKNOWN, place, RecordJsonWriter.TYPE, item.isObject() ? null : item.text(), TYPES);
      return null;
    }
    return record(item);
  }

  /** Looks at the version of the format once it has been read. */
  private void version() {
    JsonNode own = versionSeen ? null : items.head().get("collporterre");
    JsonNode text = own == null ? null : own.get(VERSION);
    if (text == null) {
      return;
    }
    versionSeen = true;
    FormatVersion version = FormatVersion.parse(text.text());
    Location place = text.location(file);
    String current = FormatVersion.CURRENT.toString();
    if (version == null) {
      findings.report("version-malformed", place, null, VERSION, text.text(), current, null);
    } else if (version.major() > FormatVersion.CURRENT.major()) {
      stop("format-newer", place, VERSION, text.text(), current);
    } else if (version.major() == FormatVersion.CURRENT.major()
        && version.minor() > FormatVersion.CURRENT.minor()) {
      findings.report("format-newer-minor", place, null, VERSION, text.text(), current, null);
    }
  }

  private @Nullable Located<E> record(JsonNode item) {
    if (!item.isObject()) {
      String found = item.text();
      findings.report("json-type", item.location(file), null, null, found, "object", null);
      return null;
    }
    Class<? extends Entry> own = type(item);
    return own == null || !type.isAssignableFrom(own) ? null : record(item, binder(own));
  }

  private <R extends E> Located<E> record(JsonNode item, JsonBinder<R> binder) {
    binder.begin(item);
    binder.members(item, NO_FIELDS);
    JsonNode extensions = item.get(RecordJsonWriter.EXTENSIONS);
    if (extensions != null && extensions.isObject()) {
      binder.extensions(extensions);
    } else if (extensions != null) {
      binder.member(extensions);
    }
    Located<R> row = binder.finish();
    return new Located<>(row.value(), row.origin());
  }

  /** Returns the type of a record, or null when it cannot be told, which is then reported. */
  private @Nullable Class<? extends Entry> type(JsonNode item) {
    JsonNode name = item.get(RecordJsonWriter.TYPE);
    if (name != null && !name.isNull()) {
      for (Class<? extends Entry> known : Entry.TYPES) {
        if (name.isText() && name.text().equals(Schema.of(known).name())) {
          return known;
        }
      }
      unknown(name, name.text());
      return null;
    }
    Class<? extends Entry> named = NAMED.get(items.arrayName());
    if (named == null && type == Entry.class) {
      unknown(item, null);
      return null;
    }
    return named == null ? type : named;
  }

  private void unknown(JsonNode at, @Nullable String value) {
    Location place = at.location(file);
    findings.report(UNKNOWN, place, null, RecordJsonWriter.TYPE, value, TYPES, null);
  }

  @SuppressWarnings("unchecked") // only types that are wanted get here
  private JsonBinder<? extends E> binder(Class<? extends Entry> own) {
    return binders.computeIfAbsent(
        own,
        known ->
            new JsonBinder<>(
                (Class<? extends E>) own, settings.forSchema(Schema.of(own)), file, sink, true));
  }
}
