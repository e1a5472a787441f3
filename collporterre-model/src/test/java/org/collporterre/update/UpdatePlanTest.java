package org.collporterre.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Place;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Profile;
import org.collporterre.update.Change.Kind;
import org.collporterre.update.UpdateOptions.Side;
import org.junit.jupiter.api.Test;

class UpdatePlanTest {
  private static final UpdateOptions COMPLETE = new UpdateOptions(true, null);

  private static Initiative named(String id, String title) {
    return Initiative.named(id, title).build();
  }

  private static Initiative with(Initiative of, UnaryOperator<InitiativeBuilder> change) {
    return change.apply(InitiativeBuilder.builder(of)).build();
  }

  private static Initiative header(Initiative of, UnaryOperator<HeaderBuilder> change) {
    return with(of, b -> b.header(change.apply(HeaderBuilder.builder(of.header())).build()));
  }

  private static Initiative sheet(Initiative of, UnaryOperator<SheetBuilder> change) {
    return with(of, b -> b.sheet(change.apply(SheetBuilder.builder(of.sheet())).build()));
  }

  private static Initiative external(Initiative of, String... ids) {
    List<ExternalId> all = new ArrayList<>();
    for (String id : ids) {
      all.add(ExternalId.parse(id));
    }
    return header(of, b -> b.externalIds(all));
  }

  private static Initiative site(Initiative of, String address) {
    return with(of, b -> b.website(address));
  }

  private static Initiative keywords(Initiative of, String... words) {
    return header(of, b -> b.keywords(List.of(words)));
  }

  private static RecordSet set(Entry... entries) {
    RecordSet set = RecordSet.create();
    for (Entry entry : entries) {
      set.add(entry);
    }
    return set;
  }

  private static UpdatePlan plan(RecordSet base, RecordSet incoming) {
    return UpdatePlan.of(base, incoming, UpdateOptions.STANDARD);
  }

  private static Change only(UpdatePlan plan) {
    assertThat(plan.changes()).hasSize(1);
    return plan.changes().get(0);
  }

  private static List<String> codes(UpdatePlan plan) {
    List<Finding> findings = new ArrayList<>();
    plan.report(Profile.ECHANGE, findings::add);
    return findings.stream().map(Finding::code).toList();
  }

  private static final Initiative GARDEN = named("jardin", "Jardin partagé");
  private static final Initiative OVEN = named("four", "Four à pain");

  @Test
  void a_record_is_created_updated_unchanged_or_missing() {
    Initiative better = site(GARDEN, "https://jardin.example/");
    Initiative cafe = named("cafe", "Café associatif");

    UpdatePlan plan =
        plan(
            set(GARDEN, OVEN, named("puits", "Puits")), set(cafe, named("puits", "Puits"), better));

    assertThat(plan.changes())
        .extracting(Change::id)
        .containsExactly("jardin", "four", "puits", "cafe");
    assertThat(plan.changes())
        .extracting(Change::kind)
        .containsExactly(Kind.UPDATED, Kind.MISSING, Kind.UNCHANGED, Kind.CREATED);
    assertThat(plan.changes().get(0).fields())
        .containsExactly(new FieldChange("site_web", "", "https://jardin.example/", false));
    assertThat(plan.records()).containsExactly(better, OVEN, named("puits", "Puits"), cafe);
    assertThat(plan.isEmpty()).isFalse();
  }

  @Test
  void what_is_missing_is_deleted_only_when_the_incoming_dataset_is_complete() {
    UpdatePlan plan = UpdatePlan.of(set(GARDEN, OVEN), set(OVEN), COMPLETE);

    assertThat(plan.changes())
        .extracting(Change::kind)
        .containsExactly(Kind.DELETED, Kind.UNCHANGED);
    assertThat(plan.records()).containsExactly(OVEN);
    assertThat(plan.deleted()).containsExactly(Map.entry(Initiative.class, Set.of("jardin")));
  }

