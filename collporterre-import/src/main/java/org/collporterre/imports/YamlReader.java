package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the records of a file of YAML, which is read whole. */
final class YamlReader<E extends Entry> extends LookaheadReader<E> {
  private static final int MAX_BYTES = 3 << 20;

  private final String file;
  private final Class<E> type;
  private final Findings findings;
  private final JsonTypes types;
  private final JsonBinders<E> binders;
  private final Deque<JsonNode> records = new ArrayDeque<>();
  private boolean stopped;

  YamlReader(InputStream in, String file, Class<E> type, ImportSettings settings, FindingSink sink)
      throws IOException {
    this.file = file;
    this.type = type;
    String name = type == Entry.class ? null : Schema.of(type).name();
    this.findings = Findings.of(sink, settings, name);
    ImportSettings own = settings;
    try {
      List<JsonNode> documents = YamlDocuments.read(text(in), this::repeated);
      own = chosen(documents, settings);
      find(documents, own.records());
    } catch (JsonFault e) {
      stop(e.code(), new Location(file, e.line(), e.column()), e.value(), e.expected());
    }
    this.types = new JsonTypes(type, own.mapping());
    this.binders = new JsonBinders<>(own, file, sink);
  }

  /** Returns the settings, those of a preset when the first record is known by one. */
  private ImportSettings chosen(List<JsonNode> documents, ImportSettings told) {
    List<JsonNode> items =
        documents.stream()
            .flatMap(one -> one.isArray() ? one.children().stream() : Stream.of(one))
            .toList();
    return items.isEmpty() ? told : JsonPresets.ofRecord(items.get(0), file, type, told, findings);
  }

  private String text(InputStream in) throws IOException, JsonFault {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new JsonFault("json-limit", 1, 1, null, (MAX_BYTES >> 20) + " MiB");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.startsWith("\uFEFF")) {
        findings.report("bom-present", Location.startOf(file), null, null, null, null, null);
        return text.substring(1);
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new JsonFault("encoding-not-utf8", 1, 1, null, "UTF-8");
    }
  }

  private void find(List<JsonNode> documents, List<String> asked) {
    if (documents.isEmpty()) {
      stop("file-empty", Location.startOf(file), null, null);
      return;
    }
    for (JsonNode document : documents) {
      List<JsonNode> found = asked.isEmpty() ? List.of(document) : List.of();
      for (int i = 0; i < asked.size() && found.isEmpty(); i++) {
        found = JsonSources.at(document, JsonPath.segments(asked.get(i)));
      }
      for (JsonNode each : found) {
        records.addAll(each.isArray() ? each.children() : List.of(each));
      }
    }
    if (records.isEmpty()) {
      String there =
          String.join(" ", documents.get(0).children().stream().map(JsonNode::pointer).toList());
      Location start = Location.startOf(file);
      stop("records-not-found", start, String.join(" ", asked), there.isEmpty() ? null : there);
    }
  }

  private void stop(
      String code, Location place, @Nullable String value, @Nullable String expected) {
    stopped = true;
    findings.report(code, place, null, null, value, expected, null);
  }

  private void repeated(JsonNode member) {
    String name = member.name();
    findings.report("json-key-duplicate", member.location(file), null, name, name, null, null);
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
  public void close() {
    stopped |= isAhead() || !records.isEmpty();
  }

  @Override
  @Nullable Located<E> read() {
    while (!records.isEmpty()) {
      JsonNode item = records.remove();
      Located<E> row = record(item);
      if (records.isEmpty()) {
        binders.end();
      }
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  private @Nullable Located<E> record(JsonNode item) {
    Location place = item.location(file);
    if (!item.isObject()) {
      findings.report("json-type", place, null, null, item.text(), "object", null);
      return null;
    }
    Class<? extends Entry> own = types.of(item, "", true);
    if (own == null) {
      String key = RecordJsonWriter.TYPE;
      findings.report("record-type-unknown", place, null, key, null, JsonTypes.NAMES, null);
      return null;
    }
    return type.isAssignableFrom(own) ? bound(item, binders.of(own, false)) : null;
  }

  private static <R extends Entry, T extends R> Located<R> bound(
      JsonNode item, JsonBinder<T> binder) {
    binder.begin(item);
    binder.members(item, Set.of(RecordJsonWriter.TYPE));
    Located<T> row = binder.finish();
    return new Located<>(row.value(), row.origin());
  }
}
