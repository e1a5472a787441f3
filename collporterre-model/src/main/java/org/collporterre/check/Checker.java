package org.collporterre.check;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Checks records: the Jakarta constraints on their fields, and the rules. Immutable and
 * thread-safe; a {@link Run} is neither.
 *
 * <p>Unless changed: profile {@link Profile#ECHANGE}, the standard vocabularies, no gazetteer, all
 * built-in rules, the system's clock in UTC, and the default Jakarta Validation provider, which is
 * asked only about records that a plan made from the same annotations does not pass at once.
 */
public final class Checker {
  private final Profile profile;
  private final Clock clock;
  private final Vocabularies vocabularies;
  private final Gazetteer gazetteer;
  private final Map<String, Rule> rules;
  private final RuleSettings settings;
  private final @Nullable DatasetDescriptor dataset;
  private final @Nullable Validator validator;

  private Checker(
      Profile profile,
      Clock clock,
      Vocabularies vocabularies,
      Gazetteer gazetteer,
      Map<String, Rule> rules,
      RuleSettings settings,
      @Nullable DatasetDescriptor dataset,
      @Nullable Validator validator) {
    this.profile = profile;
    this.clock = clock;
    this.vocabularies = vocabularies;
    this.gazetteer = gazetteer;
    this.rules = rules;
    this.settings = settings;
    this.dataset = dataset;
    this.validator = validator;
  }

  /** Returns the checker of the format. */
  public static Checker standard() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    BuiltInRules.all().forEach(rule -> rules.put(rule.code(), rule));
    return new Checker(
        Profile.ECHANGE,
        Clock.systemUTC(),
        Vocabularies.standard(),
        Gazetteer.none(),
        rules,
        RuleSettings.NONE,
        null,
        null);
  }

  /** Returns this checker with another profile. */
  public Checker withProfile(Profile other) {
    return new Checker(other, clock, vocabularies, gazetteer, rules, settings, dataset, validator);
  }

  /** Returns this checker with another clock; rules about the future and about consent ask it. */
  public Checker withClock(Clock other) {
    return new Checker(
        profile, other, vocabularies, gazetteer, rules, settings, dataset, validator);
  }

  /** Returns this checker with one more rule, or with another one for that code. */
  public Checker with(Rule rule) {
    Map<String, Rule> more = new LinkedHashMap<>(rules);
    more.put(rule.code(), rule);
    return new Checker(profile, clock, vocabularies, gazetteer, more, settings, dataset, validator);
  }

  /** Returns this checker with one more vocabulary, or with more codes in one of that name. */
  public Checker with(Vocabulary vocabulary) {
    return new Checker(
        profile,
        clock,
        vocabularies.with(vocabulary),
        gazetteer,
        rules,
        settings,
        dataset,
        validator);
  }

  /** Returns this checker with another gazetteer; rules about places ask it. */
  public Checker with(Gazetteer other) {
    return new Checker(profile, clock, vocabularies, other, rules, settings, dataset, validator);
  }

  /** Returns this checker with what a dataset or an application decides about rules. */
  public Checker with(RuleSettings other) {
    return new Checker(profile, clock, vocabularies, gazetteer, rules, other, dataset, validator);
  }

  /** Returns this checker knowing what the dataset says of itself: its licence, for instance. */
  public Checker with(@Nullable DatasetDescriptor descriptor) {
    return new Checker(
        profile, clock, vocabularies, gazetteer, rules, settings, descriptor, validator);
  }

  /**
   * Returns this checker with the application's own validator, which is then asked about every
   * record: its configuration may differ from the annotations.
   */
  public Checker withValidator(Validator own) {
    return new Checker(profile, clock, vocabularies, gazetteer, rules, settings, dataset, own);
  }

  /** Returns the profile in force. */
  public Profile profile() {
    return profile;
  }

  /** Returns the gazetteer in force, {@link Gazetteer#none()} when none was given. */
  public Gazetteer gazetteer() {
    return gazetteer;
  }

  /** Returns the day of a run that would begin now. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Returns the vocabularies in force. Give the same to importers that read for this checker. */
  public Vocabularies vocabularies() {
    return vocabularies;
  }

  /** Returns what is decided about rules. Give the same to importers that read for this checker. */
  public RuleSettings settings() {
    return settings;
  }

  /** Returns the rules in force. */
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  /** Begins a run over one dataset. */
  public Run start(FindingSink sink) {
    return new Run(this, sink);
  }

  /** Checks records that a program made, and ends the run. */
  public void check(Iterable<? extends Entry> entries, FindingSink sink) {
    try (Run run = start(sink)) {
      entries.forEach(entry -> run.accept(Located.of(entry)));
    }
  }

  /** One run of a checker over one dataset. Closing it runs the rules across records. */
  public static final class Run implements CheckContext, AutoCloseable {
    private final Checker checker;
    private final FindingSink sink;
    private final LocalDate today;
    private final boolean isPublication;
    private final EntryIndex entries = new EntryIndex();
    private final Census census = new Census();
    private boolean begun;
    private @Nullable References references;
    private final List<Rule> rules;
    private final boolean[] failed;
    private final List<RunningCheck> checks = new ArrayList<>();
    private final RecordChecks own;
    private boolean passes;
    private boolean closed;

    private Run(Checker checker, FindingSink sink) {
      this.checker = checker;
      this.sink = sink;
      this.today = LocalDate.now(checker.clock);
      this.isPublication = checker.profile == Profile.PUBLICATION;
      this.rules = checker.rules();
      this.failed = new boolean[rules.size()];
      this.own = new RecordChecks(this, checker.validator, checker.rules);
      for (int i = 0; i < rules.size(); i++) {
        try {
          start(i);
        } catch (RuntimeException e) {
          failed(i, null, e);
        }
      }
    }

    private void start(int number) {
      Rule rule = rules.get(number);
      if (severity(rule) == null) {
        return;
      }
      if (rule.isAboutOneRecord()) {
        own.add(number);
        return;
      }
      Check check = rule.start(this);
      if (check != null) {
        long bit = rule instanceof ScreenedRule screened ? own.screen(number, screened) : 0;
        checks.add(new RunningCheck(number, bit, check));
      }
    }

    /**
     * Returns what looks at records alone, for one of several threads: it has the constraints and
     * the rules that are about one record, and may be given records in any order. Give what it
     * returns to {@link #accept(Checked)}, in file order.
     */
    public Records records() {
      return new Records(own.again());
    }

    /**
     * Checks a record and tells whether it passes: in profile {@code echange} unless a required
     * part is null or there is an error about its identifier or title, in {@code publication}
     * unless there is any error about it. What rules find across records when the run is closed
     * cannot hold it back any more.
     *
     * <p>Findings come in this order: those of constraints, of rules about one record, of rules
     * across records.
     */
    public boolean accept(Located<? extends Entry> row) {
      requireOpen();
      return accept(own.check(row));
    }

    /**
     * Takes a record that was looked at alone, reports what was found, lets the rules across
     * records look at it, and tells whether it passes; see {@link #accept(Located)}. Used by one
     * thread, in file order.
     *
     * @throws IllegalArgumentException when it was checked for another run: an error of the program
     */
    public boolean accept(Checked<?> checked) {
      requireOpen();
      if (checked.run() != this) {
        throw new IllegalArgumentException("checked for another run");
      }
      Located<? extends Entry> row = checked.row();
      Entry entry = row.value();
      begun = true;
      census.add(entry);
      if (checked.told().isEmpty()) {
        passes = checked.passes();
      } else {
        passes = checked.isWhole() && !(isPublication && row.origin().hasErrors());
        checked.told().forEach(this::take);
      }
      if (checked.isWhole()) {
        // Without rules across records nobody asks who was there.
        if (!checks.isEmpty() || references != null) {
          entries.add(Schema.of(entry).name(), entry.id(), row.origin().record());
        }
        if (references != null) {
          references.add(row, checked.values());
        }
        for (int i = 0; i < checks.size(); i++) {
          look(checks.get(i), row, checked.concerned());
        }
      }
      return passes;
    }

    private void requireOpen() {
      if (closed) {
        throw new IllegalStateException("the run is closed");
      }
    }

    private void take(Checked.Told told) {
      Finding finding = told.finding();
      if (told.rule() >= 0 && failed[told.rule()]) {
        return;
      }
      if (told.failed()) {
        failed[told.rule()] = true;
      }
      if (finding == null) {
        passes = false;
      } else {
        report(finding);
        passes &= !told.failed();
      }
    }

    private void look(RunningCheck running, Located<? extends Entry> row, long concerned) {
      if (running.concerns(concerned) && !failed[running.rule()]) {
        try {
          running.check().entry(row);
        } catch (RuntimeException e) {
          failed(running.rule(), row, e);
        }
      }
    }

    private void end(RunningCheck running) {
      if (!failed[running.rule()]) {
        try {
          running.check().end();
        } catch (RuntimeException e) {
          failed(running.rule(), null, e);
        }
      }
    }

    /** Returns the counts of the records so far. */
    public Census census() {
      return census;
    }

    /** Runs the rules across records. Further calls do nothing. */
    @Override
    public void close() {
      if (!closed) {
        closed = true;
        if (references != null) {
          references.resolve();
        }
        checks.forEach(this::end);
      }
    }

    @Override
    public Profile profile() {
      return checker.profile;
    }

    @Override
    public LocalDate today() {
      return today;
    }

    @Override
    public Vocabularies vocabularies() {
      return checker.vocabularies;
    }

    @Override
    public Gazetteer gazetteer() {
      return checker.gazetteer;
    }

    @Override
    public @Nullable DatasetDescriptor dataset() {
      return checker.dataset;
    }

    @Override
    public int parameter(Rule rule, String name) {
      return checker.settings.parameter(rule, name);
    }

    @Override
    public @Nullable Severity severity(Rule rule) {
      return checker.settings.severity(rule, checker.profile);
    }

    @Override
    public EntryIndex entries() {
      return entries;
    }

    @Override
    public References references() {
      if (references == null) {
        if (begun) {
          throw new IllegalStateException("the first record has passed");
        }
        references = new References(entries);
      }
      return references;
    }

    @Override
    public void refuse(Rule rule) {
      if (isPublication && severity(rule) == Severity.ERROR) {
        passes = false;
      }
    }

    @Override
    public FindingBuilder finding(Rule rule, Located<? extends Entry> row) {
      return own.finding(rule, row, this::report);
    }

    @Override
    public FindingBuilder finding(Rule rule, Location location, String type, String id) {
      return new FindingBuilder(
          rule, severity(rule), checker.profile, this::report, null, location, type, id);
    }

    @Override
    public FindingBuilder finding(Rule rule, Location location) {
      return new FindingBuilder(
          rule, severity(rule), checker.profile, this::report, null, location, null, null);
    }

    /**
     * Tells whether a rule threw, at a record or when it began. Other threads may learn of it late:
     * what they still find by the rule is not reported.
     */
    boolean hasFailed(int number) {
      return failed[number];
    }

    /** A rule that throws is an error of the program; the others go on, and the run has failed. */
    private void failed(
        int number, @Nullable Located<? extends Entry> row, RuntimeException exception) {
      passes = false;
      failed[number] = true;
      sink.report(failure(rules.get(number), row, exception));
    }

    /** Returns the finding that a rule threw. */
    Finding failure(Rule rule, @Nullable Located<? extends Entry> row, RuntimeException exception) {
      Location place = row == null ? Location.startOf("") : row.origin().record();
      return new Finding(
          RunningCheck.FAILED,
          Severity.ERROR,
          checker.profile,
          place,
          row == null ? null : Schema.of(row.value()).name(),
          row == null ? null : RecordChecks.idOf(row.value()),
          null,
          rule.code(),
          exception.toString(),
          null);
    }

    /** Tells whether a finding about a record makes it not pass. */
    boolean holdsBack(Finding finding) {
      return finding.severity() == Severity.ERROR
          && (isPublication || "id".equals(finding.field()) || "titre".equals(finding.field()));
    }

    private void report(Finding finding) {
      passes &= !holdsBack(finding);
      sink.report(finding);
    }
  }

  /**
   * Looks at records alone, for a {@link Run}. Used by one thread; there may be one for each of
   * several threads.
   */
  public static final class Records {
    private final RecordChecks checks;

    private Records(RecordChecks checks) {
      this.checks = checks;
    }

    /** Runs the constraints and the rules about one record. */
    public <E extends Entry> Checked<E> check(Located<E> row) {
      return checks.check(row);
    }
  }
}
