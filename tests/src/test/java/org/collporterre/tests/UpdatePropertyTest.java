package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.update.Change;
import org.collporterre.update.RecordSet;
import org.collporterre.update.UpdateOptions;
import org.collporterre.update.UpdatePlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any two datasets. */
class UpdatePropertyTest {
  private static final int SIZE = 30;
  private static final UpdateOptions COMPLETE = new UpdateOptions(true, null);

  /** Returns records of all types with different identifiers. */
  private static List<Entry> records(long seed) {
    HostileRecords hostile = HostileRecords.of(seed);
    Map<String, Entry> all = new HashMap<>();
    List<Entry> ordered = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      Entry entry = hostile.record(Entry.TYPES.get(i % Entry.TYPES.size()));
      if (all.putIfAbsent(entry.id(), entry) == null) {
        ordered.add(entry);
      }
    }
    return ordered;
  }

  private static RecordSet set(List<? extends Entry> entries) {
    RecordSet set = RecordSet.create();
    entries.forEach(set::add);
    return set;
  }

  private static Initiative trigger(Initiative of, String text) {
    return InitiativeBuilder.builder(of).trigger(text).build();
  }

  private static Initiative uniqueness(Initiative of, String text) {
    return InitiativeBuilder.builder(of).uniqueness(text).build();
  }

  /** Returns the records, some of them changed, one left out and new ones among them. */
  private static List<Entry> changed(List<Entry> base, long seed) {
    Random random = new Random(seed);
    List<Entry> after = new ArrayList<>();
    for (Entry entry : base.subList(1, base.size())) {
      boolean change = entry instanceof Initiative && random.nextBoolean();
      after.add(change ? trigger((Initiative) entry, "texte " + random.nextInt()) : entry);
    }
    for (int i = 0; i < 3; i++) {
      after.add(Initiative.named("nouvelle-" + i, "Nouvelle fiche " + i).build());
    }
    return after;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_dataset_does_not_differ_from_itself(long seed) {
    List<Entry> records = records(seed);

    UpdatePlan plan = UpdatePlan.of(set(records), set(records(seed)), COMPLETE);

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.records()).containsExactlyElementsOf(records);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void following_the_plan_gives_what_came_in_and_twice_changes_nothing(long seed) {
    List<Entry> base = records(seed);
    List<Entry> incoming = changed(base, seed);
    RecordSet known = set(base);
    RecordSet coming = RecordSet.sharing(known);
    incoming.forEach(coming::add);

    UpdatePlan plan = UpdatePlan.of(known, coming, COMPLETE);

    List<Entry> after = new ArrayList<>();
    plan.records().forEach(after::add);
    assertThat(after).containsExactlyInAnyOrderElementsOf(incoming);
    assertThat(UpdatePlan.of(set(after), set(incoming), UpdateOptions.STANDARD).isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void the_order_of_what_comes_in_only_orders_what_is_new(long seed) {
    List<Entry> base = records(seed);
    List<Entry> incoming = changed(base, seed);
    List<Entry> shuffled = new ArrayList<>(incoming);
    Collections.shuffle(shuffled, new Random(seed));

    List<Change> one = UpdatePlan.of(set(base), set(incoming), UpdateOptions.STANDARD).changes();
    List<Change> two = UpdatePlan.of(set(base), set(shuffled), UpdateOptions.STANDARD).changes();

    assertThat(two).containsExactlyInAnyOrderElementsOf(one);
    assertThat(two.subList(0, base.size())).isEqualTo(one.subList(0, base.size()));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void changes_of_both_sides_to_different_fields_are_all_there(long seed) {
    HostileRecords hostile = HostileRecords.of(seed);
    Initiative common = hostile.initiative();
    Initiative ours = trigger(common, hostile.text(50) + " ici");
    Initiative theirs = uniqueness(common, hostile.text(50) + " là");

    UpdatePlan plan =
        UpdatePlan.of(
            set(List.of(common)), set(List.of(ours)), set(List.of(theirs)), UpdateOptions.STANDARD);
    UpdatePlan turned =
        UpdatePlan.of(
            set(List.of(common)), set(List.of(theirs)), set(List.of(ours)), UpdateOptions.STANDARD);

    Entry both = uniqueness(ours, String.valueOf(theirs.uniqueness()));
    assertThat(plan.records()).containsExactly(both);
    assertThat(turned.records()).containsExactly(both);
  }
}
