package org.collporterre.cms.connect;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.cms.connect.Published.State;
import org.collporterre.cms.connect.SiteException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Records as ordinary posts: each is a block in one. The title and the excerpt follow the record
 * until somebody changes them.
 */
final class WordPressPosts implements Site {
  private static final String FIELDS = "id,slug,status,link,title,content,excerpt";
  private static final String SLUG = "collporterre-";

  private final WordPressRest rest;
  private final SiteAddress site;
  private final Content content;
  private final String route;
  private final String status;
  private final boolean writing;
  private final Map<RecordKey, Published> index = new LinkedHashMap<>();
  private final Set<RecordKey> stale = new HashSet<>();

  WordPressPosts(
      WordPressRest rest,
      SiteAddress site,
      Content content,
      String route,
      String status,
      boolean writing) {
    this.rest = rest;
    this.site = site;
    this.content = content;
    this.route = route;
    this.status = status;
    this.writing = writing;
  }

  @Override
  public String address() {
    return site.toString();
  }

  @Override
  public List<Published> open() throws IOException {
    Map<String, String> asked = asked();
    asked.put("search", SheetBlock.MARK);
    asked.put("orderby", "id");
    asked.put("order", "asc");
    index.clear();
    rest.list(route, asked, this::add);
    return new ArrayList<>(index.values());
  }

  private void add(JsonValue post) {
    Published found = published(post);
    if (found != null) {
      Published other = index.putIfAbsent(found.key(), found);
      if (other != null && !other.handle().equals(found.handle())) {
        index.put(found.key(), other.in(State.REPEATED));
      }
    }
  }

  private Map<String, String> asked() {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("_fields", FIELDS);
    if (writing) {
      asked.put("context", "edit");
      asked.put("status", "any");
    }
    return asked;
  }

  /** Returns the text of a field as it is stored, or for who only reads as it is shown. */
  private static String raw(JsonValue post, String field) {
    String raw = Members.text(post, field, "raw");
    return raw.isEmpty() ? Members.text(post, field, "rendered") : raw;
  }

  private static @Nullable Published published(JsonValue post) {
    SheetBlock block = SheetBlock.in(raw(post, "content"));
    if (block == null || block.key().id().isEmpty()) {
      return null;
    }
    boolean open = Members.text(post, "status").equals("publish");
    State state = block.isUntouched() ? State.OURS : State.EDITED;
    return new Published(
        block.key(),
        block.isWithdrawn() && !open && state == State.OURS ? State.WITHDRAWN : state,
        Wikitext.plain(raw(post, "title")),
        Members.text(post, "link"),
        Members.text(post, "id"),
        version(post),
        block.attributes().getOrDefault("empreinte", ""),
        open,
        block.columns());
  }

  private static String version(JsonValue post) {
    return Texts.fingerprint(
        List.of(
            raw(post, "title"),
            raw(post, "content"),
            raw(post, "excerpt"),
            Members.text(post, "status")));
  }

  @Override
  public String fingerprint(PublicRow row) {
    List<String> parts = new ArrayList<>(List.of(content.html(row.entry())));
    row.columns()
        .forEach(
            (key, text) -> {
              parts.add(key);
              parts.add(text);
            });
    return Texts.fingerprint(parts);
  }

  @Override
  public @Nullable Published look(PublicRow row) throws IOException {
    Published known = index.get(row.key());
    if (known != null && stale.contains(row.key())) {
      Published now = published(one(known.handle()));
      known = now != null && now.key().equals(row.key()) ? now : null;
      index.remove(row.key());
    }
    Published found = known == null ? search(row) : known;
    stale.remove(row.key());
    if (found != null && !found.handle().isEmpty()) {
      index.put(row.key(), found);
    }
    return found;
  }

  private JsonValue one(String number) throws IOException {
    return rest.one(route + "/" + number, Map.of("context", "edit", "_fields", FIELDS));
  }

