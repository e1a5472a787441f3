package org.collporterre.cms.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to one site and to no other, so that a password never leaves for elsewhere. Answers are
 * bounded in size and time; reading is tried again as patience says, writing is not: whoever writes
 * has to look first whether it was done.
 */
final class Http {
  private static final int LARGEST = 32 << 20;
  private static final int MOST_REDIRECTS = 5;
  private static final Duration SLOWEST = Duration.ofMinutes(2);

  private final SiteAddress site;
  private final Patience patience;
  private final @Nullable String authorization;
  private final HttpClient client;

  /**
   * Begins to speak to a site.
   *
   * @param authorization what every request says of who asks, or null
   */
  Http(SiteAddress site, Patience patience, @Nullable String authorization) {
    this.site = site;
    this.patience = patience;
    this.authorization = authorization;
    boolean tls = "https".equals(site.uri().getScheme());
    this.client =
        HttpClient.newBuilder()
            .version(tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER))
            .build();
  }

  /** Returns what a form or the query of an address says. */
  static String form(Map<String, String> parameters) {
    StringBuilder form = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            form.append(form.length() == 0 ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return form.toString();
  }

  /** Reads; what fails in passing is tried again. */
  Answer get(URI address) throws IOException {
    return patience.call(
        () -> {
          URI next = address;
          for (int i = 0; i < MOST_REDIRECTS; i++) {
            Answer answer = send(request(next).GET().build());
            if (!isRedirect(answer)) {
              return answer;
            }
            next = next(next, answer);
          }
          throw new SiteException(SiteException.Reason.REDIRECTED, next.toString());
        });
  }

  private URI next(URI from, Answer answer) throws SiteException {
    String location = answer.headers().firstValue("location").orElse("");
    try {
      URI to = from.resolve(location);
      if (site.isOrigin(to)) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      // Told below with what it says.
    }
    throw new SiteException(SiteException.Reason.REDIRECTED, location);
  }

  /** Writes, once. */
  Answer send(String method, URI address, String type, String body) throws IOException {
    return send(method, address, type, body, Map.of());
  }

  /** Writes, once, with more headers. */
  Answer send(String method, URI address, String type, String body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        request(address).header("Content-Type", type).method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    Answer answer = send(request.build());
    if (isRedirect(answer)) {
      String location = answer.headers().firstValue("location").orElse("");
      throw new SiteException(SiteException.Reason.REDIRECTED, location);
    }
    return answer;
  }

  private HttpRequest.Builder request(URI address) throws SiteException {
    if (!site.isOrigin(address)) {
      throw new SiteException(SiteException.Reason.REDIRECTED, address.toString());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(SLOWEST)
            .header("Accept", "application/json")
            .header("User-Agent", "collporterre (https://collporterre.org/)");
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  private static boolean isRedirect(Answer answer) {
    return answer.status() >= 300 && answer.status() < 400 && answer.status() != 304;
  }

  private Answer send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> running =
        client.sendAsync(request, head -> new BoundedBody(LARGEST));
    try {
      HttpResponse<byte[]> response = running.get(SLOWEST.toSeconds(), TimeUnit.SECONDS);
      String body = new String(response.body(), StandardCharsets.UTF_8);
      Answer answer = new Answer(response.statusCode(), response.headers(), body);
      requireAvailable(answer);
      return answer;
    } catch (TimeoutException e) {
      running.cancel(true);
      throw new SiteException(SiteException.Reason.UNREACHABLE, "");
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** What a library says of a connection may name headers; it is not repeated. */
  private static SiteException failure(@Nullable Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof SiteException known) {
        return known;
      } else if (e instanceof SSLException) {
        return new SiteException(SiteException.Reason.UNTRUSTED, "");
      }
    }
    String name = cause == null ? "" : cause.getClass().getSimpleName();
    return new SiteException(SiteException.Reason.UNREACHABLE, name);
  }

  private void requireAvailable(Answer answer) throws SiteException {
    int status = answer.status();
    if (status == 429 || status >= 500 || status == 408) {
      String after = answer.headers().firstValue("retry-after").orElse("");
      throw new SiteException(SiteException.Reason.UNAVAILABLE, "HTTP " + status, pause(after));
    }
  }

  /** Returns the time that a Retry-After header names (RFC 9110, 10.2.3): seconds, or a date. */
  private Duration pause(String after) {
    if (after.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(after));
    }
    try {
      Instant then = ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(patience.clock().instant(), then);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
