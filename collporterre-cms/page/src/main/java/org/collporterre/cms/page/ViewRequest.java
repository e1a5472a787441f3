package org.collporterre.cms.page;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page's author asked for, by parameters of a plugin or macro: nothing in it is trusted.
 * Each parameter has a French and an English name.
 *
 * @param view (vue, view) one of the codes of {@link View}; unless said, the map, or the sheet when
 *     a record is named
 * @param source (source) which dataset, in the host's terms; empty for the host's own
 * @param filter (filtre, filter) see {@link Filter#parse}; empty for everything
 * @param record (fiche, record, id) the identifier of a record, or of one of a type {@code
 *     type/id}; empty for none
 * @param title (titre, title) a heading above it; empty for none
 * @param height (hauteur, height) of a map: petite, moyenne or grande
 * @param tiles (fond, tiles; attribution) another ground than the outlines; null for those
 * @param locale (langue, lang) fr, en or br; else what the host says
 */
public record ViewRequest(
    View view,
    String source,
    String filter,
    String record,
    String title,
    String height,
    @Nullable Tiles tiles,
    Locale locale) {
  /** The most characters of a parameter that are looked at. */
  private static final int LONGEST = 2_000;

  /**
   * Reads parameters; names that mean nothing are ignored, as hosts have their own.
   *
   * @param locale the language unless a parameter says one
   * @throws RequestException when a value means nothing
   */
  public static ViewRequest of(Map<String, String> parameters, Locale locale)
      throws RequestException {
    String record = first(parameters, "fiche", "record", "id");
    String asked = first(parameters, "vue", "view");
    String usual = record.isEmpty() ? View.MAP.code() : View.SHEET.code();
    View view = View.of(asked.isEmpty() ? usual : asked);
    if (view == null) {
      throw new RequestException("unknown-view", asked, String.join(", ", View.codes()));
    } else if (view == View.SHEET && record.isEmpty()) {
      throw new RequestException("record-missing");
    }
    String language = first(parameters, "langue", "lang");
    return new ViewRequest(
        view,
        first(parameters, "source"),
        first(parameters, "filtre", "filter"),
        record,
        first(parameters, "titre", "title"),
        height(first(parameters, "hauteur", "height")),
        tiles(first(parameters, "fond", "tiles"), first(parameters, "attribution")),
        language.isEmpty() ? locale : Locale.forLanguageTag(language));
  }

  private static String first(Map<String, String> parameters, String... names) {
    for (String name : names) {
      String value = parameters.get(name);
      if (value != null && !value.isBlank()) {
        return value.substring(0, Math.min(LONGEST, value.length())).strip();
      }
    }
    return "";
  }

  private static String height(String text) throws RequestException {
    return switch (text) {
      case "", "moyenne", "medium" -> "moyenne";
      case "petite", "small" -> "petite";
      case "grande", "large" -> "grande";
      default -> throw new RequestException("unknown-height", text, "petite, moyenne, grande");
    };
  }

  private static @Nullable Tiles tiles(String url, String attribution) throws RequestException {
    if (url.isEmpty()) {
      return null;
    } else if (!Tiles.isValid(url, attribution)) {
      throw new RequestException("tiles-refused", url);
    }
    return new Tiles(url, attribution);
  }
}
