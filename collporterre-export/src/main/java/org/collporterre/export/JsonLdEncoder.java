package org.collporterre.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.constraint.Identifier;
import org.collporterre.model.Entry;
import org.collporterre.schema.Schema;

/** Encodes the nodes of records, those of one record in a line. */
final class JsonLdEncoder<E extends Entry> implements RecordEncoder<E> {
  /** A record type, with the nodes its records are made of. */
  private record Kind(
      Class<? extends Entry> type, String name, String prefix, List<NodePlans> nodes) {}

  private final JsonLdFormat<E> format;
  private final NodePlanner planner;
  private final JsonOut out = JsonOut.inMemory();
  private final NodeRun run = new NodeRun(out);
  private final List<Kind> kinds = new ArrayList<>(1);
  private Losses losses = new Losses("");
  private int records;

  JsonLdEncoder(JsonLdFormat<E> format) {
    this.format = format;
    this.planner = new NodePlanner(format.base(), format.vocabularies());
  }

  @Override
  public void add(E entry) {
    records++;
    Kind kind = kind(entry.getClass());
    String withheld = withheld(entry);
    if (!withheld.isEmpty()) {
      losses.record(kind.name(), withheld);
      return;
    }
    out.nextLine();
    run.begin(entry, losses, kind.name(), kind.prefix() + segment(entry.id()));
    for (int i = 0; i < kind.nodes().size(); i++) {
      kind.nodes().get(i).write(entry, run);
    }
  }

  private String withheld(E entry) {
    // A record nobody checked may lack an identifier; without one its nodes cannot be named.
    return entry.id() == null ? "id-missing" : entry.withheld(format.today());
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
    Kind kind = new Kind(type, name, format.base() + name + "/", planner.record(type));
    kinds.add(kind);
    return kind;
  }

  @Override
  public int size() {
    return out.size();
  }

  @Override
  public Encoded batch() {
    Encoded batch = new Encoded(format, records, out.take(), losses, new Box());
    records = 0;
    losses = new Losses("");
    return batch;
  }
}
