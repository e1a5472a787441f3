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
import org.collporterre.model.Portrait;
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
    private final EntryIndex entries = new EntryIndex();
    private final Census census = new Census();
    private @Nullable References references;
    private final ConstraintCheck constraints;
    private final List<RunningCheck> checks = new ArrayList<>();
    private boolean passes;
    private boolean closed;

    private Run(Checker checker, FindingSink sink) {
      this.checker = checker;
      this.sink = sink;
      this.today = LocalDate.now(checker.clock);
      this.constraints = new ConstraintCheck(this, checker.rules, checker.validator);
      for (Rule rule : checker.rules.values()) {
        if (severity(rule) != null) {
          RunningCheck check = RunningCheck.start(rule, this, this::failed);
          if (check != null) {
            checks.add(check);
          }
        }
      }
    }

    /**
     * Checks a record and tells whether it passes: in profile {@code echange} unless a required
     * part is null or there is an error about its identifier or title, in {@code publication}
     * unless there is any error about it. What rules find across records when the run is closed
     * cannot hold it back any more.
     */
    public boolean accept(Located<? extends Entry> row) {
      if (closed) {
        throw new IllegalStateException("the run is closed");
      }
      passes = !(checker.profile == Profile.PUBLICATION && row.origin().hasErrors());
      Entry entry = row.value();
      census.add(entry);
      constraints.entry(row);
      if (isWhole(entry)) {
        entries.add(Schema.of(entry).name(), entry.id(), row.origin().record());
        if (references != null) {
          references.add(row);
        }
        for (RunningCheck check : checks) {
          check.entry(row);
        }
      } else {
        passes = false;
      }
      return passes;
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
        checks.forEach(RunningCheck::end);
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
        if (entries.size() > 0) {
          throw new IllegalStateException("the first record has passed");
        }
        references = new References(entries);
      }
      return references;
    }

    @Override
    public void refuse(Rule rule) {
      if (checker.profile == Profile.PUBLICATION && severity(rule) == Severity.ERROR) {
        passes = false;
      }
    }

    @Override
    public FindingBuilder finding(Rule rule, Located<? extends Entry> row) {
      return new FindingBuilder(
          rule,
          severity(rule),
          checker.profile,
          this::report,
          row,
          row.origin().record(),
          Schema.of(row.value()).name(),
          idOf(row.value()));
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

    /** A rule that throws is an error of the program; the others go on, and the run has failed. */
    private void failed(
        Rule rule, @Nullable Located<? extends Entry> row, RuntimeException exception) {
      passes = false;
      Location place = row == null ? Location.startOf("") : row.origin().record();
      sink.report(
          new Finding(
              RunningCheck.FAILED,
              Severity.ERROR,
              checker.profile,
              place,
              row == null ? null : Schema.of(row.value()).name(),
              row == null ? null : idOf(row.value()),
              null,
              rule.code(),
              exception.toString(),
              null));
    }

    private void report(Finding finding) {
      if (finding.severity() == Severity.ERROR
          && (checker.profile == Profile.PUBLICATION
              || "id".equals(finding.field())
              || "titre".equals(finding.field()))) {
        passes = false;
      }
      sink.report(finding);
    }

    @SuppressWarnings({"ConstantConditions", "NullAway"})
    private static @Nullable String idOf(Entry entry) {
      return entry.header() == null ? null : entry.id();
    }
  }
}
