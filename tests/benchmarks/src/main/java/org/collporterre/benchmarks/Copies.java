package org.collporterre.benchmarks;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Makes of a row a second description of the same initiative, as another person would write it:
 * other capitals, no accents, an article left out, a slip of the pen; up to 200 m away; perhaps
 * without municipality or page.
 */
final class Copies {
  /** What the identifier of a copy ends with. */
  static final String MARK = "-bis";

  private static final double METRES_PER_DEGREE = 111_195;

  /** East to west a degree is shorter in France: 0.65 to 0.75 of one north to south. */
  private static final double SHORTER = 0.7;

  private static final List<String> ARTICLES = List.of(" de l’", " des ", " de ", " du ", " la ");

  private Copies() {}

  /** Changes the cells of a row into those of its copy. */
  static void change(Cells cells, Dice dice) {
    cells.put("id", cells.get("id") + MARK);
    cells.put("identifiants_externes", "");
    cells.put("titre", title(cells.get("titre"), dice));
    if (dice.percent(50)) {
      cells.put("site_web", "");
      cells.put("courriel", "");
      cells.put("courriel_public", "");
    }
    if (!cells.get("latitude").isEmpty()) {
      boolean precise = cells.get("precision_position").isEmpty();
      move(cells, dice);
      if (precise && dice.percent(50)) {
        List.of("code_insee", "code_postal", "commune").forEach(key -> cells.put(key, ""));
      }
    }
  }

  private static String title(String title, Dice dice) {
    String changed = title;
    if (dice.percent(30)) {
      changed = changed.toUpperCase(Locale.ROOT);
    }
    if (dice.percent(30)) {
      changed = Normalizer.normalize(changed, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
    if (dice.percent(30)) {
      for (String article : ARTICLES) {
        changed = changed.replace(article, " ");
      }
    }
    return dice.percent(30) ? slip(changed, dice) : changed;
  }

  /** A letter of the first word left out, or two the wrong way round. */
  private static String slip(String title, Dice dice) {
    int at = 1 + dice.below(title.indexOf(' ') - 2);
    String end = title.substring(at + 1);
    return dice.percent(50)
        ? title.substring(0, at) + end
        : title.substring(0, at) + end.charAt(0) + title.charAt(at) + end.substring(1);
  }

  private static void move(Cells cells, Dice dice) {
    double metres = dice.below(201) / METRES_PER_DEGREE;
    double direction = Math.toRadians(dice.below(360));
    cells.put("latitude", degrees(cells.get("latitude"), metres * Math.sin(direction)));
    cells.put("longitude", degrees(cells.get("longitude"), metres * Math.cos(direction) / SHORTER));
  }

  private static String degrees(String before, double more) {
    return String.format(Locale.ROOT, "%.5f", Double.parseDouble(before) + more);
  }
}
