package org.collporterre.cms.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.collporterre.cms.connect.SiteException.Reason;
import org.junit.jupiter.api.Test;

class HttpTest {
  private static final Credentials WHO = new Credentials("anne", "un secret bien gardé");

  private final List<Duration> waited = new ArrayList<>();
  private final Patience patience =
      Patience.standard()
          .withSleeper(waited::add)
          .withClock(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

  private Http http(LocalServer server) throws SiteException {
    return new Http(SiteAddress.of(server.url(), false), patience, WHO.basic());
  }

  private static SiteException failing(Patience.Attempt<?> attempt) {
    SiteException e = catchThrowableOfType(SiteException.class, attempt::run);
    assertThat(e.toString()).doesNotContain("secret").doesNotContain("Basic");
    return e;
  }

  @Test
  void a_busy_site_is_asked_again_when_it_says() throws IOException {
    AtomicInteger count = new AtomicInteger();
    try (LocalServer server =
        LocalServer.start(
            exchange -> {
              int n = count.incrementAndGet();
              if (n == 1) {
                exchange.getResponseHeaders().add("Retry-After", "7");
              } else if (n == 2) {
                exchange.getResponseHeaders().add("Retry-After", "Sun, 22 Nov 2026 12:00:30 GMT");
              }
              LocalServer.answer(exchange, n == 1 ? 429 : n == 2 ? 503 : 200, "{}");
            })) {
      assertThat(http(server).get(URI.create(server.url() + "/x")).isGood()).isTrue();
    }
    assertThat(waited).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(30));
  }

  @Test
  void a_site_out_of_order_is_given_up_after_five_attempts() throws IOException {
    try (LocalServer server =
        LocalServer.start(exchange -> LocalServer.answer(exchange, 502, "panne"))) {
      Http http = http(server);
      SiteException e = failing(() -> http.get(URI.create(server.url() + "/x")));
      assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
      assertThat(e.detail()).isEqualTo("HTTP 502");
      assertThat(server.requests()).hasSize(5);
    }
    assertThat(waited).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void a_site_that_wants_to_be_left_alone_for_long_is() throws IOException {
    try (LocalServer server =
        LocalServer.start(
            exchange -> {
              exchange.getResponseHeaders().add("Retry-After", "3600");
              LocalServer.answer(exchange, 429, "");
            })) {
      Http http = http(server);
      SiteException e = failing(() -> http.get(URI.create(server.url() + "/x")));
      assertThat(e.pause()).isEqualTo(Duration.ofHours(1));
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(waited).isEmpty();
  }

  @Test
  void a_password_never_goes_to_another_place() throws IOException {
    try (LocalServer other = LocalServer.start(ex -> LocalServer.answer(ex, 200, "{}"));
        LocalServer server =
            LocalServer.start(
                exchange -> {
                  exchange.getResponseHeaders().add("Location", other.url() + "/vole");
                  LocalServer.answer(exchange, 302, "");
                })) {
      Http http = http(server);
      SiteException read = failing(() -> http.get(URI.create(server.url() + "/x")));
      assertThat(read.reason()).isEqualTo(Reason.REDIRECTED);
      SiteException written =
          failing(() -> http.send("POST", URI.create(server.url() + "/x"), "text/plain", "a"));
      assertThat(written.reason()).isEqualTo(Reason.REDIRECTED);
      SiteException asked = failing(() -> http.get(URI.create(other.url() + "/x")));
      assertThat(asked.reason()).isEqualTo(Reason.REDIRECTED);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void a_site_may_lead_to_another_page_of_its_own_but_not_in_circles() throws IOException {
    try (LocalServer server =
        LocalServer.start(
            exchange -> {
              String path = exchange.getRequestURI().getPath();
              exchange.getResponseHeaders().add("Location", path.equals("/a") ? "/b" : "/rond");
              LocalServer.answer(exchange, path.equals("/b") ? 200 : 301, "");
            })) {
      Http http = http(server);
      assertThat(http.get(URI.create(server.url() + "/a")).isGood()).isTrue();
      SiteException e = failing(() -> http.get(URI.create(server.url() + "/rond")));
      assertThat(e.reason()).isEqualTo(Reason.REDIRECTED);
      assertThat(server.requests()).hasSize(2 + 5);
    }
  }

  @Test
  void an_answer_without_end_is_not_read_to_its_end() throws IOException {
    byte[] block = new byte[1 << 20];
    AtomicInteger sent = new AtomicInteger();
    try (LocalServer server =
        LocalServer.start(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              for (int i = 0; i < 200; i++) {
                exchange.getResponseBody().write(block);
                sent.incrementAndGet();
              }
            })) {
      Http http = http(server);
      SiteException e = failing(() -> http.get(URI.create(server.url() + "/x")));
      assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE);
    }
    assertThat(sent.get()).isLessThan(100);
  }

  @Test
  void a_connection_that_breaks_is_tried_again_for_reading_and_not_for_writing()
      throws IOException {
    try (LocalServer server =
        LocalServer.start(
            exchange -> {
              exchange.sendResponseHeaders(200, 1000);
              exchange.getResponseBody().write(new byte[10]);
              exchange.getResponseBody().flush();
            })) {
      Http http = http(server);
      SiteException read = failing(() -> http.get(URI.create(server.url() + "/x")));
      assertThat(read.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(server.requests()).hasSize(5);
      SiteException written =
          failing(() -> http.send("POST", URI.create(server.url() + "/x"), "text/plain", "a"));
      assertThat(written.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(server.requests()).hasSize(6);
    }
  }

  @Test
  void what_is_no_json_is_told_as_that() throws IOException {
    for (String text : List.of("", "<html>", "{\"a\":", "[".repeat(100_000))) {
      try (LocalServer server = LocalServer.start(ex -> LocalServer.answer(ex, 200, text))) {
        Answer answer = http(server).get(URI.create(server.url() + "/x"));
        assertThat(failing(answer::json).reason()).isEqualTo(Reason.MALFORMED);
      }
    }
  }

  @Test
  void a_wrong_password_is_said_once_and_not_repeated() throws IOException {
    try (LocalServer server =
        LocalServer.start(
            exchange -> {
              boolean root = exchange.getRequestURI().getPath().equals("/wp-json/");
              String good = "{\"namespaces\":[\"wp/v2\"]}";
              String bad = "{\"code\":\"incorrect_password\",\"message\":\"Non, pas <b>ça</b>.\"}";
              LocalServer.answer(exchange, root ? 200 : 401, root ? good : bad);
            })) {
      WordPress site = WordPress.at(SiteAddress.of(server.url(), false), WHO, Samples::html);
      SiteException e = failing(site.withPatience(patience)::open);
      assertThat(e.reason()).isEqualTo(Reason.UNAUTHORISED);
      assertThat(e.detail()).isEqualTo("incorrect_password");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void a_site_of_another_kind_is_told_as_that() throws IOException {
    try (LocalServer server =
        LocalServer.start(exchange -> LocalServer.answer(exchange, 200, "<html>Bonjour"))) {
      SiteAddress address = SiteAddress.of(server.url(), false);
      SiteException press = failing(WordPress.at(address, null, Samples::html)::open);
      assertThat(press.reason()).isEqualTo(Reason.MALFORMED);
      SiteException wiki = failing(MediaWiki.at(address, null)::open);
      assertThat(wiki.reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void credentials_do_not_show_the_password() {
    assertThat(WHO.toString()).contains("anne").doesNotContain("secret");
  }
}
