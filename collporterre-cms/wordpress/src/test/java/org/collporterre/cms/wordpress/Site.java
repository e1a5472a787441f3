package org.collporterre.cms.wordpress;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.collporterre.tests.support.WordPressServer;
import org.collporterre.tests.support.WordPressServer.User;
import org.jspecify.annotations.Nullable;

/** A WordPress with the plugin, and who talks to it. */
final class Site implements AutoCloseable {
  /** What the site answers. */
  record Answer(int status, HttpHeaders headers, String body) {
    JsonObject json() {
      return (JsonObject) read(body);
    }

    JsonArray array() {
      return (JsonArray) read(body);
    }

    private static JsonStructure read(String text) {
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        return reader.read();
      }
    }

    /** Returns a text of the answer; empty when it has none of that name. */
    String text(String name) {
      return json().getString(name, "");
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private final WordPressServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Site(WordPressServer server) {
    this.server = server;
  }

  static Site start() throws IOException, InterruptedException {
    WordPressServer server = WordPressServer.create();
    server.installPlugin(WordPressPlugin.writeTo(server.pluginFolder()));
    return new Site(server);
  }

  WordPressServer server() {
    return server;
  }

  String url() {
    return server.url();
  }

  /** Returns what the plugin's pages and routes answer, as a user or as nobody. */
  Answer ask(String method, @Nullable User user, String path, @Nullable String body)
      throws IOException, InterruptedException {
    return ask(method, user, path, body, Map.of());
  }

  Answer ask(
      String method,
      @Nullable User user,
      String path,
      @Nullable String body,
      Map<String, String> headers)
      throws IOException, InterruptedException {
    var response = client.send(request(method, user, path, body, headers), BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  CompletableFuture<Answer> later(String method, User user, String path, String body) {
    return client
        .sendAsync(request(method, user, path, body, Map.of()), BodyHandlers.ofString())
        .thenApply(one -> new Answer(one.statusCode(), one.headers(), one.body()));
  }

  private HttpRequest request(
      String method,
      @Nullable User user,
      String path,
      @Nullable String body,
      Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (user != null) {
      request.header("Authorization", server.authorization(user));
    }
    headers.forEach(request::header);
    return request.build();
  }

  static String route(String id) {
    return "/wp-json/collporterre/v1/records/" + id;
  }

  Answer put(@Nullable User user, JsonObject record) throws IOException, InterruptedException {
    return ask("PUT", user, route(record.getString("id")), record.toString());
  }

  /** Publishes a page of an author; returns its address. */
  String page(User user, String title, String content) throws IOException, InterruptedException {
    String body =
        Json.createObjectBuilder()
            .add("title", title)
            .add("status", "publish")
            .add("content", content)
            .build()
            .toString();
    Answer made = ask("POST", user, "/wp-json/wp/v2/posts", body);
    return Objects.requireNonNull(made.json().getString("link"));
  }

  @Override
  public void close() {
    server.close();
  }
}
