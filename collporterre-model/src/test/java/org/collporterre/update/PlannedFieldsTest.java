package org.collporterre.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Header;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.Place;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.StepBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Profile;
import org.collporterre.update.Change.Kind;
import org.collporterre.update.Provenance.Line;
import org.collporterre.update.Provenance.Origin;
import org.collporterre.update.Provenance.Source;
import org.collporterre.update.UpdateOptions.Side;
import org.collporterre.vocabulary.DocumentationStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of the fields of a record that changes, and where they come from. */
class PlannedFieldsTest {
  private static final Origin ATLAS = new Origin("atlas", LocalDate.of(2026, 1, 2));
  private static final Origin NOTES = new Origin("notes", null);

  private static RecordSet set(Entry... entries) {
    RecordSet set = RecordSet.create();
    List.of(entries).forEach(set::add);
    return set;
  }

  private static UpdatePlan plan(Entry base, Entry incoming) {
    return UpdatePlan.of(set(base), set(incoming), UpdateOptions.STANDARD);
  }

  private static UpdatePlan merge(Entry common, Entry base, Entry incoming, UpdateOptions options) {
    return UpdatePlan.of(set(common), set(base), set(incoming), options);
  }

  private static List<FieldChange> fields(UpdatePlan plan) {
    return plan.changes().get(0).fields();
  }

  private static Initiative places(Place... places) {
    return Initiative.named("a", "Titre").locations(List.of(places)).build();
  }

  private static Initiative titled(LocalizedText title, LocalizedText summary) {
    Header header = HeaderBuilder.builder().id("a").title(title).summary(summary).build();
    return Initiative.named("a", "Titre").header(header).build();
  }

  @Test
  void rows_of_tables_are_told_whole_when_their_number_changes() {
    Place one = Place.at(48.4, -4.5);
    Place two = Place.at(48.5, -4);

    assertThat(fields(plan(places(), places(one, two))))
        .containsExactly(
            new FieldChange(
                "lieux", "", "latitude=48.4, longitude=-4.5 | latitude=48.5, longitude=-4", false));
    assertThat(fields(plan(places(one, two), places(one, Place.at(48.6, -4)))))
        .containsExactly(new FieldChange("lieux", "2: latitude=48.5", "2: latitude=48.6", false));
  }

  @Test
  void columns_that_are_not_known_come_last() {
    Initiative base = places();
    Initiative incoming =
        Initiative.named("a", "Titre neuf")
            .locations(List.of(Place.at(1, 2)))
            .sheet(
                SheetBuilder.builder()
                    .license("CC0-1.0")
                    .extensions(Map.of("a@b", "1", "x", "2"))
                    .build())
            .build();

    assertThat(fields(plan(base, incoming)))
        .extracting(FieldChange::field)
        .containsExactly("titre", "licence", "lieux", "a@b", "x");
  }

  @Test
  void a_translation_whose_text_the_other_side_takes_away_is_a_conflict() {
    LocalizedText title = LocalizedText.of("Titre");
    Initiative common = titled(title, LocalizedText.of("Résumé").with("en", "Summary"));
    Initiative ours = titled(title, LocalizedText.of("Résumé").with("en", "A summary"));
    Initiative theirs = Initiative.named("a", "Titre").build();

    UpdatePlan plan = merge(common, ours, theirs, UpdateOptions.STANDARD);

    assertThat(plan.isConflicting()).isTrue();
    assertThat(plan.records()).containsExactly(ours);
    assertThat(fields(plan))
        .extracting(FieldChange::field, FieldChange::before, FieldChange::after)
        .contains(tuple("resume@en", "A summary", ""));
  }

  @Test
  void what_both_sides_added_to_nothing_is_united_and_the_later_date_holds() {
    Initiative common = Initiative.named("a", "Titre").build();
    Initiative ours = keywords(List.of("pain"), LocalDate.of(2026, 3, 2));
    Initiative theirs = keywords(List.of("four", "pain"), LocalDate.of(2026, 3, 1));

    assertThat(merge(common, ours, theirs, UpdateOptions.STANDARD).records())
        .containsExactly(keywords(List.of("pain", "four"), LocalDate.of(2026, 3, 2)));
    assertThat(merge(common, theirs, ours, UpdateOptions.STANDARD).records())
        .containsExactly(keywords(List.of("four", "pain"), LocalDate.of(2026, 3, 2)));
  }

