package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.FormatVersion;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the records of a document of native JSON. */
final class JsonReader<E extends Entry> extends LookaheadReader<E> {
  private static final String UNKNOWN = "record-type-unknown";
  private static final int BUFFER = 1 << 16;
  private static final String VERSION = "version_format";

  /** The code of what says where records were found; without it, that is not guessed. */
  static final String FOUND = "records-found";

  private static final Set<String> NO_FIELDS =
      Set.of(RecordJsonWriter.TYPE, RecordJsonWriter.EXTENSIONS);

  private final InputStream in;
  private final String file;
  private final Class<E> type;
  private final ImportSettings settings;
  private final Findings findings;
  private final JsonRecords records;
  private final JsonTypes types;
  private final OverpassElements elements = new OverpassElements();
  private final JsonBinders<E> binders;

  private boolean begun;
  private boolean exact;
  private @Nullable JsonNode head;
  private int headSeen;
  private boolean versionSeen;
  private boolean stopped;
  private boolean ended;

  JsonReader(InputStream in, String file, Class<E> type, ImportSettings settings, FindingSink sink)
      throws IOException {
    this.in = in;
    this.file = file;
    this.type = type;
    String name = type == Entry.class ? null : Schema.of(type).name();
    this.findings = Findings.of(sink, settings, name);
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    this.settings = JsonPresets.ofRecords(buffered, file, type, settings, findings);
    this.types = new JsonTypes(type, this.settings.mapping());
    this.binders = new JsonBinders<>(this.settings, file, sink);
    this.records = new JsonRecords(buffered, file, this.settings, this::repeated);
  }

  @Override
  public List<String> extensions() {
    return binders.extensions();
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
        findings.report(e.code(), place, null, null, e.value(), e.expected(), null);
        stopped = !records.recover();
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
    JsonNode item = records.next();
    if (head != records.head()) {
      head = records.head();
      headSeen = 0;
    }
    begin(item);
    version();
    ignored();
    if (item == null || stopped) {
      ended = true;
      end();
      return null;
    } else if (records.isDoubtful()) {
      doubtful(item);
      return null;
    }
    return !records.isOverpass() || elements.isRecord(item) ? record(item) : null;
  }

  private void begin(@Nullable JsonNode item) {
    if (begun) {
      return;
    }
    begun = true;
    if (records.hasMark()) {
      findings.report("bom-present", Location.startOf(file), null, null, null, null, null);
    }
    boolean named = !settings.mapping().name().isEmpty();
    exact =
        !named && !records.isForeign() || item != null && item.get(RecordJsonWriter.TYPE) != null;
    JsonNode array = item == null ? null : item.parent();
    if (records.isGuessed() && array != null) {
      findings.report(FOUND, array.location(file), null, null, array.pointer(), null, null);
    }
  }

  /** Says what was found in the place of records. */
  private void end() {
    if (!stopped) {
      binders.end();
    }
    List<String> there = stopped ? null : records.missing();
    JsonNode untagged = elements.firstUntagged();
    if (there != null) {
      String asked = String.join(" ", settings.records());
      String found = there.isEmpty() ? null : String.join(" ", there);
      stop("records-not-found", Location.startOf(file), null, asked, found);
    } else if (untagged != null) {
      String count = Integer.toString(elements.untagged());
      findings.report(
          "elements-without-tags", untagged.location(file), null, null, count, null, null);
    }
  }

  /** A document that is one object, or no object at all, and does not look like a record. */
  private void doubtful(JsonNode item) {
    for (JsonNode member : item.children()) {
      boolean list = member.isArray() && !member.children().isEmpty();
      if (item.isObject() && list && !member.children().get(0).isObject()) {
        Location place = member.children().get(0).location(file);
        stop("records-not-found", place, null, member.pointer(), "{ }");
        return;
      }
    }
    Location place = item.location(file);
    stop(
        UNKNOWN,
        place,
        RecordJsonWriter.TYPE,
        item.isObject() ? null : item.text(),
        JsonTypes.NAMES);
  }

  /** Says which members beside an array that was guessed are not kept. */
  private void ignored() {
    if (head == null || !records.isGuessed() && !records.isOverpass()) {
      return;
    }
    for (; headSeen < head.children().size(); headSeen++) {
      JsonNode member = head.children().get(headSeen);
      String name = member.name();
      if (!records.isOverpass() || !OverpassElements.HEAD.contains(String.valueOf(name))) {
        Location place = member.location(file);
        findings.report("foreign-member-ignored", place, null, name, name, null, null);
      }
    }
  }

  /** Looks at the version of the format once it has been read. */
  private void version() {
    JsonNode own = versionSeen || head == null ? null : head.get("collporterre");
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
    return own == null || !type.isAssignableFrom(own) ? null : record(item, binders.of(own, exact));
  }

  private <R extends E> Located<E> record(JsonNode item, JsonBinder<R> binder) {
    binder.begin(item);
    if (records.isKeyed() && item.name() != null) {
      JsonNode key = JsonNode.text(item.name(), item);
      binder.outside("@key", key);
      if (!binder.isMapped("@key")) {
        binder.other("@key", key);
      }
    }
    if (records.isOverpass()) {
      OverpassElements.bind(item, binder);
    } else {
      members(item, binder);
    }
    binder.settle();
    Located<R> row = binder.finish();
    return new Located<>(row.value(), row.origin());
  }

  private static void members(JsonNode item, JsonBinder<?> binder) {
    binder.members(item, NO_FIELDS);
    JsonNode extensions = item.get(RecordJsonWriter.EXTENSIONS);
    if (extensions != null && extensions.isObject()) {
      binder.extensions(extensions);
    } else if (extensions != null && !binder.isMapped(RecordJsonWriter.EXTENSIONS)) {
      binder.member(extensions);
    }
  }

  /** Returns the type of a record, or null when it cannot be told, which is then reported. */
  private @Nullable Class<? extends Entry> type(JsonNode item) {
    Class<? extends Entry> own = types.of(item, records.arrayName(), records.isForeign());
    if (own == null) {
      JsonNode said = item.get(RecordJsonWriter.TYPE);
      JsonNode at = said == null || said.isNull() ? item : said;
      String value = at == item ? null : at.text();
      Location place = at.location(file);
      findings.report(UNKNOWN, place, null, RecordJsonWriter.TYPE, value, JsonTypes.NAMES, null);
      // Where others' records do not tell, none does.
      ended = records.isForeign() && at == item;
    }
    return own;
  }
}
