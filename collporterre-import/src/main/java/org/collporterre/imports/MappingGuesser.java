package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Decides which source is which field. Each source is weighed for what its name and its values
 * speak of; the surest guess about a field is taken, the others stay as alternatives.
 */
final class MappingGuesser {
  private static final String TITLE = "titre";
  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";

  /** What is no field of its own, but part of an address. */
  static final Set<String> PARTS = Set.of("numero", "suffixe", "complement");

  private static final Comparator<Candidate> SUREST =
      Comparator.comparing(Candidate::confidence)
          .thenComparing(candidate -> Math.min(1, candidate.sample().fill()))
          .thenComparing(MappingGuesser::positions)
          .reversed();

  private final Schema<?> schema;
  private final List<SourceSample> samples;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<SourceSample> otherThings = new HashSet<>();
  private final Map<String, Candidate> taken = new HashMap<>();
  private final Set<String> said;

  private MappingGuesser(Schema<?> schema, List<SourceSample> samples, Set<String> said) {
    this.schema = schema;
    this.samples = samples;
    this.said = said;
  }

  /**
   * Returns all guesses, the surest first; those of a field that another has are not used.
   *
   * @param said keys that need no guess
   */
  static List<Candidate> of(Schema<?> schema, List<SourceSample> samples, Set<String> said) {
    MappingGuesser guesser = new MappingGuesser(schema, samples, said);
    guesser.collect();
    guesser.decide();
    return guesser.candidates;
  }

  /** Of several positions, those that differ most say most: others are of places around. */
  private static double positions(Candidate candidate) {
    return candidate.isPair() ? candidate.sample().variety() : 0;
  }

  private void collect() {
    List<SourceSample> silent = new ArrayList<>();
    for (SourceSample sample : samples) {
      int before = candidates.size();
      HeaderWords words = HeaderWords.of(sample.name(), schema).stream().findFirst().orElse(null);
      if (words != null && words.key().equals(HeaderWords.NOTHING)) {
        otherThings.add(sample);
      } else if (sample.name().equals(SourceSampler.KEY)) {
        candidates.add(new Candidate(sample, "id", 95, Evidence.of("values-unique")));
      } else if (words != null && isTarget(words.key())) {
        candidates.add(Candidate.named(sample, words, schema));
      } else {
        addIfAny(ValueCandidates.projected(sample, schema));
      }
      boolean weak =
          candidates.size() == before || candidates.get(before).confidence() < Candidate.SUFFICIENT;
      if (weak) {
        addIfAny(ValueCandidates.of(sample, schema));
      }
      if (candidates.size() == before) {
        silent.add(sample);
      }
    }
    boolean located = candidates.stream().anyMatch(one -> one.keys().contains(LATITUDE));
    if (!located && isTarget(LATITUDE)) {
      candidates.addAll(ValueCandidates.degrees(silent));
    }
  }

  private void addIfAny(@Nullable Candidate candidate) {
    if (candidate != null && isTarget(candidate.target())) {
      candidates.add(candidate);
    }
  }

  private boolean isTarget(String target) {
    if (PARTS.contains(target)) {
      return schema.field("adresse") != null;
    }
    String key = target.equals("siret") ? "identifiants_externes" : target.split(",", -1)[0];
    return schema.field(key) != null;
  }

  private void decide() {
    candidates.sort(SUREST);
    Set<SourceSample> used = new HashSet<>();
    for (Candidate candidate : candidates) {
      Candidate winner = winner(candidate);
      if (winner != null) {
        Evidence lost = new Evidence("taken", winner.sample().name());
        candidate.add(lost, candidate.confidence());
      } else if (candidate.confidence() >= Candidate.SUFFICIENT
          && candidate.keys().stream().noneMatch(said::contains)
          && used.add(candidate.sample())) {
        candidate.use();
        candidate.keys().forEach(key -> taken.put(key, candidate));
      }
    }
    requireBoth();
    order();
    nameless();
    identify();
  }

  private @Nullable Candidate winner(Candidate candidate) {
    return candidate.keys().stream()
        .map(taken::get)
        .filter(one -> one != null)
        .findFirst()
        .orElse(null);
  }

  /** One coordinate is none: then the best text of both, if there is one, takes its place. */
  private void requireBoth() {
    Candidate latitude = taken.get(LATITUDE);
    Candidate longitude = taken.get(LONGITUDE);
    if (latitude == null == (longitude == null) || said.contains(LATITUDE)) {
      return;
    }
    Candidate alone = latitude == null ? longitude : latitude;
    if (alone != null && !alone.isPair()) {
      alone.leave();
      alone.add(Evidence.of("half"), Math.min(alone.confidence(), 40));
      taken.values().remove(alone);
      for (Candidate other : candidates) {
        if (other.isPair() && other.confidence() >= Candidate.SUFFICIENT) {
          other.use();
          other.keys().forEach(key -> taken.put(key, other));
          return;
        }
      }
    }
  }

  private void order() {
    Candidate latitude = taken.get(LATITUDE);
    Candidate longitude = taken.get(LONGITUDE);
    if (latitude == null || longitude == null) {
      return;
    }
    if (latitude.isPair()) {
      boolean first = ValueCandidates.isLongitudeFirst(latitude.sample());
      if (first && latitude.target().startsWith(LATITUDE)) {
        latitude.retarget(LONGITUDE + "," + LATITUDE);
        latitude.add(Evidence.of("longitude-first"), latitude.confidence());
      }
    } else if (ValueCandidates.areSwapped(latitude.sample(), longitude.sample())) {
      latitude.retarget(LONGITUDE);
      longitude.retarget(LATITUDE);
      latitude.add(Evidence.of("swapped"), 60);
      longitude.add(Evidence.of("swapped"), 60);
    }
  }

  /** Without a column that identifies, a title does, if no two are alike. */
  private void identify() {
    Candidate title = Candidate.used(candidates, TITLE);
    if (taken.containsKey("id") || said.contains("id") || said.contains(TITLE) || title == null) {
      return;
    }
    SourceSample sample = title.sample();
    if (sample.variety() == 1 && sample.fill() == 1) {
      Candidate id = new Candidate(sample, "id", 55, Evidence.of("title-unique"));
      id.use();
      candidates.add(id);
    }
  }

  /** A record must have a title: the most varied of the short texts, also one used elsewhere. */
  private void nameless() {
    if (taken.containsKey(TITLE) || said.contains(TITLE)) {
      return;
    }
    SourceSample best = null;
    double most = 0;
    for (SourceSample sample : samples) {
      double names = sample.share(ValueTests.NAME);
      double capitals = sample.share(ValueTests.CAPITALS) > 0.8 ? 0.8 : 1;
      double worth = sample.variety() * Math.min(1, sample.fill()) * capitals * names;
      boolean possible = names > 0.8 && sample.averageLength() <= 100;
      if (possible && !otherThings.contains(sample) && worth > most) {
        best = sample;
        most = worth;
      }
    }
    if (best != null) {
      int confidence = most > 0.2 ? 52 : 40;
      Candidate title = new Candidate(best, TITLE, confidence, Evidence.of("title-fallback"));
      if (confidence >= Candidate.SUFFICIENT) {
        title.use();
      }
      candidates.add(title);
    }
  }
}
