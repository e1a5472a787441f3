package org.collporterre.imports.documents;

import java.util.List;
import org.collporterre.model.Media;
import org.jspecify.annotations.Nullable;

/**
 * What a document holds.
 *
 * @param blocks its text, in order
 * @param said what it says of itself
 * @param pictures the pictures it shows that have an address of their own
 * @param embedded the names of the pictures inside it
 * @param links the addresses it links to
 */
record DocumentText(
    List<Block> blocks,
    Said said,
    List<Media> pictures,
    List<String> embedded,
    List<String> links) {
  /**
   * What a document says of itself outside of its text.
   *
   * @param title the title, or null
   * @param language the language, or null
   * @param authors who wrote it
   * @param created when it was made, ISO 8601, or null
   * @param modified when it was last changed, ISO 8601, or null
   * @param license the licence, in any form, or null
   */
  record Said(
      @Nullable String title,
      @Nullable String language,
      List<String> authors,
      @Nullable String created,
      @Nullable String modified,
      @Nullable String license) {}
}
