package org.collporterre.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.collporterre.model.Methodology;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * Made-up methodologies, about 300 bytes each: two in three derive from an earlier one, one in ten
 * from two, some under a licence that does not allow it or with older dates. Each depends on the
 * seed and its own number only.
 */
final class Methodologies {
  private static final List<String> LICENCES =
      List.of("CC-BY-SA-4.0", "CC-BY-SA-4.0", "CC-BY-SA-4.0", "CC-BY-SA-3.0", "CC-BY-4.0");
  private static final List<String> KINDS =
      List.of("adaptation", "adaptation", "traduction", "extrait", "nouvelle-version");
  private static final List<String> STATES = List.of("en-cours", "complet", "complet", "eprouve");

  private Methodologies() {}

  static String id(int number) {
    return "methode-" + Integer.toString(number, 36);
  }

  /** Writes so many, as written from initiatives of the same seed. */
  static void write(int count, long seed, long rows, Path file) throws IOException {
    List<String> header = Schema.of(Methodology.class).fields().stream().map(Field::key).toList();
    Initiatives initiatives = new Initiatives(seed, rows, count);
    Cells cells = new Cells(header);
    StringBuilder text = new StringBuilder();
    cells.writeHeader(text);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int number = 0; number < count; number++) {
        fill(number, new Dice(seed + 2, number), cells);
        Dice dice = new Dice(seed + 3, number);
        cells.put("documente", initiatives.id(dice.below((int) rows)));
        cells.write(text);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
      }
    }
  }

  private static void fill(int number, Dice dice, Cells cells) {
    cells.clear();
    cells.put("id", id(number));
    cells.put("titre", "Méthode n° " + (number + 1));
    cells.put("resume", Phrases.sentence(dice));
    cells.put("version", "1." + dice.below(4));
    cells.put("etat_documentation", dice.pick(STATES));
    cells.put("licence", dice.pick(LICENCES));
    cells.put("auteurs", Phrases.name(dice));
    cells.put("date_creation", 2005 + Math.min(15, number / 1000) + dice.below(3) + "-06-15");
    cells.put("date_maj", "2024-01-15");
    if (number > 0 && dice.percent(66)) {
      String parent = id(dice.below(number));
      String other = id(dice.below(number));
      cells.put("derive_de", dice.percent(10) ? parent + "|" + other : parent);
      cells.put("nature_derivation", dice.pick(KINDS));
      cells.put("modifications", Phrases.sentence(dice));
    }
  }
}
