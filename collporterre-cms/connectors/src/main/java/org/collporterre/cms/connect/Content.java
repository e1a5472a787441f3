package org.collporterre.cms.connect;

import org.collporterre.model.Entry;

/** What a record looks like on a page. */
@FunctionalInterface
public interface Content {
  /**
   * Returns HTML in which every text of the record is escaped, without scripts and comments; the
   * same for the same record.
   */
  String html(Entry entry);
}
