package org.collporterre.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Report;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExporterTest {
  private final Report losses = Report.create();

  @Test
  void writesAllColumnsInTheirOrderAndQuotesOnlyWhereNeeded() throws IOException {
    Initiative initiative =
        Initiative.named("a", "Un \"vrai\" titre")
            .trigger("Ligne 1\nligne 2")
            .locations(List.of(Place.at(48.39, -4.4861)))
            .build();
    String[] lines = write(CsvExporter.create(), initiative).split("\n", 2);
    List<String> keys = Schema.of(Initiative.class).fields().stream().map(Field::key).toList();
    assertThat(lines[0])
        .isEqualTo(String.join(",", keys))
        .startsWith("id,identifiants_externes,titre,");
    assertThat(lines[1])
        .startsWith("a,,\"Un \"\"vrai\"\" titre\",,")
        .contains(",48.39,-4.4861,")
        .contains("\"Ligne 1\nligne 2\"")
        .endsWith(",\n");
  }

  @Test
  void writesEnglishHeadersAndExtensionsWhenAskedTo() throws IOException {
    Initiative initiative =
        Initiative.named("a", "Titre")
            .sheet(SheetBuilder.builder().extensions(Map.of("x", "1", "y", "2")).build())
            .build();
    String written =
        write(
            CsvExporter.create().withEnglishHeader().withExtensions(List.of("x", "z")), initiative);
    assertThat(written).startsWith("id,external_ids,title,").contains(",x,z\n").endsWith(",1,\n");
    assertThat(losses()).containsExactly("y 1");
  }

  @Test
  void countsWhatALoneFileCannotHold() throws IOException {
    Initiative initiative =
        Initiative.named("a", "Titre")
            .header(
                HeaderBuilder.builder()
                    .id("a")
                    .title(LocalizedText.of("Titre").with("en", "Title"))
                    .keywords(List.of("a|b"))
                    .build())
            .locations(List.of(Place.at(1, 1), Place.at(2, 2)))
            .build();
    write(CsvExporter.create(), initiative);
    assertThat(losses()).containsExactlyInAnyOrder("titre 1", "mots_cles 1", "lieux 1");
  }

  @Test
  void countsWhatReadersTakeForSomethingElse() throws IOException {
    Initiative initiative =
        Initiative.named("a", " Titre")
            .kind("N/A")
            .themes(List.of("alimentation;energie"))
            .approaches(List.of("une", "une"))
            .trigger("N/A")
            .uniqueness("e\u0301t\u00E9")
            .socialValue("x\0\uD800")
            .economicModel("")
            .deploymentPotential("é".repeat((1 << 19) + 1))
            .locations(List.of(PlaceBuilder.builder().build()))
            .sheet(
                SheetBuilder.builder()
                    .extensions(
                        Map.of("titre@en", "Title", " x", "1", "token", "t", "y", " 2", "z", "3"))
                    .build())
            .build();
    String written =
        write(
            CsvExporter.create().withExtensions(List.of("titre@en", " x", "token", "y", "z")),
            initiative);
    assertThat(written).contains("x\uFFFD\uFFFD").doesNotContain("\0");
    assertThat(losses())
        .containsExactlyInAnyOrder(
            "titre 1",
            "nature 1",
            "themes 1",
            "approches 1",
            "singularite 1",
            "plus_value_sociale 1",
            "modele_economique 1",
            "potentiel_deploiement 1",
            "lieux 1",
            "titre@en 1",
            " x 1",
            "token 1",
            "y 1");
  }

  @Test
  void aFileAppearsWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "ancien");
    try (EntryWriter<Initiative> writer =
        CsvExporter.create().open(file, Initiative.class, losses)) {
      writer.write(Initiative.named("a", "Titre").build());
    }
    assertThat(file).hasContent("ancien");
    assertThat(names(folder)).containsExactly("a.csv");
    try (EntryWriter<Initiative> writer =
        CsvExporter.create().open(file, Initiative.class, losses)) {
      writer.write(Initiative.named("a", "Titre").build());
      assertThat(file).hasContent("ancien");
      writer.commit();
    }
    assertThat(Files.readString(file)).contains("a,,Titre");
    assertThat(names(folder)).containsExactly("a.csv");
  }

  @Test
  void aSymbolicLinkStaysOneAndAFolderIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "ancien");
    Path link = Files.createSymbolicLink(folder.resolve("lien.csv"), file);
    try (EntryWriter<Initiative> writer =
        CsvExporter.create().open(link, Initiative.class, losses)) {
      writer.commit();
    }
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(file)).startsWith("id,");
    assertThatThrownBy(() -> CsvExporter.create().open(folder, Initiative.class, losses))
        .isInstanceOf(IOException.class);
  }

  private List<String> losses() {
    return losses.findings().stream().map(f -> f.field() + " " + f.value()).toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private String write(CsvExporter exporter, Initiative... initiatives) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<Initiative> writer = exporter.open(out, Initiative.class, losses)) {
      for (Initiative initiative : initiatives) {
        writer.write(initiative);
      }
      writer.commit();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
