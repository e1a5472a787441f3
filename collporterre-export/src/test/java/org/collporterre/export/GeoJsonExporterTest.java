package org.collporterre.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.collporterre.model.Actor;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.AgentKind;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.Sdg;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

class GeoJsonExporterTest {
  private static final String HEAD =
      "{\"type\":\"FeatureCollection\",\"name\":\"initiatives\","
          + "\"collporterre\":{\"version_format\":\"1.0\"},\"features\":[";

  private final Report losses = Report.create();

  @Test
  void anEmptyCollectionHasNoBox() {
    assertThat(write(GeoJsonExporter.create())).isEqualTo(HEAD + "\n]}\n");
  }

  @Test
  void writesLongitudeFirstAndTheBoxOfAll() {
    String written =
        write(
            GeoJsonExporter.create(),
            Initiative.named("a", "Brest").locations(List.of(Place.at(48.39, -4.4861))).build(),
            Initiative.named("b", "Saint-Denis")
                .locations(List.of(Place.at(-20.8789, 55.4481)))
                .build());
    assertThat(written)
        .isEqualTo(
            HEAD
                + "\n{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":[-4.4861,48.39]},\"properties\":{\"id\":\"a\",\"titre\":\"Brest\"}},"
                + "\n{\"type\":\"Feature\",\"id\":\"b\",\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":[55.4481,-20.8789]},"
                + "\"properties\":{\"id\":\"b\",\"titre\":\"Saint-Denis\"}}"
                + "\n],\"bbox\":[-4.4861,-20.8789,55.4481,48.39]}\n");
  }

  @Test
  void keepsRecordsWithoutAPositionAndPositionsThatCannotBe() {
    String written =
        write(
            GeoJsonExporter.create(),
            Initiative.named("a", "Nulle part").build(),
            Initiative.named("b", "Hors limites").locations(List.of(Place.at(248, 4))).build(),
            Initiative.named("c", "Île nulle").locations(List.of(Place.at(0, 0))).build());
    assertThat(written).containsOnlyOnce("\"id\":\"a\",\"geometry\":null");
    assertThat(written)
        .contains("\"id\":\"b\",\"geometry\":null", "\"id\":\"c\",\"geometry\":null");
  }

  @Test
  void severalPlacesAreOneFeatureOfSeveralPoints() {
    Place further = PlaceBuilder.builder().latitude(2.0).longitude(1.0).locality("Ici").build();
    String written =
        write(
            GeoJsonExporter.create(),
            Initiative.named("a", "Titre").locations(List.of(Place.at(48, -4), further)).build());
    assertThat(written).contains("{\"type\":\"MultiPoint\",\"coordinates\":[[-4,48],[1,2]]}");
    assertThat(codesAndFields()).containsExactly("export-loss lieux 1");
  }

  @Test
  void writesListsAsArraysAndGoalsAsNumbers() {
    String written =
        write(
            GeoJsonExporter.create(),
            Initiative.named("a", "Titre")
                .fieldsOfAction(List.of(FieldOfAction.SOCIAL_INNOVATION))
                .sdgs(List.of(Sdg.ZERO_HUNGER, Sdg.PARTNERSHIPS))
                .build());
    assertThat(written).contains("\"champs_action\":[\"innovation-sociale\"],\"odd\":[2,17]");
  }

  @Test
  void escapesWhatCouldEndAScript() {
    String written =
        write(GeoJsonExporter.create(), Initiative.named("a", "</script>\u2028\"\\\n&").build());
    assertThat(written)
        .contains("\"\\u003c/script\\u003e\\u2028\\\"\\\\\\n\\u0026\"")
        .doesNotContain("</script>");
  }

  @Test
  void writesUtf8WhateverTheCharacters() {
    String title = "é€🌱 𝄞";
    assertThat(write(GeoJsonExporter.create(), Initiative.named("a", title).build()))
        .contains("\"" + title + "\"");
    assertThat(write(GeoJsonExporter.create(), Initiative.named("a", "x\uD83Cy").build()))
        .contains("\"x\uFFFDy\"");
  }

  @Test
  void longTextsAreLeftOutAndCountedUnlessAskedFor() {
    InitiativeBuilder initiative = Initiative.named("a", "Titre").trigger("Une fermeture");
    assertThat(write(GeoJsonExporter.create(), initiative.build())).doesNotContain("fermeture");
    assertThat(codesAndFields()).containsExactly("export-loss facteur_declenchant 1");
    assertThat(write(GeoJsonExporter.create().withDetail(), initiative.build()))
        .contains("\"facteur_declenchant\":\"Une fermeture\"");
  }

  @Test
  void anAddressIsPublicOnlyWhenTheRecordSaysSo() {
    InitiativeBuilder initiative =
        Initiative.named("a", "Titre").contactEmail("contact@exemple.org");
    assertThat(write(GeoJsonExporter.create(), initiative.build())).doesNotContain("contact@");
    assertThat(codesAndFields()).containsExactly("export-loss courriel 1");
    assertThat(write(GeoJsonExporter.create(), initiative.contactEmailPublic(true).build()))
        .contains("\"courriel\":\"contact@exemple.org\"")
        .doesNotContain("courriel_public");
  }

  @Test
  void personsAreLeftOut() {
    Actor person = new Actor(null, "Une personne", AgentKind.PERSON, null, null, null);
    String written =
        write(
            GeoJsonExporter.create(),
            Initiative.named("a", "Titre").actors(List.of(person, Actor.named("BRUDED"))).build());
    assertThat(written).contains("\"porteurs\":[\"BRUDED\"]").doesNotContain("Une personne");
    assertThat(codesAndFields()).containsExactly("export-loss porteurs 1");
  }

  @Test
  void whatIsNotPublishedOrNotAnInitiativeIsCounted() {
    Initiative draft =
        Initiative.named("a", "Brouillon")
            .sheet(SheetBuilder.builder().status(RecordStatus.DRAFT).build())
            .build();
    Portrait portrait = Portrait.named("p", "Portrait", SubjectKind.PERSON, "Prénom").build();
    assertThat(write(GeoJsonExporter.create(), draft, portrait)).isEqualTo(HEAD + "\n]}\n");
    assertThat(losses.findings())
        .extracting(f -> f.code() + " " + f.type() + " " + f.value() + " " + f.expected())
        .containsExactlyInAnyOrder(
            "record-withheld initiative 1 record-not-published",
            "record-withheld portrait 1 geojson");
  }

  @Test
  void unknownColumnsAreProperties() {
    Initiative initiative =
        Initiative.named("a", "Titre")
            .sheet(
                SheetBuilder.builder()
                    .modifiedOn(LocalDate.of(2012, 7, 5))
                    .extensions(Map.of("nbre_pl", "12"))
                    .build())
            .build();
    assertThat(write(GeoJsonExporter.create(), initiative))
        .contains("\"date_maj\":\"2012-07-05\",\"nbre_pl\":\"12\"}");
  }

  @Test
  void bytesDependOnNeitherLocaleNorTimeZone() {
    Initiative initiative =
        Initiative.named("a", "Titre").locations(List.of(Place.at(48.5, 1234567.25 / 1e5))).build();
    String expected = write(GeoJsonExporter.create(), initiative);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(write(GeoJsonExporter.create(), initiative)).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private List<String> codesAndFields() {
    return losses.findings().stream()
        .map(f -> f.code() + " " + f.field() + " " + f.value())
        .toList();
  }

  private String write(GeoJsonExporter exporter, Entry... entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<Entry> writer = exporter.open(out, Entry.class, losses)) {
      for (Entry entry : Arrays.asList(entries)) {
        writer.write(entry);
      }
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
