package org.collporterre.cms.connect;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.cms.connect.Published.State;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Records as posts of the plugin Collporterre, which itself knows what somebody changed. */
final class WordPressRecords implements Site {
  private static final String ROUTE = "/collporterre/v1/records";
  private static final String POSTS = "/wp/v2/collp_record";
  private static final List<String> SORTED_BY =
      List.of("champs_action", "themes", "odd", "territoires");

  private final WordPressRest rest;
  private final SiteAddress site;
  private final Content content;
  private final Vocabularies vocabularies;
  private final boolean writing;
  private final Map<RecordKey, Published> index = new LinkedHashMap<>();
  private final Set<RecordKey> stale = new HashSet<>();

  WordPressRecords(
      WordPressRest rest,
      SiteAddress site,
      Content content,
      Vocabularies vocabularies,
      boolean writing) {
    this.rest = rest;
    this.site = site;
    this.content = content;
    this.vocabularies = vocabularies;
    this.writing = writing;
  }

  @Override
  public String address() {
    return site.toString();
  }

  @Override
  public List<Published> open() throws IOException {
    Map<RecordKey, Published> seen = new LinkedHashMap<>();
    rest.list(
        POSTS,
        Map.of("_fields", "id,link,title,content"),
        post -> {
          SheetBlock block = SheetBlock.in(Members.text(post, "content", "rendered"));
          if (block != null) {
            seen.put(block.key(), shown(post, block));
          }
        });
    index.clear();
    if (!writing) {
      return List.copyOf(seen.values());
    }
    rest.list(
        ROUTE,
        Map.of(),
        record -> {
          RecordKey key = new RecordKey(Members.text(record, "type"), Members.text(record, "id"));
          Published shown = seen.get(key);
          index.put(key, published(record, key, shown == null ? Map.of() : shown.columns()));
        });
    return List.copyOf(index.values());
  }

  private static Published shown(JsonValue post, SheetBlock block) {
    return new Published(
        block.key(),
        State.OURS,
        Wikitext.plain(Members.text(post, "title", "rendered")),
        Members.text(post, "link"),
        Members.text(post, "id"),
        "",
        "",
        true,
        block.columns());
  }

  private Published published(JsonValue record, RecordKey key, Map<String, String> columns) {
    String status = Members.text(record, "statut");
    boolean trashed = status.equals("trash");
    boolean edited = Members.has(record, "modifiee");
    State state =
        trashed
            ? Members.has(record, "retiree") ? State.WITHDRAWN : State.REMOVED
            : edited ? State.EDITED : State.OURS;
    return new Published(
        key,
        state,
        columns.getOrDefault("titre", ""),
        Members.text(record, "adresse"),
        key.id(),
        Members.text(record, "etat"),
        Members.text(record, "empreinte"),
        status.equals("publish"),
        columns);
  }

  @Override
  public String fingerprint(PublicRow row) {
    return Texts.fingerprint(List.of(body(row, "").toString()));
  }

  @Override
  public @Nullable Published look(PublicRow row) throws IOException {
    RecordKey key = row.key();
    Published known = index.get(key);
    if (known == null || stale.remove(key)) {
      JsonValue record = rest.one(ROUTE + "/" + key.id(), Map.of("type", key.type()));
      known = record == JsonValue.NULL ? null : published(record, key, Map.of());
    }
    if (known == null) {
      index.remove(key);
    } else {
      index.put(key, known);
    }
    return known;
  }

  @Override
  public String create(PublicRow row) throws IOException {
    Published there = index.get(row.key());
    return Members.text(put(row, there != null && there.state() == State.REMOVED), "adresse");
  }

  @Override
  public void update(PublicRow row, Published there) throws IOException {
    put(row, there.state() == State.EDITED);
  }

  private JsonValue put(PublicRow row, boolean force) throws IOException {
    Published there = index.get(row.key());
    stale.add(row.key());
    Map<String, String> headers =
        force && there != null ? Map.of("If-Match", '"' + there.version() + '"') : Map.of();
    return rest.write("PUT", route(row.key()), body(row, fingerprint(row)), headers);
  }

  private static String route(RecordKey key) {
    return ROUTE + "/" + key.id();
  }

  @Override
  public void withdraw(Published there) throws IOException {
    stale.add(there.key());
    Map<String, String> headers =
        there.state() == State.EDITED ? Map.of("If-Match", '"' + there.version() + '"') : Map.of();
    JsonObject which = Json.createObjectBuilder().add("type", there.key().type()).build();
    rest.write("DELETE", route(there.key()), which, headers);
  }

  private JsonObject body(PublicRow row, String fingerprint) {
    String html = SheetBlock.element(row.key(), Map.of(), row.columns(), content.html(row.entry()));
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("id", row.key().id())
            .add("type", row.key().type())
            .add("titre", row.title())
            .add("resume", row.text("resume"))
            .add("html", html)
            .add("empreinte", fingerprint);
    for (String key : SORTED_BY) {
      body.add(key, terms(row, key));
    }
    position(row.entry(), body);
    JsonValue linked = linkedData(row.entry());
    return linked == JsonValue.NULL ? body.build() : body.add("jsonld", linked).build();
  }

  private JsonArrayBuilder terms(PublicRow row, String key) {
    JsonArrayBuilder terms = Json.createArrayBuilder();
    Field field = Schema.of(row.entry()).field(key);
    List<String> codes = new ArrayList<>(List.of(row.text(key).split("\\|", -1)));
    codes.removeIf(String::isEmpty);
    for (String code : codes) {
      String list = field == null ? null : field.codeList();
      Concept concept = list == null ? null : vocabularies.get(list).concept(code);
      String name = concept == null ? code : concept.label("fr");
      terms.add(Json.createObjectBuilder().add("code", code).add("nom", name));
    }
    return terms;
  }

  private static void position(Entry entry, JsonObjectBuilder body) {
    if (entry instanceof Initiative initiative) {
      for (Place place : initiative.locations()) {
        if (place.isLocated() && place.latitude() != null && place.longitude() != null) {
          body.add("latitude", place.latitude()).add("longitude", place.longitude());
          return;
        }
      }
    }
  }

  private static JsonValue linkedData(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EntryWriter<Entry> writer =
        JsonLdExporter.create().open(bytes, Entry.class, finding -> {})) {
      writer.write(entry);
      writer.commit();
    } catch (IOException e) {
      return JsonValue.NULL;
    }
    try (JsonReader in = Json.createReader(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
