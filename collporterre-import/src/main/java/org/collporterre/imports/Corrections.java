package org.collporterre.imports;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/**
 * The corrections that findings propose, gathered while a file is read and checked, to be made in
 * it by {@link Importer#correct}. About 200 bytes for each; not thread-safe.
 *
 * <pre>{@code
 * Corrections corrections = Corrections.safe();
 * try (EntryReader<Initiative> in = importer.open(file, Initiative.class, corrections);
 *     Checker.Run check = Checker.standard().start(corrections)) {
 *   in.forEach(check::accept);
 * }
 * Corrections.Outcome outcome = importer.correct(file, Initiative.class, corrections, copy);
 * }</pre>
 *
 * <p>Of several corrections of one cell the first is made; {@link Outcome#later} says how many wait
 * for the copy to be read again.
 */
public final class Corrections implements FindingSink {
  /** Why a correction was not made. */
  public enum Reason {
    /** The file has no column, or the record no member, for the field. */
    NO_COLUMN,
    /** The row is too short to have the cell. */
    NO_CELL,
    /** A mapping makes the field of several columns or texts. */
    MADE,
    /** The text holds other fields too. */
    SHARED,
    /** The names of JSON members, and of columns that a preset goes by, are not changed. */
    NAME,
    /** Another column has the name already. */
    NAME_TAKEN,
    /** The encoding of the file has no such characters. */
    CHARACTERS,
    /** The encoding of the file is not one in which single cells can be replaced. */
    ENCODING,
    /** The place holds no single text or number. */
    NOT_SCALAR,
    /** The file writes the value in another way than the correction. */
    OTHER_FORM,
    /** The file says so already: what is wrong comes from elsewhere. */
    NO_EFFECT,
    /** The caller refused that normalization, see {@link Importer#without}. */
    REFUSED,
    /** Files of this format are not corrected. */
    FORMAT,
    /** The place could not be found again. */
    NOT_FOUND
  }

  /**
   * Corrections of a rule that were not made, for one reason.
   *
   * @param code the rule
   * @param reason why
   * @param field the field or column, empty when there is none
   * @param first where the first of them would have been made
   * @param count how many
   */
  public record Left(String code, Reason reason, String field, Location first, int count) {}

  /**
   * What was made of corrections.
   *
   * @param applied how many were made, by rule
   * @param later how many wait because another one changed the same cell
   * @param left those that cannot be made, in the order of their first places
   * @param files the files that were changed, as findings call them, with their encodings
   */
  public record Outcome(
      Map<String, Integer> applied, int later, List<Left> left, Map<String, Charset> files) {
    public Outcome {
      applied = Collections.unmodifiableMap(new TreeMap<>(applied));
      left = List.copyOf(left);
      files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Tells whether any correction was made. */
    public boolean isChanged() {
      return !applied.isEmpty();
    }
  }

  private static final String REFUSED = "normalisation-refused";

  private final boolean unsafeToo;
  private final Map<String, List<Correction>> byFile = new HashMap<>();
  private final Map<String, Mapping> presets = new HashMap<>();
  private final Map<String, Integer> unsafe = new TreeMap<>();

  private Corrections(boolean unsafeToo) {
    this.unsafeToo = unsafeToo;
  }

  /** Returns an empty collection of safe corrections: those that cannot change the meaning. */
  public static Corrections safe() {
    return new Corrections(false);
  }

  /** Returns an empty collection that also takes corrections a person should look at. */
  public static Corrections all() {
    return new Corrections(true);
  }

  /** Takes the correction that a finding proposes, if any. */
  @Override
  public void report(Finding finding) {
    Fix fix = finding.fix();
    if (finding.code().equals(Presets.CHOSEN)) {
      Optional.ofNullable(finding.value())
          .flatMap(Presets::named)
          .ifPresent(preset -> presets.put(finding.location().file(), preset));
    } else if (fix != null && !fix.safe() && !unsafeToo) {
      unsafe.merge(finding.code(), 1, Integer::sum);
    } else if (fix != null && !fix.cells().isEmpty()) {
      byFile
          .computeIfAbsent(finding.location().file(), file -> new ArrayList<>())
          .add(Correction.of(finding, fix));
    }
  }

  /** Returns how many corrections were passed over because they are not safe, by rule. */
  public Map<String, Integer> unsafe() {
    return Collections.unmodifiableMap(unsafe);
  }

  /** Returns the preset that a file is read by, or null. */
  @Nullable Mapping preset(String file) {
    return presets.get(file);
  }

  /** Returns the corrections of a file in the order of their places, for a log of what happens. */
  List<Correction> of(String file, Log log) {
    List<Correction> sorted = new ArrayList<>();
    for (Correction one : byFile.getOrDefault(file, List.of())) {
      if (one.code().equals(REFUSED)) {
        log.left(one, Reason.REFUSED, one.cells().get(0).key());
      } else {
        sorted.add(one);
      }
    }
    sorted.sort(Comparator.comparingInt(Correction::line).thenComparingInt(Correction::column));
    return sorted;
  }

  /** What happens to the corrections of a file, or of the files of a dataset. */
  static final class Log {
    private record Key(String code, Reason reason, String field) {}

    private final Map<String, Integer> applied = new TreeMap<>();
    private final Map<Key, Left> left = new HashMap<>();
    private final Map<String, Charset> files = new TreeMap<>();
    private String file = "";
    private int later;

    /** Begins a file, as findings call it. */
    void begin(String name) {
      file = name;
    }

    void applied(Correction one, Charset charset) {
      applied.merge(one.code(), 1, Integer::sum);
      files.putIfAbsent(file, charset);
    }

    /** Says that the current file is changed by what no finding is about. */
    void changed(Charset charset) {
      files.putIfAbsent(file, charset);
    }

    void later() {
      later++;
    }

    void left(Correction one, Reason reason, String field) {
      Location place = new Location(file, one.line(), one.column());
      left.merge(
          new Key(one.code(), reason, field),
          new Left(one.code(), reason, field, place, 1),
          (a, b) -> new Left(a.code(), a.reason(), a.field(), a.first(), a.count() + 1));
    }

    void left(List<Correction> several, Reason reason) {
      several.forEach(one -> left(one, reason, ""));
    }

    /** Tells whether something was changed in the current file. */
    boolean isChanged() {
      return files.containsKey(file);
    }

    Outcome outcome() {
      List<Left> all = new ArrayList<>(left.values());
      all.sort(
          Comparator.comparing((Left one) -> one.first().file())
              .thenComparing(Left::first)
              .thenComparing(Left::code)
              .thenComparing(Left::reason)
              .thenComparing(Left::field));
      return new Outcome(applied, later, all, files);
    }
  }
}