  /** Looks at the address that the post would get. */
  private @Nullable Published search(PublicRow row) throws IOException {
    String slug = slug(row.key());
    Map<String, String> asked = asked();
    asked.put("slug", slug);
    JsonValue post = rest.first(route, asked);
    if (post != JsonValue.NULL) {
      Published found = published(post);
      boolean own = found != null && found.key().equals(row.key());
      return own ? found : other(row, State.FOREIGN, post);
    }
    asked.put("slug", slug + "__trashed");
    asked.put("status", "trash");
    JsonValue trashed = rest.first(route, asked);
    if (trashed != JsonValue.NULL) {
      return other(row, State.REMOVED, trashed);
    }
    // What belongs to somebody else can be seen only, if at all.
    JsonValue seen = rest.first(route, Map.of("slug", slug, "_fields", FIELDS));
    return seen == JsonValue.NULL ? null : other(row, State.FOREIGN, seen);
  }

  private static Published other(PublicRow row, State state, JsonValue post) {
    return Published.other(row.key(), state, row.title(), Members.text(post, "link"));
  }

  private static String slug(RecordKey key) {
    return SLUG + key.type() + "-" + key.id();
  }

  private String block(PublicRow row) {
    return SheetBlock.of(row.key(), fingerprint(row), row.columns(), content.html(row.entry()));
  }

  @Override
  public String create(PublicRow row) throws IOException {
    JsonObjectBuilder post =
        Json.createObjectBuilder()
            .add("slug", slug(row.key()))
            .add("status", status)
            .add("title", SheetBlock.escaped(row.title()))
            .add("excerpt", SheetBlock.escaped(row.text("resume")))
            .add("content", SheetBlock.content(block(row)));
    stale.add(row.key());
    JsonValue made = rest.write("POST", route, post.build(), Map.of());
    String number = Members.text(made, "id");
    if (!Members.text(made, "slug").equals(slug(row.key()))) {
      // Something else has the address, so the post would not be found again: back with it.
      rest.write("DELETE", route + "/" + number, JsonValue.EMPTY_JSON_OBJECT, Map.of());
      throw new SiteException(Reason.REFUSED, "slug: " + slug(row.key()));
    }
    seal(made);
    return Members.text(made, "link");
  }

  /** A site that changes what it is given is told once more what its own form of it is. */
  private void seal(JsonValue made) throws IOException {
    String text = Members.text(made, "content", "raw");
    SheetBlock block = SheetBlock.in(text);
    if (block == null) {
      throw new SiteException(Reason.REFUSED, "content: " + SheetBlock.MARK);
    } else if (!block.isUntouched()) {
      String sealed = block.replacedIn(text, SheetBlock.sealed(block.text()));
      rest.write(
          "POST",
          route + "/" + Members.text(made, "id"),
          Json.createObjectBuilder().add("content", sealed).build(),
          Map.of());
    }
  }

  @Override
  public void update(PublicRow row, Published there) throws IOException {
    JsonValue post = same(there);
    JsonObjectBuilder change = Json.createObjectBuilder();
    follow(change, "title", post, there.columns().getOrDefault("titre", ""), row.title());
    follow(change, "excerpt", post, there.columns().getOrDefault("resume", ""), row.text("resume"));
    if (there.state() == State.WITHDRAWN) {
      change.add("status", status);
    }
    replace(there, post, change, block(row));
  }

  private static void follow(
      JsonObjectBuilder change, String field, JsonValue post, String before, String now) {
    if (Wikitext.plain(Members.text(post, field, "raw")).equals(before)) {
      change.add(field, SheetBlock.escaped(now));
    }
  }

  @Override
  public void withdraw(Published there) throws IOException {
    JsonValue post = same(there);
    SheetBlock block = SheetBlock.in(Members.text(post, "content", "raw"));
    JsonObjectBuilder change = Json.createObjectBuilder().add("status", "draft");
    replace(there, post, change, block == null ? "" : block.withdrawn());
  }

  /** Returns the post as it is now, if that is what was seen. */
  private JsonValue same(Published there) throws IOException {
    JsonValue post = one(there.handle());
    if (!version(post).equals(there.version())) {
      stale.add(there.key());
      throw new SiteException(Reason.CHANGED, there.title());
    }
    return post;
  }

  private void replace(Published there, JsonValue post, JsonObjectBuilder change, String block)
      throws IOException {
    String text = Members.text(post, "content", "raw");
    SheetBlock before = SheetBlock.in(text);
    if (before == null) {
      throw new SiteException(Reason.CHANGED, there.title());
    }
    change.add("content", before.replacedIn(text, block));
    stale.add(there.key());
    String address = route + "/" + there.handle();
    seal(rest.write("POST", address, change.build(), Map.of()));
  }
}