  private static Initiative keywords(List<String> words, LocalDate modified) {
    Header header =
        HeaderBuilder.builder().id("a").title(LocalizedText.of("Titre")).keywords(words).build();
    return Initiative.named("a", "Titre")
        .header(header)
        .sheet(SheetBuilder.builder().modifiedOn(modified).build())
        .build();
  }

  @Test
  void what_the_base_changed_stays_when_the_base_is_preferred() {
    Initiative common = Initiative.named("a", "Titre").build();
    Initiative ours = Initiative.named("a", "Titre neuf").build();
    RecordSet gone = RecordSet.create();
    gone.delete(Initiative.class, "a");

    for (Side side : Side.values()) {
      UpdatePlan plan = UpdatePlan.of(set(common), set(ours), gone, new UpdateOptions(false, side));
      assertThat(plan.changes())
          .extracting(Change::kind)
          .containsExactly(side == Side.BASE ? Kind.UNCHANGED : Kind.DELETED);
    }
  }

  @Test
  void provenance_goes_on_with_what_each_side_knew() {
    Provenance known = Provenance.create();
    assertThat(known.isEmpty()).isTrue();
    known.put("initiative", "a", Provenance.ALL, ATLAS);
    known.put("initiative", "a", "titre", NOTES);
    assertThat(known.isEmpty()).isFalse();
    Provenance coming = Provenance.create();
    coming.put("initiative", "x", "site_web", ATLAS);
    coming.put("initiative", "b", "titre", NOTES);
    Initiative base = external("a", null);
    RecordSet incoming =
        set(external("x", "https://a.example"), Initiative.named("b", "B").build());

    Provenance after =
        Provenance.after(
            UpdatePlan.of(set(base), incoming, UpdateOptions.STANDARD),
            new Source("base", known),
            new Source("entrant", coming));

    assertThat(after.lines())
        .containsExactly(
            new Line("initiative", "a", "*", ATLAS),
            new Line("initiative", "a", "site_web", ATLAS),
            new Line("initiative", "a", "titre", NOTES),
            new Line("initiative", "b", "*", new Origin("entrant", null)),
            new Line("initiative", "b", "titre", NOTES));
  }

  private static Initiative external(String id, @Nullable String site) {
    Header header =
        HeaderBuilder.builder()
            .id(id)
            .title(LocalizedText.of("Titre"))
            .externalIds(List.of(Objects.requireNonNull(ExternalId.parse("wikidata:Q42"))))
            .build();
    return Initiative.named(id, "Titre").header(header).website(site).build();
  }

  @Test
  void a_methodology_may_keep_its_version_when_only_what_is_said_beside_it_changes() {
    MethodologyBuilder known = Methodology.named("m", "Méthode").version("1.0");
    Methodology base = known.build();

    assertThat(codes(base, known.documentationStatus(DocumentationStatus.ANNOUNCED).build()))
        .isEmpty();
    Methodology dated =
        Methodology.named("m", "Méthode")
            .version("1.0")
            .sheet(SheetBuilder.builder().modifiedOn(LocalDate.of(2026, 1, 1)).build())
            .build();
    assertThat(codes(base, dated)).isEmpty();
    Methodology steps =
        Methodology.named("m", "Méthode")
            .version("1.0")
            .steps(List.of(StepBuilder.builder().position(1).title("Semer").build()))
            .build();
    assertThat(codes(base, steps)).containsExactly("version-not-increased");
    assertThat(
            codes(base, Methodology.named("m", "Méthode").version("1.0").effort("léger").build()))
        .containsExactly("version-not-increased");
    assertThat(
            codes(base, Methodology.named("m", "Méthode").version("1.1").effort("léger").build()))
        .isEmpty();
  }

  private static List<String> codes(Entry base, Entry incoming) {
    List<Finding> findings = new ArrayList<>();
    plan(base, incoming).report(Profile.ECHANGE, findings::add);
    return findings.stream().map(Finding::code).toList();
  }

  @Test
  void words_of_data_are_fixed() {
    assertThat(MatchedBy.values())
        .extracting(MatchedBy::label)
        .containsExactly("id", "contenu", "identifiants_externes", "url");
    assertThat(Kind.values())
        .extracting(Kind::label)
        .containsExactly(
            "created", "updated", "restored", "deleted", "conflicting", "missing", "unchanged");
  }

  @Test
  void a_set_knows_what_it_says_is_deleted() {
    RecordSet set = set(places());
    set.delete(Initiative.class, "b");

    assertThat(set.deleted()).isEqualTo(Map.of(Initiative.class, Set.of("b")));
  }
}
