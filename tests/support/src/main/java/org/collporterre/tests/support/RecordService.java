package org.collporterre.tests.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a client of a service sees that takes and returns records as JSON. */
public final class RecordService {
  /** A record that is in order. */
  public static final String RECORD =
      """
      {"id": "repair-cafe", "titre": "Café réparation", "lieux": [{"latitude": 48.451, "longitude": -4.249}], "odd": [12], "date_debut": "2019-05"}
      """;

  /** A record with a latitude that no place has and an address of no web page. */
  public static final String FAULTY =
      """
      {"id": "fautif", "titre": "Café fautif", "lieux": [{"latitude": 148.451, "longitude": -4.249}], "site_web": "pas une adresse"}
      """;

  /** A record with a date that is none. */
  public static final String UNREADABLE =
      """
      {"id": "illisible", "titre": "Café illisible", "date_debut": "bientôt"}
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  private RecordService(URI address) {
    this.address = address;
  }

  /** Returns the service at an address. */
  public static RecordService at(String address) {
    return new RecordService(URI.create(address));
  }

  /** Sends a record; the answer is wanted in a language. */
  public HttpResponse<String> send(String json, String language)
      throws IOException, InterruptedException {
    return answer(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  /** Asks for what is at a path below the address. */
  public HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(URI.create(address + path)).GET());
  }

  private HttpResponse<String> answer(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpRequest made = request.header("Accept", "application/json").timeout(PATIENCE).build();
    return client.send(made, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
