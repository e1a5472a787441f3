package org.collporterre.check;

import java.time.LocalDate;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What a check may ask of the run it is in. */
public interface CheckContext {
  /** Returns the profile in force. */
  Profile profile();

  /** Returns the day of the run, from the checker's clock. */
  LocalDate today();

  /** Returns the vocabularies in force. */
  Vocabularies vocabularies();

  /** Returns the gazetteer in force, {@link Gazetteer#none()} when none was given. */
  Gazetteer gazetteer();

  /** Returns what the dataset says of itself, or null when it says nothing. */
  @Nullable DatasetDescriptor dataset();

  /**
   * Returns a number of a rule: the one that the dataset or the application sets, else its own.
   *
   * @throws IllegalArgumentException when the rule has no such number: an error of the program
   */
  int parameter(Rule rule, String name);

  /** Returns how bad the findings of a rule are in this run, or null where it is off. */
  @Nullable Severity severity(Rule rule);

  /** Returns the identifiers met so far; at the record's own turn, its own is among them. */
  EntryIndex entries();

  /**
   * Returns the references between the records. Ask for them when the rule starts, and look at them
   * when the run ends.
   *
   * @throws IllegalStateException when nobody asked for them before the first record
   */
  References references();

  /**
   * Makes the record whose turn it is not pass, as an error about it would, without a further
   * finding.
   */
  void refuse(Rule rule);

  /** Begins a finding about a record. */
  FindingBuilder finding(Rule rule, Located<? extends Entry> row);

  /** Begins a finding about a record that was remembered by place, type and identifier only. */
  FindingBuilder finding(Rule rule, Location location, String type, String id);

  /** Begins a finding about the dataset as a whole. */
  FindingBuilder finding(Rule rule, Location location);

  /** Begins a finding about a reference, at its place, with the text it was written with. */
  default FindingBuilder finding(Rule rule, References.Edge edge) {
    EntryIndex entries = entries();
    return finding(rule, edge.place(), entries.type(edge.source()), entries.id(edge.source()))
        .field(edge.field().key())
        .value(edge.id());
  }
}
