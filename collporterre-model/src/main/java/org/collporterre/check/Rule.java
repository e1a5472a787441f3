package org.collporterre.check;

import java.util.List;
import java.util.Locale;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be wrong with the data. A rule is stateless; what it must remember during a
 * run is in the {@link Check} it starts.
 */
public interface Rule {
  /** The minor version of the library in which the first rules came. */
  String FIRST_VERSION = "0.1";

  /** Returns the code, kebab-case; it names the offence and is permanent. */
  String code();

  /** Returns how bad a finding is in a profile, or null where the rule is off. */
  @Nullable Severity severity(Profile profile);

  /**
   * Returns the minor version of the library in which the rule came, {@code 0.2}; see {@link
   * RuleLife}. Rules that are not of the library leave it as it is: they are not new by it.
   */
  default String since() {
    return FIRST_VERSION;
  }

  /**
   * Tells whether a dataset may turn the rule off. It may not where the finding tells of data that
   * could not be read and would be lost without a word.
   */
  default boolean canBeOff() {
    return true;
  }

  /** Returns the numbers of the rule that a dataset may set; most rules have none. */
  default List<RuleParameter> parameters() {
    return List.of();
  }

  /**
   * Tells whether the rule looks at each record alone, so that several threads can do it, each with
   * a check of its own that gets some of the records. Such a check remembers nothing from one
   * record to the next, asks its context neither for {@link CheckContext#entries()} nor for {@link
   * CheckContext#references()}, and is not told of the end. Other rules see all records, in file
   * order, in one thread.
   */
  default boolean isAboutOneRecord() {
    return false;
  }

  /**
   * Begins a run, and of a rule about one record, work in a further thread. A rule whose findings
   * are made elsewhere, by a reader or by a constraint, returns null.
   */
  default @Nullable Check start(CheckContext context) {
    return null;
  }

  /**
   * Returns the sentence of a finding for rules that are not of this library; null takes it from
   * the library's messages. The text may hold {@code {value}}, {@code {expected}}, {@code {field}},
   * {@code {id}} and {@code {suggestion}}; a part in square brackets is left out when one of those
   * in it is missing.
   */
  default @Nullable String message(Locale locale) {
    return null;
  }
}