  @Test
  void a_tombstone_deletes_and_the_record_itself_restores() {
    RecordSet deleting = set(OVEN);
    deleting.delete(Initiative.class, "jardin");

    UpdatePlan gone = plan(set(GARDEN, OVEN), deleting);
    assertThat(gone.records()).containsExactly(OVEN);
    assertThat(gone.deleted().get(Initiative.class)).containsExactly("jardin");

    UpdatePlan back = plan(deleting, set(GARDEN, OVEN));
    assertThat(back.changes())
        .extracting(Change::kind)
        .containsExactly(Kind.UNCHANGED, Kind.RESTORED);
    assertThat(back.deleted()).isEmpty();
  }

  @Test
  void a_tombstone_of_an_unknown_record_is_kept() {
    RecordSet deleting = set(OVEN);
    deleting.delete(Initiative.class, "jardin");

    UpdatePlan plan = plan(set(OVEN), deleting);

    assertThat(plan.isEmpty()).isFalse();
    assertThat(plan.deleted().get(Initiative.class)).containsExactly("jardin");
    assertThat(plan(deleting, deleting).isEmpty()).isTrue();
  }

  @Test
  void a_record_with_another_id_is_found_by_its_external_id_and_keeps_the_id_of_the_base() {
    Initiative known = external(GARDEN, "wikidata:Q42");
    Initiative renamed = external(named("x1", "Jardin de Keredern"), "osm:n1", "wikidata:Q42");

    Change change = only(plan(set(known), set(renamed)));

    assertThat(change.kind()).isEqualTo(Kind.UPDATED);
    assertThat(change.matchedBy()).isEqualTo(MatchedBy.EXTERNAL_ID);
    assertThat(change.result()).isEqualTo(header(renamed, b -> b.id("jardin")));
    assertThat(change.fields())
        .containsExactly(
            new FieldChange("identifiants_externes", "wikidata:Q42", "osm:n1|wikidata:Q42", false),
            new FieldChange("titre", "Jardin partagé", "Jardin de Keredern", false));
  }

  @Test
  void a_record_is_found_by_its_web_address_however_written_when_no_other_has_it() {
    Initiative known = site(GARDEN, "http://www.Jardin.example/a/");
    Initiative same = site(named("x", "Jardin"), "https://jardin.example/a?utm_source=lettre#bas");

    assertThat(only(plan(set(known), set(same))).matchedBy()).isEqualTo(MatchedBy.ADDRESS);

    Initiative other = site(OVEN, "https://jardin.example/a");
    assertThat(plan(set(known, other), set(same)).counts())
        .containsEntry(Kind.CREATED, 1)
        .containsEntry(Kind.MISSING, 2);
  }

  @Test
  void two_records_that_claim_one_are_a_conflict_and_change_nothing() {
    Initiative known = external(GARDEN, "wikidata:Q42");
    Initiative one = external(named("a", "Un"), "wikidata:Q42");
    Initiative two = external(named("b", "Deux"), "wikidata:Q42");

    UpdatePlan plan = plan(set(known), set(one, two));

    assertThat(only(plan).kind()).isEqualTo(Kind.CONFLICTING);
    assertThat(plan.records()).containsExactly(known);
    assertThat(codes(plan)).containsExactly("match-ambiguous");
  }

  @Test
  void the_same_id_twice_for_different_records_is_a_conflict() {
    UpdatePlan plan = plan(set(GARDEN), set(GARDEN, named("jardin", "Jardin bis")));

    assertThat(only(plan).reason()).isEqualTo(Change.MATCH_AMBIGUOUS);
  }

  @Test
  void a_record_that_could_be_two_is_a_conflict() {
    Initiative one = external(named("a", "Un"), "wikidata:Q1");
    Initiative two = external(named("b", "Deux"), "osm:n2");
    Initiative both = external(named("c", "Trois"), "wikidata:Q1", "osm:n2");

    UpdatePlan plan = plan(set(one, two), set(both));

    assertThat(plan.changes())
        .extracting(Change::kind)
        .containsExactly(Kind.MISSING, Kind.MISSING, Kind.CONFLICTING);
    assertThat(plan.records()).containsExactly(one, two);
  }

  @Test
  void an_organization_with_many_initiatives_identifies_none_of_them() {
    Initiative one = external(named("a", "Un"), "siret:1");
    Initiative two = external(named("b", "Deux"), "siret:1");
    Initiative three = external(named("c", "Trois"), "siret:1");

    assertThat(plan(set(one, two), set(one, two, three)).counts())
        .containsEntry(Kind.UNCHANGED, 2)
        .containsEntry(Kind.CREATED, 1)
        .containsEntry(Kind.CONFLICTING, 0);
  }

