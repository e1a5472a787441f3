package org.collporterre.cms.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.collporterre.model.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationsTest {
  private static final Clock DAY =
      Clock.fixed(Instant.parse("2013-06-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final Publications publications = Publications.create().withClock(DAY);

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void a_file_is_read_once_and_again_when_it_has_changed() throws Exception {
    Path file = file("a.csv", "id,titre\njardin,Jardin partagé\n");
    Publication first = publications.get(file);

    assertThat(publications.get(file)).isSameAs(first);

    file("a.csv", "id,titre\njardin,Jardin commun!\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(publications.get(file).entries())
        .extracting(entry -> entry.title().text())
        .containsExactly("Jardin commun!");
  }

  @Test
  void a_folder_is_a_dataset_whose_tables_may_change() throws Exception {
    file("initiatives.csv", "id,titre\njardin,Jardin partagé\n");
    assertThat(publications.get(folder).entries()).hasSize(1);

    file("methodologies.csv", "id,titre,version\nsemer,Semer dans la rue,1.0\n");
    assertThat(publications.get(folder).entries())
        .extracting(Entry::id)
        .containsExactlyInAnyOrder("jardin", "semer");
  }

  @Test
  void records_with_errors_and_those_not_for_the_public_are_counted() throws Exception {
    Path file =
        file(
            "a.csv",
            "id,titre,statut_fiche\njardin,Jardin partagé,publie\nvide,,publie\nplus-tard,Plus tard,brouillon\n");

    Publication publication = publications.get(file);

    assertThat(publication.entries()).extracting(Entry::id).containsExactly("jardin");
    assertThat(publication.refused()).isEqualTo(1);
    assertThat(publication.withheld()).isEqualTo(1);
  }

  @Test
  void what_is_not_there_is_a_problem_that_names_no_folder() {
    assertThatThrownBy(() -> publications.get(folder.resolve("absent.csv")))
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> {
              assertThat(e.code()).isEqualTo("source-missing");
              assertThat(e.getMessage()).contains("absent.csv").doesNotContain(folder.toString());
            });
  }

  @Test
  void a_day_later_consents_are_looked_at_again() throws Exception {
    Path file = file("a.csv", "id,titre\njardin,Jardin partagé\n");
    Publication first = publications.get(file);
    Clock later = Clock.fixed(Instant.parse("2013-06-02T00:00:00Z"), ZoneOffset.UTC);

    assertThat(publications.withClock(later).get(file)).isNotSameAs(first);
    assertThat(publications.withClock(later).get(file).today()).isEqualTo("2013-06-02");
  }

  @Test
  void too_many_records_are_refused() throws Exception {
    Path file = file("a.csv", "id,titre\nun,Le premier\ndeux,Le second\n");

    assertThat(publications.withLimits(100, 2).get(file).entries()).hasSize(2);
    assertThatThrownBy(() -> publications.withLimits(100, 1).get(file))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.code()).isEqualTo("source-too-large"));
  }

  @Test
  void files_that_are_too_large_are_refused_unread() throws Exception {
    Path file = file("a.csv", "id,titre\nun,Le premier\n");

    assertThatThrownBy(() -> publications.withLimits(10, 2).get(file))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.code()).isEqualTo("source-too-large"));
  }
}
