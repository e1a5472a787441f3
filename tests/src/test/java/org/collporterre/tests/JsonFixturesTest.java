package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importers;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.Mapping;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** JSON, GeoJSON and YAML of others, read through mappings. */
class JsonFixturesTest {
  private final Report report = Report.keeping(1_000_000);

  private Mapping mapping(String rules) throws IOException {
    byte[] bytes = ("{'name':'essai'," + rules + "}").replace('\'', '"').getBytes(UTF_8);
    return Mapping.read(new ByteArrayInputStream(bytes), "mapping.json", report).orElseThrow();
  }

  private List<Entry> read(String file, String rules) throws IOException {
    Path path = Fixtures.require(file);
    List<Entry> records = new ArrayList<>();
    try (EntryReader<Entry> in =
        Importers.detect(path).withMapping(mapping(rules)).open(path, Entry.class, report)) {
      in.forEach(row -> records.add(row.value()));
      assertThat(in.stopped()).isFalse();
    }
    return records;
  }

  @Test
  void a_case_of_participedia_has_its_links_and_keeps_what_is_not_mapped() throws IOException {
    List<Entry> read =
        read(
            "data/participedia/case.json",
            "'type':'initiative','fields':{'titre':'title','resume':'description',"
                + "'latitude':'latitude','longitude':'longitude','commune':'city',"
                + "'themes':'general_issues','references':{'each':'/links/*','fields':"
                + "{'url':'/url','titre':'/title'}},'images':{'from':'/photos/*/url'}}");

    assertThat(read).hasSize(1);
    Initiative found = (Initiative) read.get(0);
    assertThat(found.title().text()).isEqualTo("First Title");
    assertThat(found.themes()).containsExactly("arts", "education", "environnement", "planning");
    assertThat(found.locations().get(0).latitude()).isEqualTo(45.187044);
    assertThat(found.sheet().references()).hasSize(2);
    assertThat(found.sheet().references().get(1).title()).isEqualTo("To the victor go the spoils");
    assertThat(found.header().images().get(0).url())
        .isEqualTo("https://s3.amazonaws.com/uploads.participedia.xyz/index.php__21.jpg");
    assertThat(found.sheet().extensions())
        .containsEntry("is_component_of", "101")
        .containsEntry("scope_of_influence", "citytown");
    assertThat(found.sheet().extensions().get("links"))
        .contains("The Red Baron")
        .doesNotContain("winnipeg");
  }

  @Test
  void structures_of_openstreetmap_keep_their_identifiers_and_tags() throws IOException {
    List<Entry> read =
        read(
            "data/nantes/Structures_AvantOperationsManuelles.json",
            "'fields':{'titre':'name','commune':'contact:city',"
                + "'identifiants_externes':{'template':'osm:{@id}'}}");

    assertThat(read).hasSize(355);
    assertThat(read)
        .allMatch(entry -> ((Initiative) entry).locations().stream().allMatch(Place::isLocated));
    Initiative first = (Initiative) read.get(0);
    assertThat(first.header().externalIds()).containsExactly(ExternalId.parse("osm:way/270901433"));
    assertThat(first.locations().get(0).locality()).isEqualTo("Belligné");
    assertThat(first.sheet().extensions())
        .containsEntry("recycling:books", "yes")
        .doesNotContainKey("@id");
  }

  @Test
  void shops_of_villages_are_mapped_by_names_with_apostrophes() throws IOException {
    List<Entry> read =
        read(
            "data/commerces-ruraux/commerces-ruraux-extract.geojson",
            "'fields':{'titre':{'join':['Libellé - Demandeur','Ville'],'with':', '},"
                + "'code_insee':'insee_com','resume':'Activité principale'},"
                + "'drop':['libgeo','Passage COTECH']");

    assertThat(read).hasSize(4);
    assertThat(read.get(0).title().text()).isEqualTo("COLLECTIVITES TERRITORIALES, Coudray (53)");
    assertThat(read.get(0).sheet().extensions())
        .containsEntry("Subvention d'investissement", "14 125,00 €")
        .containsEntry("Date de livraison du commerce", "Début septembre 2023")
        .doesNotContainKeys("libgeo", "Passage COTECH", "insee_com");
  }

  @Test
  void manifests_of_open_know_how_are_methodologies() throws IOException {
    String rules =
        "'type':'methodologie','ignore_values':['[value]'],"
            + "'fields':{'titre':'title','resume':'description','mots_cles':'keywords',"
            + "'langue':'manifest-language'}";
    Methodology motor = (Methodology) read("data/okh/okh-xyz-nanopositioner.yml", rules).get(0);

    assertThat(motor.title().text()).startsWith("Low-Cost, Open-Source XYZ Nanopositioner");
    assertThat(motor.header().keywords()).hasSize(6).contains("3D printing");
    assertThat(motor.sheet().extensions())
        .containsEntry("project-link", "https://osf.io/7fk3u/files/osfstorage");

    List<Entry> template = read("data/okh/okh-YourHardwareName.yml", rules);
    assertThat(template).hasSize(1);
    assertThat(template.get(0).title()).isNull();
    assertThat(template.get(0).sheet().extensions()).doesNotContainValue("[value]");
  }

  @Test
  void an_array_of_many_records_takes_no_more_memory_than_one() throws IOException {
    String item = "{\"titre\":\"Jardin\",\"x\":1}";
    long before = usedMemory();
    try (EntryReader<Initiative> in =
        JsonImporter.create()
            .open(repeated("{\"n\":[", item, 200_000), "x", Initiative.class, report)) {
      int count = 0;
      for (var row : in) {
        assertThat(row.value().title()).isNotNull();
        count++;
      }
      assertThat(count).isEqualTo(200_000);
    }
    assertThat(usedMemory() - before).isLessThan(50L << 20);
  }

  @Test
  void deep_nesting_beside_the_records_is_refused_with_its_place() throws IOException {
    String text = "{\"x\":" + "[".repeat(100_000);
    try (EntryReader<Initiative> in =
        JsonImporter.create()
            .withRecords("/y")
            .open(new ByteArrayInputStream(text.getBytes(UTF_8)), "x", Initiative.class, report)) {
      assertThat(in).isEmpty();
      assertThat(in.stopped()).isTrue();
    }
    assertThat(report.findings()).extracting(Finding::code).containsExactly("json-limit");
    assertThat(report.findings().get(0).location()).isEqualTo(new Location("x", 1, 517));
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Returns a document of so many equal items, without holding it. */
  private static InputStream repeated(String start, String item, int times) {
    return new InputStream() {
      private byte[] part = (start + item).getBytes(UTF_8);
      private int at;
      private int left = times - 1;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        if (at == part.length && left >= 0) {
          part = (left == 0 ? "]}" : "," + item).getBytes(UTF_8);
          left--;
          at = 0;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, bytes, from, count);
        at += count;
        return count == 0 ? -1 : count;
      }
    };
  }
}
