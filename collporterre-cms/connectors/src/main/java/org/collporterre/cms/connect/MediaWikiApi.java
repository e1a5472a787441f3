package org.collporterre.cms.connect;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.cms.connect.SiteException.Reason;
import org.jspecify.annotations.Nullable;

/** The action API of a MediaWiki, version 2 of its JSON, with the session of a user. */
final class MediaWikiApi {
  private static final Set<String> PASSING = Set.of("maxlag", "ratelimited", "readonly");
  private static final Set<String> SIGNED_OUT =
      Set.of("assertuserfailed", "assertnameduserfailed", "badtoken", "notloggedin");
  private static final Set<String> DENIED = Set.of("readapidenied", "assertbotfailed");
  private static final Set<String> CHANGED =
      Set.of("editconflict", "articleexists", "missingtitle", "pagedeleted");
  private static final int MOST_LOGINS = 3;

  private final Http http;
  private final URI address;
  private final @Nullable Credentials credentials;
  private String token = "";
  private int logins;

  private MediaWikiApi(Http http, URI address, @Nullable Credentials credentials) {
    this.http = http;
    this.address = address;
    this.credentials = credentials;
  }

  /** Finds the API of a wiki, at its address or usual places below, and signs in. */
  static MediaWikiApi open(Http http, SiteAddress site, @Nullable Credentials credentials)
      throws IOException {
    List<String> places =
        site.uri().getPath().endsWith("/api.php") ? List.of("") : List.of("/api.php", "/w/api.php");
    for (String place : places) {
      MediaWikiApi api = new MediaWikiApi(http, site.resolve(place), credentials);
      Answer answer = http.get(api.address(Map.of("action", "query", "meta", "siteinfo")));
      JsonValue json = answer.isGood() ? answer.jsonIfAny() : JsonValue.NULL;
      // A wiki that is closed to the public answers that nobody reads who has not signed in.
      if (Members.has(json, "query") || Members.has(json, "error")) {
        api.signIn();
        return api;
      }
    }
    throw new SiteException(Reason.MALFORMED, "api.php");
  }

  private URI address(Map<String, String> parameters) {
    return URI.create(address + "?" + Http.form(complete(parameters)));
  }

  private static Map<String, String> complete(Map<String, String> parameters) {
    Map<String, String> complete = new LinkedHashMap<>(parameters);
    complete.put("format", "json");
    complete.put("formatversion", "2");
    return complete;
  }

  private void signIn() throws IOException {
    Credentials who = credentials;
    if (who == null) {
      return;
    }
    logins++;
    JsonValue tokens = query(Map.of("meta", "tokens", "type", "login"));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("action", "login");
    form.put("lgname", who.user());
    form.put("lgpassword", who.password());
    form.put("lgtoken", Members.text(tokens, "query", "tokens", "logintoken"));
    JsonValue login = Members.at(send(form), "login");
    String result = Members.text(login, "result");
    if (result.equals("Throttled")) {
      String wait = Members.text(login, "wait");
      long seconds = wait.matches("\\d{1,6}") ? Long.parseLong(wait) : 0;
      throw new SiteException(Reason.UNAVAILABLE, result, Duration.ofSeconds(seconds));
    } else if (!result.equals("Success")) {
      throw new SiteException(Reason.UNAUTHORISED, result);
    }
    JsonValue own = query(Map.of("meta", "tokens", "type", "csrf"));
    token = Members.text(own, "query", "tokens", "csrftoken");
  }

  /** Returns what {@code action=query} answers. */
  JsonValue query(Map<String, String> parameters) throws IOException {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("action", "query");
    return good(http.get(address(all)));
  }

  /**
   * Edits a page.
   *
   * @param parameters those of {@code action=edit}
   */
  void edit(Map<String, String> parameters) throws IOException {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("action", "edit");
    all.put("assert", "user");
    all.put("bot", "1");
    all.put("token", token);
    try {
      JsonValue edit = Members.at(send(all), "edit");
      if (!Members.text(edit, "result").equals("Success")) {
        // A question for people, as against spam.
        throw new SiteException(Reason.REFUSED, "edit: " + Members.text(edit, "result"));
      }
    } catch (SiteException e) {
      if (credentials != null && SIGNED_OUT.contains(e.detail()) && logins < MOST_LOGINS) {
        signIn();
        throw new SiteException(Reason.UNAVAILABLE, e.detail());
      }
      throw e;
    }
  }

  private JsonValue send(Map<String, String> parameters) throws IOException {
    String form = Http.form(complete(parameters));
    return good(http.send("POST", address, "application/x-www-form-urlencoded", form));
  }

  private static JsonValue good(Answer answer) throws SiteException {
    if (answer.status() == 401 || answer.status() == 403) {
      throw new SiteException(Reason.UNAUTHORISED, "HTTP " + answer.status());
    }
    JsonValue json = answer.json();
    String code = Members.text(json, "error", "code");
    if (code.isEmpty()) {
      return json;
    }
    String info = code + ": " + Members.text(json, "error", "info");
    if (PASSING.contains(code) || code.startsWith("internal_api_error_DB")) {
      int seconds = answer.number("retry-after", 0);
      throw new SiteException(Reason.UNAVAILABLE, info, Duration.ofSeconds(seconds));
    } else if (SIGNED_OUT.contains(code)) {
      throw new SiteException(Reason.UNAUTHORISED, code);
    } else if (DENIED.contains(code)) {
      throw new SiteException(Reason.UNAUTHORISED, info);
    }
    throw new SiteException(CHANGED.contains(code) ? Reason.CHANGED : Reason.REFUSED, info);
  }
}
