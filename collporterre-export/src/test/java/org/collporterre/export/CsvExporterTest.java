package org.collporterre.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

  private static Initiative extended(String id, String... extensions) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < extensions.length; i += 2) {
      all.put(extensions[i], extensions[i + 1]);
    }
    return Initiative.named(id, "\"" + id + "\"\r\n" + id + ";,")
        .sheet(SheetBuilder.builder().extensions(all).build())
        .build();
  }

  private static final List<Initiative> EXTENDED =
      List.of(
          extended("a"),
          extended("b", "x", "1", "titre", "pris", "token", "t"),
          extended("c", "z", "3"),
          extended("d", "x", "4", "y", "5"),
          extended("e"));

  /** Returns the rows, each without its cells for the title, which has line breaks, and fields. */
  private static List<String> extensionCells(String written, String separator, String end) {
    int fields = Schema.of(Initiative.class).fields().size();
    String plain = written.replaceAll("\"[^\"]*(\"\"[^\"]*)*\"", "titre");
    List<String> rows = new ArrayList<>();
    for (String row : plain.split(end, 0)) {
      String[] cells = row.split(separator, -1);
      rows.add(String.join(separator, List.of(cells).subList(fields, cells.length)));
    }
    return rows;
  }

  @Test
  void writesAllExtensionsInColumnsAsTheyAppear(@TempDir Path folder) throws IOException {
    CsvExporter exporter = CsvExporter.create().withExtensions(List.of("z")).withAllExtensions();
    String written = write(exporter, EXTENDED.toArray(Initiative[]::new));
    assertThat(extensionCells(written, ",", "\n"))
        .containsExactly("z,x,y", ",,", ",1,", "3,,", ",4,5", ",,");
    assertThat(losses()).containsExactly("titre 1", "token 1");
    Path file = folder.resolve("a.csv");
    try (EntryWriter<Initiative> writer = exporter.open(file, Initiative.class, losses)) {
      for (Initiative initiative : EXTENDED) {
        writer.write(initiative);
      }
      assertThat(file).doesNotExist();
      writer.commit();
    }
    assertThat(file).hasContent(written);
    assertThat(names(folder)).containsExactly("a.csv");
  }

  @Test
  void rowsThatAreThereGetTheCellsThatComeUpLater() throws IOException {
    Initiative[] many = new Initiative[2001];
    Arrays.fill(many, EXTENDED.get(0));
    many[1500] = EXTENDED.get(1);
    many[2000] = EXTENDED.get(3);
    for (boolean excel : List.of(false, true)) {
      CsvExporter plain = CsvExporter.create().withAllExtensions();
      CsvExporter each = excel ? plain.withExcelPreset() : plain;
      String separator = excel ? ";" : ",";
      List<String> rows = extensionCells(write(each, many), separator, excel ? "\r\n" : "\n");
      assertThat(rows).hasSize(2002).startsWith("x" + separator + "y", separator, separator);
      assertThat(rows.get(1501)).isEqualTo("1" + separator);
      assertThat(rows.get(2001)).isEqualTo("4" + separator + "5");
      assertThat(rows.stream().filter(separator::equals)).hasSize(1999);
    }
  }

  @Test
  void columnsAreNotMoreThanReadersRemember() throws IOException {
    String[] names = new String[20_004];
    for (int i = 0; i < names.length; i++) {
      names[i] = i % 2 == 0 ? "n" + (10_000 + i / 2) : "1";
    }
    String written = write(CsvExporter.create().withAllExtensions(), extended("a", names));
    assertThat(extensionCells(written, ",", "\n").get(0)).endsWith(",n19998,n19999");
    assertThat(losses()).containsExactly("n20000 1", "n20001 1");
  }

  @Test
  void withoutACommitNothingIsLeftOfColumnsThatCameUp(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "ancien");
    try (EntryWriter<Initiative> writer =
        CsvExporter.create().withAllExtensions().open(file, Initiative.class, losses)) {
      writer.write(EXTENDED.get(0));
      writer.write(EXTENDED.get(1));
    }
    assertThat(file).hasContent("ancien");
    assertThat(names(folder)).containsExactly("a.csv");
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
