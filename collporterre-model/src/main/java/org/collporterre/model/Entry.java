package org.collporterre.model;

import java.time.LocalDate;
import java.util.List;

/** A record of the format: an {@link Initiative}, a {@link Portrait} or a {@link Methodology}. */
public sealed interface Entry permits Initiative, Portrait, Methodology {
  /** The record types, in the order in which they are listed everywhere. */
  List<Class<? extends Entry>> TYPES = List.of(Initiative.class, Portrait.class, Methodology.class);

  /** Returns what identifies and names the thing described. */
  Header header();

  /** Returns what is said of the record itself: language, dates, licence, sources. */
  Sheet sheet();

  /** Returns the identifier, unique among records of the type. */
  default String id() {
    return header().id();
  }

  /** Returns the title. */
  default LocalizedText title() {
    return header().title();
  }

  /**
   * Returns why the record must not be shown to the public on a day: a rule's code such as {@code
   * record-not-published} or {@code consent-missing}; empty text when it may be shown. Exporters of
   * public formats leave out records for which this is not empty, and report them.
   */
  String withheld(LocalDate today);
}
