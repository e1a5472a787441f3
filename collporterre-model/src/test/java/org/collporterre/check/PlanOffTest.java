package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.schema.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plan changes nothing that is found: with it off, the provider is asked about all records. */
@Tag("large")
class PlanOffTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource(Profile.class)
  void the_same_is_found_with_the_plan_and_without(Profile profile) {
    Checker checker = Checker.standard().withProfile(profile).withClock(CLOCK);
    List<Located<Entry>> rows = new ArrayList<>();
    for (Class<? extends Entry> type : Entry.TYPES) {
      rows.addAll(spoiled(type));
    }

    var planned = SeveralThreads.one(checker, rows);
    var asked = withoutPlan(() -> SeveralThreads.one(checker, rows));

    assertThat(planned.passes()).contains(true, false);
    assertThat(planned.findings()).hasSizeGreaterThan(1_000);
    for (int i = 0; i < planned.findings().size(); i++) {
      // One at a time: all of them in a message would say nothing.
      assertThat(asked.findings().get(i)).isEqualTo(planned.findings().get(i));
    }
    assertThat(asked).isEqualTo(planned);
  }

  private static SeveralThreads.Outcome withoutPlan(Supplier<SeveralThreads.Outcome> check) {
    System.setProperty(ConstraintCheck.PLAN, "off");
    try {
      return Objects.requireNonNull(check.get());
    } finally {
      System.clearProperty(ConstraintCheck.PLAN);
    }
  }

  private static List<Located<Entry>> spoiled(Class<? extends Entry> type) {
    Samples samples = new Samples(17);
    Mutations mutations = new Mutations(17, false);
    List<Located<Entry>> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Entry entry = i % 4 == 0 ? samples.full(type) : samples.sparse(type, 0.4);
      for (int spoiled = i % 4; spoiled > 0; spoiled--) {
        entry = (Entry) mutations.spoil((Record) entry);
      }
      rows.add(Located.of(entry));
    }
    return rows;
  }
}