  @Test
  void an_id_with_nothing_in_common_is_said_to_be_reused() {
    Initiative known = site(GARDEN, "https://jardin.example");
    Initiative other = site(named("jardin", "Atelier vélo"), "https://velo.example");

    UpdatePlan plan = plan(set(known), set(other));

    assertThat(only(plan).reason()).isEqualTo(Change.ID_REUSED);
    assertThat(plan.records()).containsExactly(known);
    assertThat(codes(plan)).containsExactly("id-reused");
    assertThat(plan(set(GARDEN), set(named("jardin", "Potager"))).isConflicting()).isFalse();
  }

  @Test
  void without_a_common_state_everything_that_comes_in_counts() {
    Initiative known = sheet(site(GARDEN, "https://a.example"), b -> b.modifiedOn(day(9)));
    Initiative coming = sheet(GARDEN, b -> b.modifiedOn(day(1)));

    assertThat(plan(set(known), set(coming)).records()).containsExactly(coming);
  }

  @Test
  void changes_of_both_sides_to_different_fields_come_together() {
    Initiative ours = sheet(site(GARDEN, "https://a.example"), b -> b.modifiedOn(day(9)));
    Initiative theirs =
        sheet(keywords(GARDEN, "pain"), b -> b.modifiedOn(day(2)).extensions(Map.of("x", "1")));

    UpdatePlan plan = UpdatePlan.of(set(GARDEN), set(ours), set(theirs), UpdateOptions.STANDARD);

    assertThat(plan.records())
        .containsExactly(
            sheet(keywords(ours, "pain"), b -> b.modifiedOn(day(9)).extensions(Map.of("x", "1"))));
    assertThat(only(plan).fields())
        .containsExactly(
            new FieldChange("mots_cles", "", "pain", false), new FieldChange("x", "", "1", false));
  }

  @Test
  void the_same_field_changed_differently_is_a_conflict_until_somebody_prefers_a_side() {
    Initiative ours = site(GARDEN, "https://a.example");
    Initiative theirs = keywords(site(GARDEN, "https://b.example"), "pain");

    UpdatePlan open = UpdatePlan.of(set(GARDEN), set(ours), set(theirs), UpdateOptions.STANDARD);
    assertThat(only(open).reason()).isEqualTo(Change.FIELDS_CHANGED);
    assertThat(only(open).fields())
        .containsExactly(
            new FieldChange("mots_cles", "", "pain", false),
            new FieldChange("site_web", "https://a.example", "https://b.example", true));
    assertThat(open.records()).containsExactly(ours);

    assertThat(prefer(Side.BASE, GARDEN, ours, theirs)).isEqualTo(keywords(ours, "pain"));
    assertThat(prefer(Side.INCOMING, GARDEN, ours, theirs)).isEqualTo(theirs);
  }

  private static Entry prefer(Side side, Entry common, Entry ours, Entry theirs) {
    UpdateOptions options = new UpdateOptions(false, side);
    return UpdatePlan.of(set(common), set(ours), set(theirs), options).records().iterator().next();
  }

  @Test
  void lists_to_which_both_sides_only_added_are_united_others_are_a_conflict() {
    Initiative before = keywords(GARDEN, "a", "b");
    Initiative ours = keywords(GARDEN, "a", "b", "c");

    Entry united =
        UpdatePlan.of(
                set(before),
                set(ours),
                set(keywords(GARDEN, "d", "a", "b", "c")),
                UpdateOptions.STANDARD)
            .records()
            .iterator()
            .next();
    assertThat(united.header().keywords()).containsExactly("a", "b", "c", "d");

    assertThat(
            UpdatePlan.of(
                    set(before), set(ours), set(keywords(GARDEN, "a")), UpdateOptions.STANDARD)
                .isConflicting())
        .isTrue();
  }

