package org.collporterre.export.lineage;

import java.util.Locale;
import java.util.function.Function;
import org.collporterre.lineage.ExcerptChoice;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of a lineage and how it is worded. Immutable.
 *
 * @param locale French, or English for any other
 * @param title the title; null for a general one
 * @param baseUri where the records' pages are, {@code https://…/}: a record's is found under its
 *     type and identifier; null when they have none
 * @param names gives the names of territories
 * @param choice what is shown
 */
public record LineageOptions(
    Locale locale,
    @Nullable String title,
    @Nullable String baseUri,
    Function<Territory, String> names,
    ExcerptChoice choice) {
  /**
   * @throws IllegalArgumentException when the base is no {@code https} address that ends with a
   *     slash
   */
  public LineageOptions {
    if (baseUri != null && !(baseUri.startsWith("https://") && baseUri.endsWith("/"))) {
      throw new IllegalArgumentException("not a base for addresses: " + baseUri);
    }
  }

  /** Returns the title, or the general one in some words. */
  String title(LineageWords words) {
    return title == null ? words.text("title") : title;
  }

  /** Returns the usual excerpt, territories by their codes, no links to pages. */
  public static LineageOptions in(Locale locale) {
    return new LineageOptions(locale, null, null, Territory::toString, ExcerptChoice.USUAL);
  }

  /** Returns these with a title. */
  public LineageOptions withTitle(@Nullable String title) {
    return new LineageOptions(locale, title, baseUri, names, choice);
  }

  /** Returns these with links to pages of records. */
  public LineageOptions withBaseUri(@Nullable String baseUri) {
    return new LineageOptions(locale, title, baseUri, names, choice);
  }

  /** Returns these with names of territories. */
  public LineageOptions withNames(Function<Territory, String> names) {
    return new LineageOptions(locale, title, baseUri, names, choice);
  }

  /** Returns these with another choice of what is shown. */
  public LineageOptions withChoice(ExcerptChoice choice) {
    return new LineageOptions(locale, title, baseUri, names, choice);
  }
}
