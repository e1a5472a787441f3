package org.collporterre.lineage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.internal.KeyIndex;
import org.collporterre.internal.Numbered;
import org.collporterre.internal.Texts;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Territory;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.Scale;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of records, packed: about 50 bytes each beside the identifier, the title and 4 bytes
 * per territory. Values that come again and again are kept once.
 */
final class Records {
  static final String INITIATIVE = Schema.of(Initiative.class).name();
  static final String METHODOLOGY = Schema.of(Methodology.class).name();

  private static final RecordStatus[] STATUSES = RecordStatus.values();
  private static final Scale[] SCALES = Scale.values();
  private static final DerivationKind[] DERIVATIONS = DerivationKind.values();

  private static final int MISSING = 0;
  private static final int EXTERNAL = 1;
  private static final int PRESENT = 2;

  private final KeyIndex keys = new KeyIndex();
  private final Texts texts = new Texts();
  private final Numbered<String> words = new Numbered<>();
  private final Numbered<Territory> territories = new Numbered<>();

  /** Per record: its title's place; its words; where its territories begin and how many. */
  private long[] titles = new long[64];

  private int[] versions = new int[64];
  private int[] licenses = new int[64];
  private int[] territoryStarts = new int[64];
  private short[] territoryCounts = new short[64];

  /** Per record four enums, each as its ordinal, those that may be missing plus one. */
  private int[] facts = new int[64];

  private int[] places = new int[64];
  private int placed;

  int size() {
    return keys.size();
  }

  int find(String type, String id) {
    return keys.find(type, id);
  }

  /** Returns the number of what a record refers to, and makes it one that is missing when new. */
  int named(String type, String id, boolean external) {
    int number = keys.add(type, id);
    if (number < 0) {
      return -1 - number;
    }
    if (number == titles.length) {
      int larger = number + (number >> 1);
      titles = Arrays.copyOf(titles, larger);
      versions = Arrays.copyOf(versions, larger);
      licenses = Arrays.copyOf(licenses, larger);
      territoryStarts = Arrays.copyOf(territoryStarts, larger);
      territoryCounts = Arrays.copyOf(territoryCounts, larger);
      facts = Arrays.copyOf(facts, larger);
    }
    titles[number] = -1;
    facts[number] = external ? EXTERNAL : MISSING;
    return number;
  }

  /** Says what is known of a record. */
  void describe(
      int number,
      String title,
      @Nullable RecordStatus status,
      @Nullable String license,
      List<Territory> where) {
    titles[number] = texts.add(title);
    licenses[number] = word(license);
    facts[number] = PRESENT | (ordinal(status) << 8);
    territoryStarts[number] = placed;
    territoryCounts[number] = (short) Math.min(where.size(), Short.MAX_VALUE);
    for (int i = 0; i < territoryCounts[number]; i++) {
      if (placed == places.length) {
        places = Arrays.copyOf(places, placed + (placed >> 1));
      }
      places[placed++] = territories.number(where.get(i));
    }
  }

  /** Says more of an initiative. */
  void initiative(int number, @Nullable Scale scale) {
    facts[number] |= ordinal(scale) << 16;
  }

  /** Says more of a methodology. */
  void methodology(int number, @Nullable String version, @Nullable DerivationKind derivation) {
    versions[number] = word(version);
    facts[number] |= ordinal(derivation) << 24;
  }

  /** Returns the number of a text that comes again and again; 0 for none. */
  int word(@Nullable String text) {
    return words.number(text);
  }

  @Nullable String word(int number) {
    return words.get(number);
  }

  @SuppressWarnings("EnumOrdinal") // packed; the number is never written anywhere
  private static int ordinal(@Nullable Enum<?> value) {
    return value == null ? 0 : value.ordinal() + 1;
  }

  private <E extends Enum<E>> @Nullable E fact(int number, int shift, E[] values) {
    int ordinal = facts[number] >>> shift & 0xFF;
    return ordinal == 0 ? null : values[ordinal - 1];
  }

  Node.Presence presence(int number) {
    return switch (facts[number] & 0xFF) {
      case PRESENT -> Node.Presence.PRESENT;
      case EXTERNAL -> Node.Presence.EXTERNAL;
      default -> Node.Presence.MISSING;
    };
  }

  boolean isPresent(int number) {
    return (facts[number] & 0xFF) == PRESENT;
  }

  boolean isMethodology(int number) {
    return keys.type(number).equals(METHODOLOGY);
  }

  @Nullable DerivationKind derivation(int number) {
    return fact(number, 24, DERIVATIONS);
  }

  @Nullable String version(int number) {
    return word(versions[number]);
  }

  @Nullable String license(int number) {
    return word(licenses[number]);
  }

  String id(int number) {
    return keys.id(number);
  }

  String title(int number) {
    return titles[number] < 0 ? "" : texts.get(titles[number]);
  }

  List<Territory> territories(int number) {
    List<Territory> found = new ArrayList<>();
    for (int i = 0; i < territoryCounts[number]; i++) {
      found.add(requireNonNull(territories.get(places[territoryStarts[number] + i])));
    }
    return List.copyOf(found);
  }

  Node node(int number) {
    return new Node(
        number,
        presence(number),
        keys.type(number),
        id(number),
        title(number),
        version(number),
        license(number),
        fact(number, 8, STATUSES),
        fact(number, 16, SCALES),
        territories(number));
  }
}
