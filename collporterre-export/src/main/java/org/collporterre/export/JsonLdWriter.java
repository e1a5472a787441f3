package org.collporterre.export;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.constraint.Identifier;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;

/** Writes the document around the nodes, and the nodes of one record after the other. */
final class JsonLdWriter<E extends Entry> implements EntryWriter<E> {
  /** A record type, with the nodes its records are made of. */
  private record Kind(
      Class<? extends Entry> type, String name, String prefix, List<NodePlans> nodes) {}

  private final WholeFile target;
  private final NodePlanner planner;
  private final String base;
  private final LocalDate today;
  private final Losses losses;
  private final FindingSink sink;
  private final JsonOut out;
  private final NodeRun run;
  private final List<Kind> kinds = new ArrayList<>(1);
  private boolean empty = true;

  JsonLdWriter(
      WholeFile target,
      NodePlanner planner,
      String base,
      LocalDate today,
      Losses losses,
      FindingSink sink) {
    this.target = target;
    this.planner = planner;
    this.base = base;
    this.today = today;
    this.losses = losses;
    this.sink = sink;
    this.out = new JsonOut(target.out());
    this.run = new NodeRun(out, losses);
    out.beginObject().name("@context").beginArray().value("https://schema.org");
    out.beginObject().name("cpt").value(JsonLdContext.NAMESPACE).endObject().endArray();
    out.name("@graph").beginArray();
  }

  @Override
  public void write(E entry) throws IOException {
    Kind kind = kind(entry.getClass());
    String withheld = withheld(entry);
    if (!withheld.isEmpty()) {
      losses.record(kind.name(), withheld);
      return;
    }
    out.separator().newLine();
    run.begin(entry, kind.name(), kind.prefix() + segment(entry.id()));
    for (int i = 0; i < kind.nodes().size(); i++) {
      kind.nodes().get(i).write(entry, run);
    }
    empty = false;
    out.drain();
  }

  private String withheld(E entry) {
    // A record nobody checked may lack an identifier; without one its nodes cannot be named.
    return entry.id() == null ? "id-missing" : entry.withheld(today);
  }

  private static String segment(String id) {
    return Identifier.Validator.matches(id)
        ? id
        : URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Kind kind(Class<? extends Entry> type) {
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i).type() == type) {
        return kinds.get(i);
      }
    }
    String name = Schema.of(type).name();
    Kind kind = new Kind(type, name, base + name + "/", planner.record(type));
    kinds.add(kind);
    return kind;
  }

  @Override
  public void commit() throws IOException {
    if (!empty) {
      out.newLine();
    }
    out.endArray().endObject().newLine().flush();
    target.commit();
    losses.report(sink);
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
