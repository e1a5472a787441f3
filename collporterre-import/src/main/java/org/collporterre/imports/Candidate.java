package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.collporterre.report.OneLine;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** A source that perhaps holds a field, while it is weighed against others. Not thread-safe. */
final class Candidate {
  /** How many code points of a value are shown. */
  private static final int SHOWN = 40;

  /** Below this, in percent, a guess is no part of a mapping. */
  static final int SUFFICIENT = 50;

  private static final double MOST = 0.8;
  private static final double HALF = 0.5;

  /** So many values tell nothing against a name: the first row is often an example. */
  private static final int FEW = 3;

  private final SourceSample sample;
  private final List<Evidence> evidence = new ArrayList<>();
  private String target;
  private int confidence;
  private boolean used;

  Candidate(SourceSample sample, String target, int confidence, Evidence why) {
    this.sample = sample;
    this.target = target;
    this.confidence = confidence;
    evidence.add(why);
  }

  /** Returns what the name of a source speaks of, weighed with what it holds. */
  static Candidate named(SourceSample sample, HeaderWords words, Schema<?> schema) {
    Candidate candidate = new Candidate(sample, words.key(), words.confidence(), words.evidence());
    candidate.weigh(words.confidence() == 100, schema);
    boolean typo = words.evidence().code().equals("header-near");
    if (typo && !ValueTests.isTelling(words.key())) {
      // Any text would fit, so that a like name alone would decide.
      candidate.confidence = Math.min(candidate.confidence, SUFFICIENT - 5);
    }
    return candidate;
  }

  private void weigh(boolean certain, Schema<?> schema) {
    Predicate<String> test = ValueTests.of(target, schema);
    if (sample.isEmpty()) {
      add(Evidence.of("empty"), sample.records() == 0 ? confidence : confidence * 6 / 10);
      return;
    }
    if (sample.isConstant()) {
      add(Evidence.of("constant"), confidence);
    }
    double share = test == null ? 1 : sample.share(test);
    if (target.equals("id")) {
      share = Math.min(share, sample.variety() < 0.98 ? 0 : sample.fill());
    } else if (target.equals("titre") && sample.values().size() > 10 && sample.variety() < 0.1) {
      share = 0;
    } else if (share < MOST && isDate(schema)) {
      share = 1;
    }
    if (share >= MOST && test != null) {
      Evidence fits =
          target.equals("id") ? Evidence.of("values-unique") : Evidence.share("values-fit", share);
      add(fits, confidence + (100 - confidence) * 4 / 10);
    } else if (share < MOST) {
      String against = test == null ? sample.example() : sample.counterExample(test);
      boolean differs = share < HALF && sample.values().size() >= FEW;
      int rest = differs ? confidence * 35 / 100 : confidence * 8 / 10;
      add(
          new Evidence("values-differ", OneLine.cut(against, SHOWN)),
          certain ? Math.max(rest, 60) : rest);
    }
  }

  private boolean isDate(Schema<?> schema) {
    Field field = schema.field(target);
    return field != null && ProposedFields.form(field, sample) != null;
  }

  /** Returns the one of several that is used for a target, or null. */
  static @Nullable Candidate used(List<Candidate> candidates, String target) {
    return candidates.stream()
        .filter(one -> one.isUsed() && one.target().equals(target))
        .findFirst()
        .orElse(null);
  }

  /** Adds a reason, and says how sure the guess is now. */
  void add(Evidence why, int now) {
    evidence.add(why);
    confidence = now;
  }

  void retarget(String other) {
    target = other;
  }

  void use() {
    used = true;
  }

  void leave() {
    used = false;
  }

  boolean isUsed() {
    return used;
  }

  SourceSample sample() {
    return sample;
  }

  String target() {
    return target;
  }

  int confidence() {
    return confidence;
  }

  List<Evidence> evidence() {
    return evidence;
  }

  /** Returns the keys that it would give a value. */
  List<String> keys() {
    return target.equals("siret")
        ? List.of("identifiants_externes")
        : Arrays.asList(target.split(",", -1));
  }

  /** Tells whether it is a title that identifies too. */
  boolean isTitle() {
    return evidence.contains(Evidence.of("title-unique"));
  }

  /** Tells whether it is for both coordinates in one text. */
  boolean isPair() {
    return target.indexOf(',') > 0;
  }
}
