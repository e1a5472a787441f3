package org.collporterre.cms.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.collporterre.cms.connect.Published.State;
import org.collporterre.cms.connect.SiteException.Reason;
import org.collporterre.cms.connect.Step.Kind;
import org.collporterre.model.Actor;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.Located;
import org.collporterre.vocabulary.AgentKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublisherTest {
  private static final Patience PATIENCE = Patience.standard().withSleeper(time -> {});
  private static final Initiative GARDEN = Samples.garden();

  /** A site that loses answers. */
  private static final class LossySite implements Site {
    final Map<RecordKey, String> pages = new HashMap<>();
    final List<String> writes = new ArrayList<>();
    int losses;

    @Override
    public String address() {
      return "https://exemple.org";
    }

    @Override
    public List<Published> open() {
      return pages.keySet().stream().map(this::published).toList();
    }

    private Published published(RecordKey key) {
      String print = pages.getOrDefault(key, "");
      return new Published(
          key, State.OURS, "", "https://exemple.org/x", "1", print, print, true, Map.of());
    }

    @Override
    public String fingerprint(PublicRow row) {
      return Texts.fingerprint(row.columns().values());
    }

    @Override
    public @Nullable Published look(PublicRow row) {
      return pages.containsKey(row.key()) ? published(row.key()) : null;
    }

    @Override
    public String create(PublicRow row) throws IOException {
      return write("create", row);
    }

    private String write(String what, PublicRow row) throws SiteException {
      writes.add(what + " " + row.key().id());
      pages.put(row.key(), fingerprint(row));
      if (losses-- > 0) {
        throw new SiteException(Reason.UNREACHABLE, "");
      }
      return "https://exemple.org/x";
    }

    @Override
    public void update(PublicRow row, Published there) throws IOException {
      write("update", row);
    }

    @Override
    public void withdraw(Published there) {
      pages.remove(there.key());
    }
  }

  private static Outcome publish(Site site, Entry... entries) throws IOException {
    return Samples.publish(Publisher.to(site).applying().withPatience(PATIENCE), entries);
  }

  @Test
  void what_was_written_although_the_answer_was_lost_is_not_written_again() throws IOException {
    LossySite site = new LossySite();
    site.losses = 1;
    assertThat(Samples.told(publish(site, GARDEN))).containsExactly("jardin-partage created");
    assertThat(site.writes).containsExactly("create jardin-partage");

    site.losses = 1;
    Initiative other = Samples.initiative("jardin-partage", "Autre jardin", "Autre.").build();
    assertThat(Samples.told(publish(site, other))).containsExactly("jardin-partage updated");
    assertThat(site.writes).containsExactly("create jardin-partage", "update jardin-partage");
  }

  @Test
  void a_run_that_is_told_to_end_stops_between_two_records() throws IOException {
    LossySite site = new LossySite();
    AtomicInteger done = new AtomicInteger();
    Publisher publisher =
        Publisher.to(site)
            .applying()
            .telling(step -> done.incrementAndGet())
            .until(() -> done.get() == 1);
    Outcome outcome = Samples.publish(publisher, GARDEN, Samples.cafe());
    assertThat(outcome.stopped()).isInstanceOf(InterruptedIOException.class);
    assertThat(site.writes).hasSize(1);
    assertThat(publish(site, GARDEN, Samples.cafe()).counts())
        .containsExactly(Map.entry(Kind.CREATED, 1), Map.entry(Kind.UNCHANGED, 1));
  }

  @Test
  void waiting_ends_at_once_when_a_run_is_told_to_end() {
    List<Long> slept = new ArrayList<>();
    Patience patience =
        Patience.standard()
            .withSleeper(time -> slept.add(time.toMillis()))
            .until(() -> slept.size() == 3);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    patience.call(
                        () -> {
                          throw new SiteException(Reason.UNAVAILABLE, "HTTP 503");
                        })))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(slept).containsExactly(200L, 200L, 200L);
  }

  @Test
  void others_on_the_site_go_only_when_the_dataset_is_said_to_be_whole() throws IOException {
    LossySite site = new LossySite();
    publish(site, GARDEN, Samples.cafe());
    Publisher publisher = Publisher.to(site).applying();

    assertThat(Samples.told(Samples.publish(publisher.withdrawing(false), GARDEN)))
        .containsExactly("jardin-partage unchanged", "repair-cafe missing not-in-dataset");
    assertThat(
            Samples.told(
                publisher.withdrawing(true).publish(List.of(), Map.of(), Set.of("portrait"))))
        .as("another type")
        .isEmpty();
    assertThat(Samples.told(Samples.publish(publisher.withdrawing(true), GARDEN)))
        .containsExactly("jardin-partage unchanged", "repair-cafe withdrawn not-in-dataset");
    assertThat(site.pages).hasSize(1);
  }

  @Test
  void persons_are_not_named_as_actors() {
    Actor person = new Actor(null, "Anne Le Bras", AgentKind.PERSON, null, null, null);
    Initiative both =
        Samples.initiative("abri", "Abri", "Un abri.")
            .actors(List.of(person, Actor.named("Les Amis de l’abri")))
            .build();
    PublicRow row = PublicRow.of(both);
    assertThat(row.columns()).containsEntry("porteurs", "Les Amis de l’abri");
    assertThat(row.lost()).containsExactly("porteurs");

    Initiative alone =
        Samples.initiative("abri", "Abri", "Un abri.").actors(List.of(person)).build();
    assertThat(PublicRow.of(alone).columns()).doesNotContainKey("porteurs");
    assertThat(PublicRow.of(alone).lost()).containsExactly("porteurs");
  }

  @Test
  void translations_come_back_with_the_texts() throws IOException {
    Initiative two =
        Initiative.named("abri", "Abri")
            .header(
                HeaderBuilder.builder()
                    .id("abri")
                    .title(LocalizedText.of("Abri").with("en", "Shelter"))
                    .keywords(List.of("vélo", "pluie"))
                    .build())
            .build();
    PublicRow row = PublicRow.of(two);
    Published there =
        new Published(row.key(), State.OURS, "", "x", "1", "", "", true, row.columns());
    assertThat(Puller.create().read(List.of(there), finding -> {}))
        .extracting(Located::value)
        .hasSize(1)
        .first()
        .isEqualTo(two);
    assertThat(row.lost()).isEmpty();
  }

  @Test
  void a_row_holds_what_the_public_may_know_and_names_the_rest() {
    PublicRow row = PublicRow.of(GARDEN);
    assertThat(row.columns())
        .containsEntry("themes", "alimentation|biodiversite")
        .containsEntry("latitude", "48.64")
        .doesNotContainKey("courriel")
        .doesNotContainKey("courriel_public");
    assertThat(row.lost()).containsExactly("courriel");

    Initiative open =
        Samples.initiative("a", "Abri", "Un abri.")
            .contactEmail("a@b.example")
            .contactEmailPublic(true)
            .build();
    assertThat(PublicRow.of(open).columns()).containsEntry("courriel", "a@b.example");
    assertThat(PublicRow.of(open).lost()).isEmpty();
  }
}
