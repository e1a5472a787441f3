package org.collporterre.cms.connect;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.cms.connect.Published.State;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * A wiki on which each record is a page with a call of a template. What people write around the
 * call stays; what they change in it shows, because the call holds its own fingerprint. Not
 * thread-safe.
 *
 * <p>A page keeps its title when the title of its record changes. Of two records of one title the
 * second gets its identifier behind it.
 */
public final class MediaWiki implements Site {
  private final SiteAddress site;
  private final @Nullable Credentials credentials;
  private final Patience patience;
  private final Vocabularies vocabularies;
  private final boolean ownTemplates;

  private final Map<RecordKey, Published> index = new LinkedHashMap<>();
  private final Map<RecordKey, String> places = new HashMap<>();
  private final Set<RecordKey> stale = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private @Nullable WikiPages pages;
  private WikiTemplates templates;
  private String templateNamespace = "Template";
  private String articles = "/index.php/$1";
  private boolean conditions;

  private MediaWiki(
      SiteAddress site,
      @Nullable Credentials credentials,
      Patience patience,
      Vocabularies vocabularies,
      boolean ownTemplates) {
    this.site = site;
    this.credentials = credentials;
    this.patience = patience;
    this.vocabularies = vocabularies;
    this.ownTemplates = ownTemplates;
    this.templates = new WikiTemplates(vocabularies, "Category");
  }

  /**
   * Returns a wiki.
   *
   * @param site its address, of its {@code api.php}, or of what is above
   * @param credentials a bot password; null only reads
   */
  public static MediaWiki at(SiteAddress site, @Nullable Credentials credentials) {
    return new MediaWiki(site, credentials, Patience.standard(), Vocabularies.standard(), true);
  }

  /** Returns the same wiki waited for in another way. */
  public MediaWiki withPatience(Patience other) {
    return new MediaWiki(site, credentials, other, vocabularies, ownTemplates);
  }

  /** Returns the same wiki with labels of codes from these vocabularies. */
  public MediaWiki withVocabularies(Vocabularies other) {
    return new MediaWiki(site, credentials, patience, other, ownTemplates);
  }

  /** Returns the same wiki, on which no template is made that is missing. */
  public MediaWiki withoutTemplates() {
    return new MediaWiki(site, credentials, patience, vocabularies, false);
  }

  @Override
  public String address() {
    return site.toString();
  }

  @Override
  public List<Published> open() throws IOException {
    Http http = new Http(site, patience, null);
    MediaWikiApi api = MediaWikiApi.open(http, site, credentials);
    WikiPages opened = new WikiPages(api);
    pages = opened;
    JsonValue query =
        Members.at(
            api.query(Map.of("meta", "siteinfo", "siprop", "general|namespaces|extensions")),
            "query");
    templateNamespace = Members.text(query, "namespaces", "10", "name");
    String path = Members.text(query, "general", "articlepath");
    articles = path.contains("$1") ? path : articles;
    conditions =
        Members.items(query, "extensions").stream()
            .anyMatch(one -> Members.text(one, "name").equals("ParserFunctions"));
    templates = new WikiTemplates(vocabularies, Members.text(query, "namespaces", "14", "name"));
    index.clear();
    for (String name : WikiTemplates.names().values()) {
      opened.calling(name, this::add);
    }
    return List.copyOf(index.values());
  }

  private void add(WikiPage page) {
    for (TemplateCall call : calls(page.text())) {
      RecordKey key = WikiTemplates.key(call);
      Published found = published(page, call);
      Published other = key.id().isEmpty() ? found : index.get(key);
      if (other == null || other.handle().equals(page.title())) {
        index.put(key, found);
      } else if (!key.id().isEmpty()) {
        index.put(key, other.in(State.REPEATED));
      }
    }
  }

  private static List<TemplateCall> calls(String text) {
    return TemplateCall.in(text, Set.copyOf(WikiTemplates.names().values())).stream()
        .filter(call -> !WikiTemplates.key(call).id().isEmpty())
        .toList();
  }

  private Published published(WikiPage page, TemplateCall call) {
    boolean withdrawn = call.name().equals(WikiTemplates.WITHDRAWN);
    boolean untouched = call.computed().equals(call.written());
    State state = withdrawn ? State.WITHDRAWN : untouched ? State.OURS : State.EDITED;
    return new Published(
        WikiTemplates.key(call),
        state,
        page.title(),
        seenAt(page.title()),
        page.title(),
        page.revision(),
        call.written(),
        !withdrawn,
        WikiTemplates.columns(call));
  }

