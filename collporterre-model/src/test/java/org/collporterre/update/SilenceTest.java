package org.collporterre.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.model.Header;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.MediaBuilder;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Step;
import org.collporterre.model.StepBuilder;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.update.Change.Kind;
import org.junit.jupiter.api.Test;

/** What of a record stays because the file that comes in says nothing of it. */
class SilenceTest {
  private static final Media FRONT = Media.at("https://exemple.org/1.jpg");
  private static final Media BACK = Media.at("https://exemple.org/2.jpg");
  private static final Place BREST =
      PlaceBuilder.builder().locality("Brest").latitude(48.39).longitude(-4.49).build();
  private static final Place RENNES = PlaceBuilder.builder().locality("Rennes").build();

  private record Columns(Set<String> keys) implements Located.Origin {
    @Override
    public Location record() {
      return new Location("entrant.csv", 2, 1);
    }

    @Override
    public Location field(String key) {
      return record();
    }

    @Override
    public boolean hasColumn(String key) {
      return keys.contains(key);
    }
  }

  private static Change change(Entry base, Entry incoming, Coverage coverage, String... columns) {
    RecordSet known = RecordSet.create();
    known.add(base);
    RecordSet coming = RecordSet.create();
    coming.add(new Located<>(incoming, new Columns(Set.of(columns))), coverage);
    List<Change> changes = UpdatePlan.of(known, coming, UpdateOptions.STANDARD).changes();
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  private static Entry after(Entry base, Entry incoming, Coverage coverage, String... columns) {
    Entry result = change(base, incoming, coverage, columns).result();
    assertThat(result).isNotNull();
    return result == null ? base : result;
  }

  private static Initiative initiative(LocalizedText title, List<Media> images, Place... places) {
    Header header = HeaderBuilder.builder().id("jardin").title(title).images(images).build();
    return Initiative.named("jardin", "Jardin").header(header).locations(List.of(places)).build();
  }

  private static Initiative places(Place... places) {
    return initiative(LocalizedText.of("Jardin"), List.of(), places);
  }

  private static Initiative images(Media... images) {
    return initiative(LocalizedText.of("Jardin"), List.of(images));
  }

  private static List<Place> placesAfter(Entry base, Entry incoming, String... columns) {
    return new ArrayList<>(
        ((Initiative) after(base, incoming, Coverage.COLUMNS, columns)).locations());
  }

  @Test
  void a_field_without_a_column_stays_and_one_with_an_empty_cell_goes() {
    Initiative base =
        Initiative.named("jardin", "Jardin").website("https://a.example").kind("jardin").build();
    Initiative incoming = Initiative.named("jardin", "Jardin").build();

    Initiative after =
        (Initiative) after(base, incoming, Coverage.COLUMNS, "id", "titre", "site_web");

    assertThat(after.website()).isNull();
    assertThat(after.kind()).isEqualTo("jardin");
  }

  @Test
  void a_file_that_covers_everything_leaves_nothing_of_what_it_does_not_say() {
    Initiative base =
        Initiative.named("jardin", "Jardin")
            .website("https://a.example")
            .locations(List.of(BREST))
            .sheet(SheetBuilder.builder().extensions(Map.of("x", "1")).build())
            .build();
    Initiative incoming = Initiative.named("jardin", "Jardin").build();
    RecordSet known = RecordSet.create();
    known.add(base);
    RecordSet coming = RecordSet.create();
    coming.add(Located.of(incoming), Coverage.WHOLE);

    assertThat(UpdatePlan.of(known, coming, UpdateOptions.STANDARD).records())
        .containsExactly(incoming);
  }

  @Test
  void a_file_of_values_takes_nothing_away() {
    Initiative base =
        Initiative.named("jardin", "Jardin")
            .website("https://a.example")
            .locations(List.of(BREST))
            .build();
    Initiative incoming = Initiative.named("jardin", "Jardin neuf").build();

    Initiative after =
        (Initiative) after(base, incoming, Coverage.VALUES, "id", "titre", "site_web", "commune");

    assertThat(after.title()).isEqualTo(LocalizedText.of("Jardin neuf"));
    assertThat(after.website()).isEqualTo("https://a.example");
    assertThat(after.locations()).containsExactly(BREST);
  }

  @Test
  void a_table_says_nothing_of_translations_and_unknown_columns() {
    Initiative base =
        Initiative.named("jardin", "Jardin")
            .header(
                HeaderBuilder.builder()
                    .id("jardin")
                    .title(LocalizedText.of("Jardin").with("en", "Garden"))
                    .build())
            .sheet(SheetBuilder.builder().extensions(Map.of("x", "1", "y@z", "2")).build())
            .build();
    Initiative incoming =
        Initiative.named("jardin", "Jardin neuf")
            .sheet(SheetBuilder.builder().extensions(Map.of("x", "3")).build())
            .build();

    Entry after = after(base, incoming, Coverage.COLUMNS, "id", "titre");

    assertThat(after.title()).isEqualTo(LocalizedText.of("Jardin neuf").with("en", "Garden"));
    assertThat(after.sheet().extensions()).isEqualTo(Map.of("x", "3", "y@z", "2"));
  }

  @Test
  void places_stay_when_no_column_speaks_of_them_and_go_when_one_does() {
    Initiative base = places(BREST, RENNES);

    assertThat(placesAfter(base, places(), "id", "titre")).containsExactly(BREST, RENNES);
    assertThat(placesAfter(base, places(), "id", "titre", "commune")).isEmpty();
  }

  @Test
  void places_stay_when_the_row_repeats_the_first_as_far_as_it_has_columns() {
    Initiative base = places(BREST, RENNES);
    Place brest = PlaceBuilder.builder().locality("Brest").build();

    assertThat(placesAfter(base, places(brest), "id", "titre", "commune"))
        .containsExactly(BREST, RENNES);
    // An empty cell of a column there is says that there is no latitude.
    assertThat(placesAfter(base, places(brest), "id", "titre", "commune", "latitude"))
        .containsExactly(brest);
    assertThat(placesAfter(base, places(RENNES), "id", "titre", "commune")).containsExactly(RENNES);
    assertThat(placesAfter(base, places(brest, RENNES), "id", "titre", "commune"))
        .containsExactly(brest, RENNES);
  }

  @Test
  void what_is_known_of_pictures_stays_when_their_column_lists_the_same() {
    Media described = MediaBuilder.builder().url(FRONT.url()).alt("La serre").build();
    Initiative base = images(described, BACK);
    String[] columns = {"id", "titre", "images"};

    assertThat(after(base, images(FRONT, BACK), Coverage.COLUMNS, columns)).isEqualTo(base);
    assertThat(after(base, images(FRONT), Coverage.COLUMNS, columns)).isEqualTo(images(FRONT));
    assertThat(after(base, images(), Coverage.COLUMNS, columns)).isEqualTo(images());
    assertThat(after(base, images(), Coverage.COLUMNS, "id", "titre")).isEqualTo(base);
    Media other = MediaBuilder.builder().url(FRONT.url()).alt("Le puits").build();
    assertThat(after(base, images(other, BACK), Coverage.COLUMNS, columns))
        .isEqualTo(images(other, BACK));
  }

  @Test
  void a_table_without_a_column_stays_unless_the_file_could_have_said_it() {
    Step step = StepBuilder.builder().position(1).title("Semer").build();
    Methodology base = Methodology.named("m", "Méthode").steps(List.of(step)).build();
    Methodology incoming = Methodology.named("m", "Méthode").build();

    assertThat(change(base, incoming, Coverage.COLUMNS, "id", "titre").kind())
        .isEqualTo(Kind.UNCHANGED);
    assertThat(after(base, incoming, Coverage.WHOLE, "id", "titre")).isEqualTo(incoming);
  }

  @Test
  void a_record_of_a_file_is_told_at_its_place() {
    Change change =
        change(
            places(),
            Initiative.named("jardin", "Jardin neuf").build(),
            Coverage.COLUMNS,
            "id",
            "titre");

    assertThat(change.place()).isEqualTo(new Location("entrant.csv", 2, 1));
    assertThat(change.fields())
        .containsExactly(new FieldChange("titre", "Jardin", "Jardin neuf", false));
  }
}
