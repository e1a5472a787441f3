package org.collporterre.check;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.collporterre.constraint.VersionNumber;
import org.collporterre.internal.Numbered;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.model.Sheet;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.RecordStatus;
import org.jspecify.annotations.Nullable;

/**
 * What rules about references ask of the records at both ends, packed. Records have the numbers of
 * {@link EntryIndex}; of several with one identifier the first counts. Memory: two bits per record,
 * and 21 bytes per methodology. Used by one thread.
 */
final class RecordFacts {
  private static final int NAMES_AUTHORS = 8;
  private static final List<DerivationKind> KINDS = List.of(DerivationKind.values());

  /** Less than every day: none is said. */
  private static final int NO_DAY = Integer.MIN_VALUE;

  private final BitSet hidden = new BitSet();
  private final BitSet applying = new BitSet();
  private int size;

  /** Per methodology: its number, ascending. */
  private int[] methodologies = new int[16];

  private int[] versions = new int[16];
  private int[] licences = new int[16];
  private int[] created = new int[16];
  private int[] known = new int[16];

  /** Per methodology: how it was derived, and whether it says who wrote it. */
  private byte[] derivations = new byte[16];

  private int methodologiesSize;
  private final Numbered<String> words = new Numbered<>();

  /** Adds the record of the next number. */
  void add(Entry entry) {
    hidden.set(size, isHidden(entry));
    applying.set(
        size,
        entry instanceof Initiative initiative && !initiative.appliesMethodologies().isEmpty());
    if (entry instanceof Methodology methodology) {
      add(methodology);
    }
    size++;
  }

  /** A portrait that says nothing is a draft; other records are published. */
  private static boolean isHidden(Entry entry) {
    RecordStatus status = entry.sheet().status();
    return status == RecordStatus.DRAFT
        || status == RecordStatus.ARCHIVED
        || status == null && entry instanceof Portrait;
  }

  private void add(Methodology methodology) {
    int at = methodologiesSize;
    if (at == methodologies.length) {
      int larger = at + (at >> 1);
      methodologies = Arrays.copyOf(methodologies, larger);
      versions = Arrays.copyOf(versions, larger);
      licences = Arrays.copyOf(licences, larger);
      created = Arrays.copyOf(created, larger);
      known = Arrays.copyOf(known, larger);
      derivations = Arrays.copyOf(derivations, larger);
    }
    Sheet sheet = methodology.sheet();
    DerivationKind kind = methodology.derivationKind();
    boolean authors = !methodology.authors().isEmpty() || methodology.licensor() != null;
    methodologies[at] = size;
    String version = methodology.version();
    versions[at] =
        words.number(version != null && VersionNumber.Validator.matches(version) ? version : null);
    licences[at] = words.number(sheet.license());
    created[at] = day(sheet.createdOn());
    known[at] = day(sheet.createdOn() == null ? sheet.modifiedOn() : sheet.createdOn());
    derivations[at] =
        (byte)
            ((kind == null ? KINDS.size() : KINDS.indexOf(kind)) | (authors ? NAMES_AUTHORS : 0));
    methodologiesSize++;
  }

  /** Tells whether a record is a draft or archived. */
  boolean isHidden(int number) {
    return hidden.get(number);
  }

  /** Tells whether a record is an initiative that says that it applies a methodology, any. */
  boolean applies(int number) {
    return applying.get(number);
  }

  /** Returns the version of a record, or null when it has none. */
  @Nullable String version(int number) {
    int at = methodology(number);
    return at < 0 ? null : words.get(versions[at]);
  }

  /** Returns the licence of a methodology, or null when it says none itself. */
  @Nullable String licence(int number) {
    int at = methodology(number);
    return at < 0 ? null : words.get(licences[at]);
  }

  /** Returns the day a methodology says it was made, or null. */
  @Nullable LocalDate created(int number) {
    int at = methodology(number);
    return at < 0 ? null : day(created[at]);
  }

  /** Returns the day a methodology was made, or failing that one on which it was there; or null. */
  @Nullable LocalDate known(int number) {
    int at = methodology(number);
    return at < 0 ? null : day(known[at]);
  }

  /** Returns how a methodology was made from another, or null. */
  @Nullable DerivationKind derivation(int number) {
    int at = methodology(number);
    int kind = at < 0 ? KINDS.size() : derivations[at] & NAMES_AUTHORS - 1;
    return kind == KINDS.size() ? null : KINDS.get(kind);
  }

  /** Tells whether a methodology says who wrote it or holds the rights. */
  boolean namesAuthors(int number) {
    int at = methodology(number);
    return at >= 0 && (derivations[at] & NAMES_AUTHORS) != 0;
  }

  private int methodology(int number) {
    return Arrays.binarySearch(methodologies, 0, methodologiesSize, number);
  }

  private static int day(@Nullable LocalDate day) {
    return day == null ? NO_DAY : Math.toIntExact(day.toEpochDay());
  }

  private static @Nullable LocalDate day(int day) {
    return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
  }
}
