package org.collporterre.cms.connect;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.collporterre.cms.connect.SiteException.Reason;
import org.jspecify.annotations.Nullable;

/** The REST API of a WordPress, with an application password. */
final class WordPressRest {
  private static final String JSON = "application/json; charset=UTF-8";
  private static final int MOST_PAGES = 10_000;
  private static final Set<String> GONE = Set.of("rest_post_invalid_id", "rest_no_route");

  private final Http http;
  private final SiteAddress site;
  private final boolean pretty;
  private final List<String> namespaces;

  private WordPressRest(Http http, SiteAddress site, boolean pretty, List<String> namespaces) {
    this.http = http;
    this.site = site;
    this.pretty = pretty;
    this.namespaces = namespaces;
  }

  /** Finds the API of a site, and sees whether the user may sign in. */
  static WordPressRest open(SiteAddress site, @Nullable Credentials who, Patience patience)
      throws IOException {
    Http http = new Http(site, patience, who == null ? null : who.basic());
    for (boolean pretty : List.of(true, false)) {
      WordPressRest probe = new WordPressRest(http, site, pretty, List.of());
      Answer answer = http.get(probe.address("/", Map.of("_fields", "namespaces")));
      if (answer.status() == 401 || answer.status() == 403) {
        throw refused(answer, true);
      }
      JsonValue root = answer.isGood() ? answer.jsonIfAny() : JsonValue.NULL;
      List<String> names = Members.items(root, "namespaces").stream().map(Members::text).toList();
      if (names.contains("wp/v2")) {
        WordPressRest rest = new WordPressRest(http, site, pretty, names);
        if (who != null) {
          rest.signIn();
        }
        return rest;
      }
    }
    throw new SiteException(Reason.MALFORMED, "wp-json");
  }

  private void signIn() throws IOException {
    Answer answer = http.get(address("/wp/v2/users/me", Map.of("_fields", "id")));
    if (!answer.isGood()) {
      throw refused(answer, true);
    }
  }

  /** Tells whether the site has the routes of a namespace. */
  boolean has(String namespace) {
    return namespaces.contains(namespace);
  }

  private URI address(String route, Map<String, String> parameters) {
    if (pretty) {
      String query = parameters.isEmpty() ? "" : "?" + Http.form(parameters);
      return site.resolve("/wp-json" + route + query);
    }
    Map<String, String> all = new LinkedHashMap<>(Map.of("rest_route", route));
    all.putAll(parameters);
    return site.resolve("/?" + Http.form(all));
  }

  /** Gives out the items of all pages of a list. */
  void list(String route, Map<String, String> parameters, Consumer<JsonValue> items)
      throws IOException {
    Map<String, String> asked = new LinkedHashMap<>(parameters);
    asked.put("per_page", "100");
    int pages = 1;
    for (int page = 1; page <= pages; page++) {
      asked.put("page", Integer.toString(page));
      Answer answer = http.get(address(route, asked));
      if (page > 1 && answer.status() == 400) {
        // Somebody has deleted what was on the last page.
        return;
      } else if (!answer.isGood()) {
        throw refused(answer, true);
      }
      List<JsonValue> found = Members.items(answer.json());
      found.forEach(items);
      pages = found.isEmpty() ? 0 : Math.min(answer.number("x-wp-totalpages", 1), MOST_PAGES);
    }
  }

  /** Returns the first item of a list, or null in JSON. */
  JsonValue first(String route, Map<String, String> parameters) throws IOException {
    List<JsonValue> found = new ArrayList<>();
    list(route, parameters, found::add);
    return found.isEmpty() ? JsonValue.NULL : found.get(0);
  }

  /** Returns one thing, or null in JSON when it is not there. */
  JsonValue one(String route, Map<String, String> parameters) throws IOException {
    Answer answer = http.get(address(route, parameters));
    if (answer.status() == 404) {
      return JsonValue.NULL;
    } else if (!answer.isGood()) {
      throw refused(answer, false);
    }
    return answer.json();
  }

  /** Writes, once, and returns what the site made of it. */
  JsonValue write(String method, String route, JsonObject body, Map<String, String> headers)
      throws IOException {
    Answer answer = http.send(method, address(route, Map.of()), JSON, body.toString(), headers);
    if (!answer.isGood()) {
      throw refused(answer, false);
    }
    return answer.json();
  }

  private static SiteException refused(Answer answer, boolean all) {
    JsonValue json = answer.jsonIfAny();
    String code = Members.text(json, "code");
    String said = code.isEmpty() ? "HTTP " + answer.status() : code;
    String message = Members.text(json, "message");
    String detail = message.isEmpty() ? said : said + ": " + message;
    if (answer.status() == 401) {
      return new SiteException(Reason.UNAUTHORISED, said);
    } else if (all) {
      boolean denied = answer.status() == 403;
      return new SiteException(denied ? Reason.UNAUTHORISED : Reason.MALFORMED, detail);
    }
    boolean changed = answer.status() == 409 || GONE.contains(code);
    return new SiteException(changed ? Reason.CHANGED : Reason.REFUSED, detail);
  }
}
