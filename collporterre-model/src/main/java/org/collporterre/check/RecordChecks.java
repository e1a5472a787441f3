package org.collporterre.check;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Portrait;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * The constraints, the rules about one record and the screens of those across records, at work for
 * one thread. What they find is kept with the record: a rule that throws at one record is not heard
 * from then on, and which record is the first is only known when those of all threads are put in
 * order.
 */
final class RecordChecks implements CheckContext {
  /** The number of the constraints where rules have theirs. */
  private static final int CONSTRAINTS = -1;

  /** A check of one of both kinds: to ask a check for its kind takes longer than most do. */
  private record Numbered(int number, Check check, @Nullable FieldsCheck ofFields) {
    static Numbered of(int number, Check check) {
      return new Numbered(number, check, check instanceof FieldsCheck fields ? fields : null);
    }
  }

  private record Screening(int number, long bit, ScreenedRule rule, ScreenedRule.Screen screen) {}

  private final Checker.Run run;
  private final @Nullable Validator validator;
  private final Map<String, Rule> byCode;
  private final ConstraintCheck constraints;
  private final List<Rule> rules;
  private final List<Numbered> checks = new ArrayList<>();
  private final List<Screening> screens = new ArrayList<>();
  private final boolean isPublication;

  private List<Checked.Told> told = List.of();
  private boolean passes;
  private int at;

  /**
   * Makes one that has no rule yet.
   *
   * @param rules all rules of the checker, by code
   */
  RecordChecks(Checker.Run run, @Nullable Validator validator, Map<String, Rule> rules) {
    this.run = run;
    this.validator = validator;
    this.byCode = rules;
    this.rules = List.copyOf(rules.values());
    this.constraints = new ConstraintCheck(this, rules, validator);
    this.isPublication = run.profile() == Profile.PUBLICATION;
  }

  /** Returns the same for another thread. */
  RecordChecks again() {
    RecordChecks other = new RecordChecks(run, validator, byCode);
    checks.forEach(numbered -> other.addAgain(numbered.number()));
    screens.forEach(screening -> other.screen(screening.number(), screening.rule()));
    return other;
  }

  /** A rule that began once and then throws fails at the first record that comes. */
  private void addAgain(int number) {
    try {
      add(number);
    } catch (RuntimeException e) {
      checks.add(
          Numbered.of(
              number,
              row -> {
                throw e;
              }));
    }
  }

  /**
   * Begins a rule about one record.
   *
   * @param number the number of the rule in its checker
   */
  void add(int number) {
    Check check = rules.get(number).start(this);
    if (check != null) {
      checks.add(Numbered.of(number, check));
    }
  }

  /**
   * Begins to screen for a rule across records.
   *
   * @param number the number of the rule in its checker
   * @return the bit of {@link Checked#concerned()} that stands for it
   */
  long screen(int number, ScreenedRule rule) {
    long bit = 1L << screens.size();
    screens.add(new Screening(number, bit, rule, rule.screen(this)));
    return bit;
  }

  /** Looks at a record. */
  <E extends Entry> Checked<E> check(Located<E> row) {
    Entry entry = row.value();
    @Nullable Object[] values = Schema.of(entry).values(entry);
    told = List.of();
    passes = !(isPublication && row.origin().hasErrors());
    at = CONSTRAINTS;
    constraints.entry(row, values);
    boolean whole = isWhole(entry);
    long concerned = 0;
    if (whole) {
      for (int i = 0; i < checks.size(); i++) {
        look(checks.get(i), row, values);
      }
      for (int i = 0; i < screens.size(); i++) {
        concerned |= screened(screens.get(i), row, values);
      }
    }
    return new Checked<>(run, row, values, told, whole, whole && passes, concerned);
  }

  private void look(Numbered numbered, Located<? extends Entry> row, @Nullable Object[] values) {
    at = numbered.number();
    if (run.hasFailed(at)) {
      return;
    }
    try {
      FieldsCheck ofFields = numbered.ofFields();
      if (ofFields == null) {
        numbered.check().entry(row);
      } else {
        ofFields.entry(row, values);
      }
    } catch (RuntimeException e) {
      failed(row, e);
    }
  }

  private long screened(
      Screening screening, Located<? extends Entry> row, @Nullable Object[] values) {
    at = screening.number();
    if (run.hasFailed(at)) {
      return 0;
    }
    try {
      return screening.screen().concerns(row, values) ? screening.bit() : 0;
    } catch (RuntimeException e) {
      failed(row, e);
      return 0;
    }
  }

  private void failed(Located<? extends Entry> row, RuntimeException exception) {
    passes = false;
    tell(new Checked.Told(at, run.failure(rules.get(at), row, exception), true));
  }

  private void report(Finding finding) {
    passes &= !run.holdsBack(finding);
    tell(new Checked.Told(at, finding, false));
  }

  private void tell(Checked.Told one) {
    if (told.isEmpty()) {
      told = new ArrayList<>(2);
    }
    told.add(one);
  }

  /** A record without identifier or a required part is no record yet; its constraints say so. */
  @SuppressWarnings({"ConstantConditions", "NullAway"})
  private static boolean isWhole(Entry entry) {
    return entry.header() != null
        && entry.sheet() != null
        && entry.id() != null
        && !(entry instanceof Portrait portrait
            && (portrait.subject() == null || portrait.consent() == null));
  }

  @SuppressWarnings({"ConstantConditions", "NullAway"})
  static @Nullable String idOf(Entry entry) {
    return entry.header() == null ? null : entry.id();
  }

  @Override
  public Profile profile() {
    return run.profile();
  }

  @Override
  public LocalDate today() {
    return run.today();
  }

  @Override
  public Vocabularies vocabularies() {
    return run.vocabularies();
  }

  @Override
  public Gazetteer gazetteer() {
    return run.gazetteer();
  }

  @Override
  public @Nullable DatasetDescriptor dataset() {
    return run.dataset();
  }

  @Override
  public int parameter(Rule rule, String name) {
    return run.parameter(rule, name);
  }

  @Override
  public @Nullable Severity severity(Rule rule) {
    return run.severity(rule);
  }

  @Override
  public EntryIndex entries() {
    throw acrossRecords();
  }

  @Override
  public References references() {
    throw acrossRecords();
  }

  private static IllegalStateException acrossRecords() {
    return new IllegalStateException("a rule about one record asks for others");
  }

  @Override
  public void refuse(Rule rule) {
    if (isPublication && severity(rule) == Severity.ERROR) {
      passes = false;
      tell(new Checked.Told(at, null, false));
    }
  }

  @Override
  public FindingBuilder finding(Rule rule, Located<? extends Entry> row) {
    return finding(rule, row, this::report);
  }

  /** Begins a finding about a record for whoever takes findings. */
  FindingBuilder finding(Rule rule, Located<? extends Entry> row, FindingSink sink) {
    return new FindingBuilder(
        rule,
        severity(rule),
        profile(),
        sink,
        row,
        row.origin().record(),
        Schema.of(row.value()).name(),
        idOf(row.value()));
  }

  @Override
  public FindingBuilder finding(Rule rule, Location location, String type, String id) {
    return new FindingBuilder(
        rule, severity(rule), profile(), this::report, null, location, type, id);
  }

  @Override
  public FindingBuilder finding(Rule rule, Location location) {
    return new FindingBuilder(
        rule, severity(rule), profile(), this::report, null, location, null, null);
  }
}
