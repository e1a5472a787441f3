package org.collporterre.schema;

import java.util.Map;
import org.collporterre.model.IsoDuration;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/** Reads durations, also as people write them: {@code 12 mois}. */
final class Durations {
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("an", "P#Y"),
          Map.entry("ans", "P#Y"),
          Map.entry("annee", "P#Y"),
          Map.entry("annees", "P#Y"),
          Map.entry("year", "P#Y"),
          Map.entry("years", "P#Y"),
          Map.entry("mois", "P#M"),
          Map.entry("month", "P#M"),
          Map.entry("months", "P#M"),
          Map.entry("semaine", "P#W"),
          Map.entry("semaines", "P#W"),
          Map.entry("week", "P#W"),
          Map.entry("weeks", "P#W"),
          Map.entry("jour", "P#D"),
          Map.entry("jours", "P#D"),
          Map.entry("day", "P#D"),
          Map.entry("days", "P#D"),
          Map.entry("h", "PT#H"),
          Map.entry("heure", "PT#H"),
          Map.entry("heures", "PT#H"),
          Map.entry("hour", "PT#H"),
          Map.entry("hours", "PT#H"),
          Map.entry("min", "PT#M"),
          Map.entry("minute", "PT#M"),
          Map.entry("minutes", "PT#M"));

  private Durations() {}

  static @Nullable IsoDuration read(String text, ValueType.Notes notes) {
    IsoDuration plain = IsoDuration.parse(text);
    if (plain != null) {
      return plain;
    }
    IsoDuration meant = meant(Folding.fold(text));
    if (meant == null) {
      notes.refused("duration-invalid", "P6M", null);
    } else {
      notes.repaired("duration-normalised", meant.text());
    }
    return meant;
  }

  private static @Nullable IsoDuration meant(String folded) {
    int digits = 0;
    while (digits < folded.length()
        && folded.charAt(digits) >= '0'
        && folded.charAt(digits) <= '9') {
      digits++;
    }
    String unit = UNITS.get(folded.substring(digits).strip());
    return digits == 0 || unit == null
        ? null
        : IsoDuration.parse(unit.replace("#", folded.substring(0, digits)));
  }
}
