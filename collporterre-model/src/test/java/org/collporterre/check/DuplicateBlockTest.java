package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.report.Finding;
import org.junit.jupiter.api.Test;

class DuplicateBlockTest {
  private static final List<String> THINGS = List.of("Jardin", "Atelier", "Café", "Épicerie");
  private static final List<String> ADJECTIVES = List.of("partagé", "des voisins", "associatif");

  private record Pair(int earlier, int later) {}

  /** What the parts together know of a pair. */
  private record Found(long rank, String text) {}

  @Test
  void the_blocks_of_all_keys_together_find_what_the_rule_finds() {
    List<Initiative> initiatives = initiatives(new Random(20261122));
    Set<String> byRule = new TreeSet<>();
    List<Finding> findings = new ArrayList<>();
    Checker.standard().check(initiatives, findings::add);
    for (Finding finding : findings) {
      if (finding.code().equals("probable-duplicate")) {
        byRule.add(finding.id() + " " + finding.value() + " " + finding.expected());
      }
    }
    assertThat(byRule).hasSizeGreaterThan(100);
    assertThat(inBlocks(initiatives)).isEqualTo(byRule);
  }

  @Test
  void only_what_may_be_a_crowd_is_one() {
    DuplicateBlock block = new DuplicateBlock(DuplicateKeys.Kind.GROUP);
    Initiative initiative = Initiative.named("a", "Un jardin").build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                block.add(initiative, List.of(new DuplicateKeys.Key(DuplicateKeys.Kind.GROUP, 1))));
  }

  private static Set<String> inBlocks(List<Initiative> initiatives) {
    Map<DuplicateKeys.Key, List<Integer>> blocks = new LinkedHashMap<>();
    DuplicateKeys keys = new DuplicateKeys();
    for (int i = 0; i < initiatives.size(); i++) {
      for (DuplicateKeys.Key key : keys.of(initiatives.get(i))) {
        blocks.computeIfAbsent(key, one -> new ArrayList<>()).add(i);
      }
    }
    Map<Integer, List<DuplicateKeys.Key>> crowded = new HashMap<>();
    blocks.forEach(
        (key, records) -> {
          if (records.size() > key.kind().most()) {
            records.forEach(
                record -> crowded.computeIfAbsent(record, one -> new ArrayList<>()).add(key));
          }
        });
    Map<Pair, Found> pairs = new HashMap<>();
    blocks.forEach(
        (key, records) -> {
          if (key.kind().isBlock() && records.size() <= key.kind().most()) {
            search(key.kind(), initiatives, records, crowded, pairs);
          }
        });
    return strongest(initiatives, pairs);
  }

  private static void search(
      DuplicateKeys.Kind kind,
      List<Initiative> initiatives,
      List<Integer> records,
      Map<Integer, List<DuplicateKeys.Key>> crowded,
      Map<Pair, Found> pairs) {
    DuplicateBlock block = new DuplicateBlock(kind);
    for (int record : records) {
      assertThat(block.add(initiatives.get(record), crowded.getOrDefault(record, List.of())))
          .isTrue();
    }
    block.search(
        (earlier, later, rank, value, evidence) ->
            pairs.merge(
                new Pair(records.get(earlier), records.get(later)),
                new Found(rank, value + " " + evidence),
                (one, two) -> one.rank() <= two.rank() ? one : two));
  }

  private static Set<String> strongest(List<Initiative> initiatives, Map<Pair, Found> pairs) {
    Map<Integer, TreeMap<Long, List<Pair>>> byRecord = new HashMap<>();
    pairs.forEach(
        (pair, found) -> {
          for (int record : new int[] {pair.earlier(), pair.later()}) {
            byRecord
                .computeIfAbsent(record, one -> new TreeMap<>())
                .computeIfAbsent(found.rank(), one -> new ArrayList<>())
                .add(pair);
          }
        });
    Set<String> told = new TreeSet<>();
    for (TreeMap<Long, List<Pair>> ranked : byRecord.values()) {
      int before = 0;
      for (List<Pair> alike : ranked.values()) {
        if (before < DuplicateBlock.PAIRS_PER_RECORD) {
          for (Pair pair : alike) {
            Found found = pairs.get(pair);
            String id = initiatives.get(pair.later()).id();
            told.add(id + " " + (found == null ? "" : found.text()));
          }
        }
        before += alike.size();
      }
    }
    return told;
  }

  /** Many in one municipality, some at one point, some with one page or one address. */
  private static List<Initiative> initiatives(Random random) {
    List<Initiative> initiatives = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Place place =
          PlaceBuilder.builder()
              .postcode("29200")
              .locality(random.nextInt(4) == 0 ? "Guipavas" : "Brest")
              .latitude(48.39 + random.nextInt(12) / 400.0)
              .longitude(-4.48)
              .build();
      String title =
          THINGS.get(random.nextInt(THINGS.size()))
              + " "
              + ADJECTIVES.get(random.nextInt(ADJECTIVES.size()));
      initiatives.add(
          Initiative.named("i-" + i, title + (random.nextBoolean() ? " " + i % 30 : ""))
              .locations(List.of(place))
              .website(random.nextInt(3) == 0 ? "https://exemple.org/" + random.nextInt(60) : null)
              .contactEmail(random.nextInt(3) == 0 ? random.nextInt(50) + "@exemple.org" : null)
              .build());
    }
    return initiatives;
  }
}
