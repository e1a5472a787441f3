package org.collporterre.cms.connect;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * A page of a wiki.
 *
 * @param title its title
 * @param exists whether it is there
 * @param usable whether a page of articles may have this title
 * @param revision the number of its newest revision
 * @param text its text
 */
record WikiPage(String title, boolean exists, boolean usable, String revision, String text) {
  /** Returns the page that an item of {@code prop=revisions} describes. */
  static WikiPage of(JsonValue page) {
    List<JsonValue> revisions = Members.items(page, "revisions");
    JsonValue revision = revisions.isEmpty() ? JsonValue.NULL : revisions.get(0);
    return new WikiPage(
        Members.text(page, "title"),
        !Members.has(page, "missing") && !revisions.isEmpty(),
        !Members.has(page, "invalid") && Members.text(page, "ns").equals("0"),
        Members.text(revision, "revid"),
        Members.text(revision, "slots", "main", "content"));
  }
}
