package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What several threads find, put in order, is what one finds. */
class RecordsInThreadsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);

  static Stream<Arguments> profilesAndThreads() {
    return Stream.of(Profile.values())
        .flatMap(profile -> Stream.of(1, 2, 3, 8).map(threads -> Arguments.of(profile, threads)));
  }

  @ParameterizedTest
  @MethodSource("profilesAndThreads")
  @Tag("large")
  void several_threads_find_the_same_in_the_same_order(Profile profile, int threads) {
    List<Located<Entry>> rows = faulty(threads, 1_500);
    Checker checker = Checker.standard().withProfile(profile).withClock(CLOCK);

    var expected = SeveralThreads.one(checker, rows);

    assertThat(expected.passes()).contains(true, false);
    assertThat(expected.findings())
        .extracting("code")
        .contains("id-duplicate", "ref-unresolved", "licence-missing", "modified-missing");
    assertThat(SeveralThreads.several(checker, rows, threads)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  @Tag("large")
  void an_application_s_validator_is_asked_in_several_threads(Profile profile) {
    try (var factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ConstraintCheck.Templates())
            .buildValidatorFactory()) {
      Validator own = factory.getValidator();
      Checker checker = Checker.standard().withProfile(profile).withClock(CLOCK).withValidator(own);
      List<Located<Entry>> rows = faulty(5, 300);

      assertThat(SeveralThreads.several(checker, rows, 3))
          .isEqualTo(SeveralThreads.one(checker, rows));
    }
  }

  @ParameterizedTest
  @MethodSource("profilesAndThreads")
  @Tag("large")
  void a_rule_that_throws_fails_once_at_the_first_record(Profile profile, int threads) {
    List<Located<Entry>> rows = faulty(6, 400);
    for (boolean alone : new boolean[] {true, false}) {
      Checker checker =
          Checker.standard()
              .withProfile(profile)
              .withClock(CLOCK)
              .with(new Own("own", alone, RecordsInThreadsTest::throwSometimes));

      var expected = SeveralThreads.one(checker, rows);

      assertThat(expected.findings())
          .filteredOn(f -> f.code().equals("rule-failed") && "own".equals(f.value()))
          .hasSize(1);
      assertThat(expected.findings()).filteredOn(f -> f.code().equals("own")).isNotEmpty();
      assertThat(SeveralThreads.several(checker, rows, threads)).isEqualTo(expected);
    }
  }

  @Test
  void a_rule_about_one_record_cannot_ask_for_others() {
    Checker checker =
        Checker.standard()
            .with(new Own("own", true, call -> call.context().entries()))
            .withClock(CLOCK);
    List<Located<Entry>> rows = faulty(7, 20);

    var found = SeveralThreads.one(checker, rows).findings();

    assertThat(found)
        .filteredOn(f -> f.code().equals("rule-failed"))
        .singleElement()
        .matches(f -> "own".equals(f.value()), "names the rule");
    assertThat(SeveralThreads.several(checker, rows, 2).findings()).isEqualTo(found);
  }

  @Test
  void what_was_checked_for_another_run_is_not_taken() {
    Located<Entry> row = faulty(8, 1).get(0);
    try (Checker.Run run = Checker.standard().start(finding -> {});
        Checker.Run other = Checker.standard().start(finding -> {})) {
      Checked<Entry> checked = other.records().check(row);

      assertThatThrownBy(() -> run.accept(checked)).isInstanceOf(IllegalArgumentException.class);
      assertThat(checked.row()).isSameAs(row);
    }
  }

  private static void throwSometimes(Call call) {
    if (call.number() % 7 == 0) {
      call.context().finding(call.rule(), call.row()).field("titre").report();
    }
    if (call.number() >= 120 && call.number() % 5 == 0) {
      throw new IllegalStateException("own fault");
    }
  }

  /** Spoiled records of all types, in two files, one of which lacks columns. */
  private static List<Located<Entry>> faulty(long seed, int size) {
    Samples samples = new Samples(seed);
    Mutations mutations = new Mutations(seed, false);
    Random random = new Random(seed);
    List<Located<Entry>> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      var type = Entry.TYPES.get(random.nextInt(Entry.TYPES.size()));
      Entry entry = samples.sparse(type, random.nextDouble());
      if (i % 10 == 3) {
        entry = rows.get(random.nextInt(rows.size())).value();
      }
      for (int spoiled = random.nextInt(4); spoiled > 0; spoiled--) {
        entry = spoil(mutations, entry);
      }
      rows.add(new Located<>(entry, new Row(i, random.nextInt(10) == 0)));
    }
    return rows;
  }

  private static Entry spoil(Mutations mutations, Entry entry) {
    return (Entry) mutations.spoil((Record) entry);
  }

  private record Row(int number, boolean hasErrors) implements Located.Origin {
    @Override
    public Location record() {
      return new Location(number % 3 == 0 ? "a.csv" : "b.csv", number + 2, 1);
    }

    @Override
    public Location field(String key) {
      return new Location(record().file(), number + 2, key.length() + 2);
    }

    @Override
    public boolean hasText(String key) {
      return (number + key.length()) % 11 == 0;
    }

    @Override
    public boolean hasColumn(String key) {
      return number % 3 == 0 || key.length() % 2 == 0;
    }
  }

  private record Call(Rule rule, CheckContext context, Located<? extends Entry> row) {
    int number() {
      return ((Row) row.origin()).number();
    }
  }

  private record Own(String code, boolean isAboutOneRecord, Consumer<Call> look) implements Rule {
    @Override
    public @Nullable Severity severity(Profile profile) {
      return Severity.ERROR;
    }

    @Override
    public Check start(CheckContext context) {
      return row -> look.accept(new Call(this, context, row));
    }
  }
}
