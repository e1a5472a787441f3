package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records among the nodes of JSON-LD documents: of a file, or of the scripts in a page.
 *
 * @param <E> the type of the records wanted
 */
final class JsonLdReader<E extends Entry> extends LookaheadReader<E> {
  private static final int MOST_REPEATED = 1000;

  private final InputStream in;
  private final String file;
  private final Class<E> type;
  private final ImportSettings settings;
  private final String base;
  private final FindingSink sink;
  private final Findings findings;
  private final JsonLdScripts scripts;
  private final Map<Class<?>, JsonLdBinder<? extends Entry>> binders = new HashMap<>();
  private JsonLdGraph graph = new JsonLdGraph();

  private @Nullable JsonLdDocument document;
  private boolean stopped;
  private boolean ended;
  private boolean any;
  private int repeated;

  JsonLdReader(
      InputStream in,
      String file,
      Class<E> type,
      ImportSettings settings,
      String base,
      FindingSink sink) {
    this.in = in;
    this.file = file;
    this.type = type;
    this.settings = settings;
    this.base = base;
    this.sink = sink;
    this.findings = Findings.of(sink, settings, null);
    this.scripts = new JsonLdScripts(in);
  }

  @Override
  public List<String> extensions() {
    Set<String> names = new LinkedHashSet<>();
    for (Class<? extends Entry> each : Entry.TYPES) {
      JsonLdBinder<? extends Entry> binder = binders.get(each);
      if (binder != null) {
        names.addAll(binder.extensions());
      }
    }
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
    while (!ended) {
      try {
        Located<E> row = item();
        if (row != null) {
          return row;
        }
      } catch (JsonFault e) {
        fault(e);
      }
    }
    return null;
  }

  /**
   * What was read before the fault still comes out, and so do the other scripts of a page, unless
   * there is no telling where the next one begins.
   */
  private void fault(JsonFault fault) {
    stopped |= document == null || !scripts.isPage();
    Location location = new Location(file, fault.line(), fault.column());
    findings.report(fault.code(), location, null, null, fault.value(), fault.expected(), null);
    graph.end();
    document = null;
  }

  private @Nullable Located<E> item() throws IOException, JsonFault {
    JsonLdNode ready = graph.poll();
    if (ready != null) {
      return record(ready);
    }
    if (document == null) {
      finish();
      document = stopped ? null : open();
      ended = document == null;
      return null;
    }
    JsonLdNode node = document.next();
    if (node == null) {
      graph.end();
      document = null;
    } else {
      sort(node);
    }
    return null;
  }

  private @Nullable JsonLdDocument open() throws IOException, JsonFault {
    JsonScanner scanner = scripts.next();
    if (scanner == null && !any && scripts.isPage()) {
      findings.report(
          "html-without-json-ld",
          Location.startOf(file),
          null,
          null,
          null,
          "<script type=\"application/ld+json\">",
          null);
    }
    any |= scanner != null;
    return scanner == null ? null : new JsonLdDocument(scanner, this::repeated, this::stray);
  }

  /** Ends a document: says what was ignored, and forgets its nodes. */
  private void finish() {
    graph
        .ignored()
        .forEach(
            (name, ignored) ->
                findings.report(
                    "node-type-ignored",
                    ignored.first().location(file),
                    null,
                    null,
                    name.isEmpty() ? null : name,
                    Integer.toString(ignored.count()),
                    null));
    graph = new JsonLdGraph();
  }

  private void sort(JsonLdNode node) {
    Class<? extends Entry> found = JsonLdTypes.record(node.types(), node.isOurs());
    if (found == null) {
      graph.addOther(node);
    } else if (type.isAssignableFrom(found)) {
      graph.add(node, binder(found).plan());
    }
  }

  private JsonLdBinder<? extends Entry> binder(Class<? extends Entry> wanted) {
    return binders.computeIfAbsent(wanted, key -> make(wanted));
  }

  private <T extends Entry> JsonLdBinder<T> make(Class<T> wanted) {
    return new JsonLdBinder<>(wanted, settings, base, file, sink, id -> graph.find(id));
  }

  @SuppressWarnings("unchecked")
  private Located<E> record(JsonLdNode node) {
    Class<? extends Entry> found =
        Objects.requireNonNull(JsonLdTypes.record(node.types(), node.isOurs()));
    JsonLdNode sheet = node.id() == null ? null : graph.takeSheet(node);
    // Only records of the type wanted come so far.
    Located<E> record = (Located<E>) binder(found).read(node, sheet);
    graph.release(node);
    return record;
  }

  private void repeated(JsonNode member) {
    if (repeated++ < MOST_REPEATED) {
      String name = member.name();
      findings.report("json-key-duplicate", member.location(file), null, name, name, null, null);
    }
  }

  private void stray(JsonNode value) {
    findings.report("json-type", value.location(file), null, "@graph", value.text(), "{ }", null);
  }
}