  @Test
  void translations_are_merged_one_by_one() {
    Initiative before =
        header(GARDEN, b -> b.title(LocalizedText.of("Jardin").with("en", "Garden")));
    Initiative ours =
        header(GARDEN, b -> b.title(LocalizedText.of("Jardin").with("en", "The garden")));
    Initiative theirs =
        header(
            GARDEN,
            b -> b.title(LocalizedText.of("Le jardin").with("en", "Garden").with("br", "Liorzh")));

    assertThat(UpdatePlan.of(set(before), set(ours), set(theirs), UpdateOptions.STANDARD).records())
        .extracting(Entry::title)
        .containsExactly(
            LocalizedText.of("Le jardin").with("en", "The garden").with("br", "Liorzh"));
  }

  @Test
  void the_rows_of_a_table_are_one_and_only_what_differs_is_told() {
    Initiative before = with(GARDEN, b -> b.locations(List.of(Place.at(48.4, -4.5))));
    Initiative after = with(GARDEN, b -> b.locations(List.of(Place.at(48.5, -4.5))));

    assertThat(only(plan(set(before), set(after))).fields())
        .containsExactly(new FieldChange("lieux", "latitude=48.4", "latitude=48.5", false));
  }

  @Test
  void what_one_side_deleted_and_the_other_changed_is_a_conflict() {
    RecordSet gone = set(OVEN);
    gone.delete(Initiative.class, "jardin");
    RecordSet common = set(GARDEN, OVEN);
    RecordSet changed = set(site(GARDEN, "https://a.example"), OVEN);

    for (UpdatePlan plan :
        List.of(
            UpdatePlan.of(common, changed, gone, UpdateOptions.STANDARD),
            UpdatePlan.of(common, gone, changed, UpdateOptions.STANDARD))) {
      assertThat(plan.changes()).extracting(Change::reason).contains(Change.DELETED_AND_CHANGED);
    }
    assertThat(UpdatePlan.of(common, common, gone, UpdateOptions.STANDARD).records())
        .containsExactly(OVEN);
    assertThat(UpdatePlan.of(common, gone, common, UpdateOptions.STANDARD).isEmpty()).isTrue();
  }

  @Test
  void what_the_base_added_itself_is_neither_missing_nor_deleted() {
    UpdatePlan plan = UpdatePlan.of(set(OVEN), set(OVEN, GARDEN), set(OVEN), COMPLETE);

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.counts()).containsEntry(Kind.UNCHANGED, 2);
  }

  @Test
  void a_set_that_shares_keeps_what_is_equal_once() {
    RecordSet base = set(GARDEN, OVEN);
    RecordSet incoming = RecordSet.sharing(base);
    incoming.add(named("jardin", "Jardin partagé"));
    incoming.add(named("four", "Four à pain neuf"));

    assertThat(incoming.items().get(0).entry()).isSameAs(GARDEN);
    assertThat(incoming.items().get(1).entry()).isEqualTo(named("four", "Four à pain neuf"));
  }

  @Test
  void each_field_remembers_the_source_and_its_date() {
    Initiative known = sheet(GARDEN, b -> b.modifiedOn(day(1)));
    Initiative coming = sheet(site(GARDEN, "https://a.example"), b -> b.modifiedOn(day(2)));
    RecordSet base = set(known);
    UpdatePlan plan = plan(base, set(coming, OVEN));

    Provenance after =
        Provenance.after(
            plan,
            new Provenance.Source("base.csv", Provenance.create()),
            new Provenance.Source("partenaire.csv", Provenance.create()));

    Provenance.Origin ours = new Provenance.Origin("base.csv", day(1));
    Provenance.Origin theirs = new Provenance.Origin("partenaire.csv", day(2));
    assertThat(after.lines())
        .containsExactly(
            new Provenance.Line("initiative", "jardin", "*", ours),
            new Provenance.Line("initiative", "jardin", "date_maj", theirs),
            new Provenance.Line("initiative", "jardin", "site_web", theirs),
            new Provenance.Line(
                "initiative", "four", "*", new Provenance.Origin("partenaire.csv", null)));
    assertThat(after.origin("initiative", "jardin", "titre")).isEqualTo(ours);
    assertThat(after.origin("initiative", "jardin", "site_web")).isEqualTo(theirs);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 11, day);
  }
}