  private String seenAt(String title) {
    String encoded =
        URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8).replace("%2F", "/");
    String path = articles.replace("$1", encoded);
    return path.startsWith("/") ? site.uri().resolve(path).toString() : path;
  }

  @Override
  public String fingerprint(PublicRow row) {
    return templates.call(row).computed();
  }

  @Override
  public @Nullable Published look(PublicRow row) throws IOException {
    Published known = index.get(row.key());
    if (known != null && stale.contains(row.key())) {
      Published now = on(opened().page(known.handle()), row.key());
      index.remove(row.key());
      known = now;
    }
    Published found = known == null ? search(row) : known;
    stale.remove(row.key());
    if (found != null && !found.handle().isEmpty()) {
      index.put(row.key(), found);
    }
    return found;
  }

  /** Returns what a page holds of a record, or null. */
  private @Nullable Published on(WikiPage page, RecordKey key) {
    for (TemplateCall call : calls(page.text())) {
      if (WikiTemplates.key(call).equals(key)) {
        return published(page, call);
      }
    }
    return null;
  }

  /** Looks at the titles that a record may have, and remembers the one that it would get. */
  private @Nullable Published search(PublicRow row) throws IOException {
    String own = Wikitext.title(row.title());
    String plain = "Fiche " + row.key().type() + " " + row.key().id();
    List<String> titles = new ArrayList<>();
    titles.add(own.isEmpty() ? plain : own);
    titles.add((own.isEmpty() ? plain : own) + " (" + row.key().id() + ")");
    titles.add(plain);
    Published taken = null;
    for (String title : titles) {
      WikiPage page = opened().page(title);
      Published found = on(page, row.key());
      if (found != null) {
        return found;
      } else if (page.usable() && !page.exists()) {
        places.put(row.key(), title);
        return opened().isDeleted(title) ? other(row, State.REMOVED, title) : null;
      } else if (page.usable()
          && calls(page.text()).isEmpty()
          && on(opened().oldest(title), row.key()) != null) {
        places.put(row.key(), titles.get(1));
        return other(row, State.REMOVED, title);
      }
      taken = other(row, State.FOREIGN, title);
    }
    return taken;
  }

  private Published other(PublicRow row, State state, String title) {
    return Published.other(row.key(), state, title, seenAt(title));
  }

  private WikiPages opened() {
    WikiPages opened = pages;
    if (opened == null) {
      throw new IllegalStateException("not opened");
    }
    return opened;
  }

  @Override
  public String create(PublicRow row) throws IOException {
    requireTemplate(row.key().type());
    String title = places.getOrDefault(row.key(), Wikitext.title(row.title()));
    Map<String, String> edit = edit(title, templates.call(row).text() + "\n", row.key());
    edit.put("createonly", "1");
    write(edit, row.key());
    return seenAt(title);
  }

  @Override
  public void update(PublicRow row, Published there) throws IOException {
    requireTemplate(row.key().type());
    replace(there, templates.call(row));
  }

  @Override
  public void withdraw(Published there) throws IOException {
    requireTemplate("");
    replace(there, WikiTemplates.withdrawn(there.key()));
  }

  /** Replaces only the call, in the revision that was seen. */
  private void replace(Published there, TemplateCall call) throws IOException {
    WikiPage page = opened().page(there.handle());
    List<TemplateCall> calls =
        calls(page.text()).stream()
            .filter(one -> WikiTemplates.key(one).equals(there.key()))
            .toList();
    if (!page.revision().equals(there.version()) || calls.size() != 1) {
      stale.add(there.key());
      throw new SiteException(SiteException.Reason.CHANGED, there.title());
    }
    Map<String, String> edit =
        edit(page.title(), calls.get(0).replacedIn(page.text(), call), there.key());
    edit.put("nocreate", "1");
    edit.put("baserevid", page.revision());
    write(edit, there.key());
  }

  private static Map<String, String> edit(String title, String text, RecordKey key) {
    Map<String, String> edit = new LinkedHashMap<>();
    edit.put("title", title);
    edit.put("text", text);
    edit.put("summary", "Collporterre : " + key);
    return edit;
  }

  private void write(Map<String, String> edit, RecordKey key) throws IOException {
    stale.add(key);
    opened().edit(edit);
  }

  /** Makes the template that is missing; one that is there is its wiki's. */
  private void requireTemplate(String type) throws IOException {
    if (!ownTemplates || !made.add(type)) {
      return;
    }
    String title = templateNamespace + ":" + WikiTemplates.names().get(type);
    if (opened().page(title).exists()) {
      return;
    }
    Map<String, String> edit = new LinkedHashMap<>();
    edit.put("title", title);
    edit.put("text", WikiTemplates.text(type, conditions));
    edit.put("summary", "Collporterre");
    edit.put("createonly", "1");
    try {
      opened().edit(edit);
    } catch (SiteException e) {
      if (e.reason() != SiteException.Reason.CHANGED) {
        made.remove(type);
        throw e;
      }
    }
  }
}
