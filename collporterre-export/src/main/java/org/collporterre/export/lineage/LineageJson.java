package org.collporterre.export.lineage;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.lineage.Cycle;
import org.collporterre.lineage.Edge;
import org.collporterre.lineage.Excerpt;
import org.collporterre.lineage.Family;
import org.collporterre.lineage.Lineage;
import org.collporterre.lineage.Node;
import org.collporterre.lineage.Replications;
import org.collporterre.lineage.Suggestion;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/**
 * Writes a lineage as JSON, for programs. Records are named by {@code type} and {@code id}
 * everywhere; words from the format are its own, such as {@code derive_de}. Members of the object:
 *
 * <ul>
 *   <li>{@code counts}: {@code records}, {@code unlinked}, {@code leftOut} of the chosen part;
 *   <li>{@code nodes}: {@code type}, {@code id}, {@code presence} (present, external, missing), and
 *       where they are known {@code title}, {@code version}, {@code license}, {@code status},
 *       {@code scale}, {@code territories};
 *   <li>{@code edges}: {@code kind}, {@code child}, {@code parent}, and where there is one {@code
 *       pinned}, {@code pin} (current, older, newer, unknown), {@code derivation}, {@code license}
 *       with {@code outcome} (allowed, doubtful, forbidden) and {@code reason};
 *   <li>of the whole lineage {@code families}, {@code replications}, {@code suggestions}, {@code
 *       cycles}; see the classes of these names.
 * </ul>
 *
 * <p>It needs an implementation of Jakarta JSON Processing.
 */
public final class LineageJson {
  private final JsonGenerator json;

  private LineageJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes it; the stream is flushed, not closed. */
  public static void write(Lineage lineage, LineageOptions options, OutputStream out)
      throws IOException {
    OutputStream open =
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() throws IOException {
            flush();
          }
        };
    try (JsonGenerator json =
        Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createGenerator(open, StandardCharsets.UTF_8)) {
      new LineageJson(json).all(lineage, lineage.excerpt(options.choice()));
    }
    out.write('\n');
    out.flush();
  }

  private interface Item<T> {
    void write(T one);
  }

  private <T> void array(String name, List<T> all, Item<T> item) {
    json.writeStartArray(name);
    for (T one : all) {
      item.write(one);
    }
    json.writeEnd();
  }

  private void all(Lineage lineage, Excerpt excerpt) {
    json.writeStartObject();
    json.writeStartObject("counts").write("records", excerpt.records());
    json.write("unlinked", excerpt.unlinked()).write("leftOut", excerpt.leftOut()).writeEnd();
    array("nodes", excerpt.nodes(), this::node);
    array("edges", excerpt.edges(), this::edge);
    array("families", lineage.families(), this::family);
    array("replications", lineage.replications(), this::replications);
    array("suggestions", lineage.suggestions(), this::suggestion);
    array("cycles", lineage.cycles(), this::cycle);
    json.writeEnd();
  }

  private void node(Node node) {
    json.writeStartObject();
    key(node);
    json.write("presence", word(node.presence()));
    optional("title", node.title().isEmpty() ? null : node.title());
    optional("version", node.version());
    optional("license", node.license());
    optional("status", node.status() == null ? null : node.status().code());
    optional("scale", node.scale() == null ? null : node.scale().code());
    if (!node.territories().isEmpty()) {
      territories(node.territories());
    }
    json.writeEnd();
  }

  private void key(Node node) {
    json.write("type", node.type()).write("id", node.id());
  }

  private void ref(String name, Node node) {
    json.writeStartObject(name);
    key(node);
    json.writeEnd();
  }

  private void ref(Node node) {
    json.writeStartObject();
    key(node);
    json.writeEnd();
  }

  private void territories(List<Territory> territories) {
    array("territories", territories, territory -> json.write(territory.toString()));
  }

  private void optional(String name, @Nullable String value) {
    if (value != null) {
      json.write(name, value);
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void edge(Edge edge) {
    json.writeStartObject().write("kind", edge.kind().field());
    ref("child", edge.child());
    ref("parent", edge.parent());
    if (edge.pinned() != null) {
      json.write("pinned", edge.pinned()).write("pin", word(edge.pin()));
    }
    optional("derivation", edge.derivation() == null ? null : edge.derivation().code());
    if (edge.license() != null) {
      json.writeStartObject("license").write("outcome", word(edge.license().outcome()));
      json.write("reason", edge.license().reason()).writeEnd();
    }
    json.writeEnd();
  }

  private void family(Family family) {
    json.writeStartObject();
    array("roots", family.roots(), this::ref);
    array(
        "members",
        family.members(),
        member -> {
          json.writeStartObject();
          key(member.node());
          json.write("generation", member.generation()).writeEnd();
        });
    json.write("generations", family.generations()).write("initiatives", family.initiatives());
    territories(family.territories());
    json.writeEnd();
  }

  private void replications(Replications one) {
    json.writeStartObject();
    ref("methodology", one.methodology());
    array("direct", one.direct(), this::ref);
    array("replicas", one.replicas(), this::ref);
    territories(one.territories());
    json.writeEnd();
  }

  private void suggestion(Suggestion one) {
    json.writeStartObject().write("reason", one.reason().code()).write("kind", one.kind().field());
    ref("child", one.child());
    ref("parent", one.parent());
    if (one.via() != null) {
      ref("via", one.via());
    }
    if (one.similarity() > 0) {
      json.write("similarity", one.similarity());
    }
    json.writeEnd();
  }

  private void cycle(Cycle cycle) {
    json.writeStartObject().write("kind", cycle.kind().field());
    array("nodes", cycle.nodes(), this::ref);
    json.writeEnd();
  }
}
