package org.collporterre.cms.page;

import org.collporterre.model.Entry;

/** Knows where the page of a record is. Must be thread-safe. */
@FunctionalInterface
public interface Links {
  /** No record has a page of its own: lists show what there is to say in place. */
  Links NONE = entry -> "";

  /**
   * Returns the address of the page of a record, absolute or relative to the page that it will
   * stand in; empty when there is none. What is neither relative nor {@code http} or {@code https}
   * is left out of pages.
   */
  String address(Entry entry);
}
