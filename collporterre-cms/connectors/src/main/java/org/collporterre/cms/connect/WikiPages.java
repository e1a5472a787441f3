package org.collporterre.cms.connect;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads and writes the pages of a wiki. */
final class WikiPages {
  private static final int MOST = 10_000;

  private final MediaWikiApi api;

  WikiPages(MediaWikiApi api) {
    this.api = api;
  }

  /** Gives out all articles that call a template. */
  void calling(String template, Consumer<WikiPage> pages) throws IOException {
    Map<String, String> parameters = contents();
    parameters.put("generator", "embeddedin");
    parameters.put("geititle", "Template:" + template);
    parameters.put("geinamespace", "0");
    parameters.put("geilimit", "50");
    Set<Map<String, String>> seen = new HashSet<>();
    for (Map<String, String> next = Map.of(); seen.add(next) && seen.size() < MOST; ) {
      Map<String, String> asked = new LinkedHashMap<>(parameters);
      asked.putAll(next);
      JsonValue answer = api.query(asked);
      Members.items(answer, "query", "pages").forEach(page -> pages.accept(WikiPage.of(page)));
      next = continuation(answer);
    }
  }

  private static Map<String, String> contents() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("prop", "revisions");
    parameters.put("rvprop", "ids|content");
    parameters.put("rvslots", "main");
    return parameters;
  }

  private static Map<String, String> continuation(JsonValue answer) {
    Map<String, String> next = new LinkedHashMap<>();
    if (Members.at(answer, "continue") instanceof JsonObject told) {
      told.forEach(
          (key, value) ->
              next.put(key, value instanceof JsonString s ? s.getString() : value.toString()));
    }
    return next;
  }

  /** Returns a page as it is now. */
  WikiPage page(String title) throws IOException {
    return first(contents(), title);
  }

  /** Returns a page as it was at first. */
  WikiPage oldest(String title) throws IOException {
    Map<String, String> parameters = contents();
    parameters.put("rvdir", "newer");
    parameters.put("rvlimit", "1");
    return first(parameters, title);
  }

  private WikiPage first(Map<String, String> parameters, String title) throws IOException {
    parameters.put("titles", title);
    List<JsonValue> pages = Members.items(api.query(parameters), "query", "pages");
    return pages.isEmpty() ? new WikiPage(title, false, false, "", "") : WikiPage.of(pages.get(0));
  }

  /** Tells whether somebody has deleted a page of this title. */
  boolean isDeleted(String title) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("list", "logevents");
    parameters.put("leaction", "delete/delete");
    parameters.put("letitle", title);
    parameters.put("lelimit", "1");
    return !Members.items(api.query(parameters), "query", "logevents").isEmpty();
  }

  /** Edits a page; see {@link MediaWikiApi#edit}. */
  void edit(Map<String, String> parameters) throws IOException {
    api.edit(parameters);
  }
}
