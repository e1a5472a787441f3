package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * The mappings that come with this library, for files of known platforms and standards. A file is
 * read with one of them when it has all names of its fingerprint, and nothing else was said of how
 * to read it.
 */
public final class Presets {
  /** The code of what says which was chosen; without it, none is. */
  static final String CHOSEN = "preset-chosen";

  private static final List<String> NAMES =
      List.of(
          "bnlc",
          "communecter",
          "gogocarto",
          "i4p",
          "mednum",
          "murmurations",
          "okh",
          "openfairdb",
          "osm",
          "participedia",
          "participedia-methodes",
          "scdl",
          "yeswiki");

  private Presets() {}

  /** Read when first asked for. */
  private static final class All {
    static final List<Mapping> MAPPINGS = NAMES.stream().map(Presets::read).toList();
  }

  /** Returns all presets, by name. */
  public static List<Mapping> all() {
    return All.MAPPINGS;
  }

  /** Returns the preset of a name. */
  public static Optional<Mapping> named(String name) {
    return all().stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /**
   * Returns the preset of which all names of a fingerprint are among some names, compared as
   * headers are: of several the one with the longest.
   */
  public static Optional<Mapping> matching(Set<String> names) {
    Set<String> folded = new HashSet<>();
    names.forEach(name -> folded.add(Schema.foldHeader(name)));
    Mapping best = null;
    int most = 0;
    for (Mapping preset : all()) {
      int size = preset.recognised(name -> folded.contains(Schema.foldHeader(name)));
      if (size > most) {
        best = preset;
        most = size;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Tells whether one may be chosen: nothing was said of how to read, and nothing against it. */
  static boolean mayBeChosen(ImportSettings settings) {
    return settings.mapping().isNone() && settings.allows(CHOSEN);
  }

  /**
   * Returns the preset to read a table with when nothing was said of how; empty when something was,
   * when no fingerprint matches, or when the names are as much those of our own format.
   */
  static Optional<Mapping> chosen(
      ImportSettings settings, Schema<?> schema, Collection<String> names) {
    int own = mayBeChosen(settings) ? own(schema, names) : names.size();
    // Without a name to win by, presets need not be read.
    if (own == names.size()) {
      return Optional.empty();
    }
    return matching(new HashSet<>(names))
        .filter(preset -> preset.type().map(schema.type()::equals).orElse(true))
        .filter(preset -> others(preset, names) > own);
  }

  /** Returns how many names are keys of our own format; all, where one is only ours. */
  private static int own(Schema<?> schema, Collection<String> names) {
    int own = 0;
    for (String name : names) {
      Field field = schema.byHeader(name);
      String folded = Schema.foldHeader(name);
      if (folded.equals("titre")) {
        return names.size();
      }
      boolean isKey =
          field != null && (folded.equals(field.key()) || folded.equals(field.englishKey()));
      own += isKey ? 1 : 0;
    }
    return own;
  }

  private static int others(Mapping preset, Collection<String> names) {
    int others = 0;
    for (String name : names) {
      others += preset.sources().containsKey(name) ? 1 : 0;
    }
    return others;
  }

  private static Mapping read(String name) {
    String file = "presets/" + name + ".json";
    try (InputStream in = Presets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return Mapping.read(in, file, Presets::refuse).orElseThrow().asPreset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(org.collporterre.report.Finding finding) {
    throw new IllegalStateException(finding.toString());
  }
}
