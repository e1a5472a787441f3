package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.collporterre.model.ActorBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Step;
import org.collporterre.report.Finding;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompletenessTest {
  static List<Class<? extends Entry>> types() {
    return Entry.TYPES;
  }

  @ParameterizedTest
  @MethodSource("types")
  void the_points_of_a_type_add_up_to_a_hundred_and_fall(Class<? extends Entry> type) {
    List<Completeness.Part> parts = Completeness.of(type).parts();

    assertThat(parts.stream().mapToInt(Completeness.Part::points).sum()).isEqualTo(100);
    assertThat(parts)
        .isSortedAccordingTo(Comparator.comparingInt(Completeness.Part::points).reversed());
  }

  @Test
  void identifier_and_title_are_worth_nothing() {
    Completeness measure = Completeness.of(Initiative.class);
    Initiative bare = Initiative.named("jardin", "Jardin partagé").build();

    assertThat(measure.score(bare)).isZero();
    assertThat(measure.missing(bare)).isEqualTo(measure.parts());
  }

  @Test
  void the_points_of_what_is_filled_in_are_added() {
    Initiative some =
        Initiative.named("jardin", "Jardin partagé")
            .header(
                HeaderBuilder.builder()
                    .id("jardin")
                    .title(LocalizedText.of("Jardin partagé"))
                    .summary(LocalizedText.of("Un jardin."))
                    .build())
            .locations(List.of(Place.at(48.39, -4.49)))
            .themes(List.of("agriculture"))
            .kind("lieu")
            .actors(List.of(ActorBuilder.builder().name("Les voisins").build()))
            .build();

    // 15 a summary, 15 a position, 5 kind or themes, 5 carriers.
    assertThat(Completeness.of(Initiative.class).score(some)).isEqualTo(40);
  }

  @Test
  void steps_count_though_they_have_no_column() {
    Step step = new Step(1, "Semer", null, null, List.of(), List.of(), List.of(), List.of());
    Methodology method = Methodology.named("semer", "Semer").steps(List.of(step)).build();

    assertThat(Completeness.of(Methodology.class).score(method)).isEqualTo(15);
  }

  @Test
  void a_dataset_may_ask_for_more_points_and_fresher_records() {
    Initiative some =
        Initiative.named("jardin", "Jardin partagé")
            .sheet(SheetBuilder.builder().modifiedOn(LocalDate.parse("2025-12-31")).build())
            .build();
    RuleSettings settings =
        RuleSettings.NONE
            .withParameter(BuiltInRules.require("completeness"), "least_points", 5)
            .withParameter(BuiltInRules.require("stale"), "months", 1);
    Checker checker =
        Checker.standard()
            .withProfile(Profile.PUBLICATION)
            .withClock(Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC));

    Report standard = Report.create();
    checker.check(List.of(some), standard);
    assertThat(standard.byRule()).containsKey("completeness").doesNotContainKey("stale");

    Report own = Report.create();
    checker.with(settings).check(List.of(some), own);
    assertThat(own.byRule()).containsKey("stale").doesNotContainKey("completeness");
  }

  @Test
  void of_records_that_lack_the_same_ten_are_told() {
    Report report = Report.create();
    List<Initiative> bare = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String site = i == 200 ? "https://exemple.org/" : null;
      bare.add(Initiative.named("i" + i, "Jardin partagé").website(site).build());
    }

    Checker.standard().check(bare, report);

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("completeness"))
        .extracting(Finding::id)
        .containsExactly("i0", "i1", "i2", "i3", "i4", "i5", "i6", "i7", "i8", "i9", "i200");
  }
}
