package org.collporterre.cms.sling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.files.TemporaryFile;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Actor;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.vocabulary.AgentKind;
import org.junit.jupiter.api.Test;

class RecordTreeTest {
  private static final Path EXAMPLE =
      Path.of("../../examples/datasets/initiatives-inspirantes").toAbsolutePath();

  @Test
  void a_tree_holds_all_of_a_record() throws IOException {
    List<Entry> entries;
    try (EntryReader<Entry> in =
        PackageImporter.create().open(EXAMPLE, Entry.class, finding -> {})) {
      entries = all(in);
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.createGenerator(json)) {
      out.writeStartObject().writeStartArray("fiches");
      entries.forEach(entry -> RecordTree.of(entry).write(out));
      out.writeEnd().writeEnd();
    }
    assertThat(read(JsonImporter.create(), json.toByteArray(), Entry.class))
        .hasSize(18)
        .containsExactlyElementsOf(entries);
  }

  @Test
  void a_public_tree_has_no_confidential_column_unless_its_record_lifts_the_protection()
      throws IOException {
    String csv = "id,titre,courriel,courriel_public\na,A,a@exemple.org,\nb,B,b@exemple.org,oui\n";
    List<Map<String, Object>> trees =
        read(CsvImporter.create(), csv.getBytes(StandardCharsets.UTF_8), Initiative.class).stream()
            .map(entry -> RecordTree.published(entry).values())
            .toList();
    assertThat(trees.get(0)).containsEntry("titre", "A").doesNotContainKey("courriel");
    assertThat(trees.get(1)).containsEntry("courriel", "b@exemple.org");
  }

  @Test
  void a_public_tree_names_no_person_among_the_actors() {
    Actor person = new Actor(null, "Marie", AgentKind.PERSON, null, null, null);
    Initiative initiative =
        Initiative.named("a", "A").actors(List.of(person, Actor.named("La Grange"))).build();
    assertThat(RecordTree.of(initiative).values().toString()).contains("Marie");
    assertThat(RecordTree.published(initiative).values().toString())
        .contains("La Grange")
        .doesNotContain("Marie");
  }

  @Test
  void names_of_columns_mean_nothing_to_a_repository() {
    assertThat(RecordNode.encode("sling:resourceType")).isEqualTo("sling%3AresourceType");
    assertThat(RecordNode.encode("titre@br")).isEqualTo("titre@br");
    assertThat(RecordNode.encode("..")).isEqualTo("%2E%2E");
    assertThat(RecordNode.encode("a/b[1]|*")).doesNotContain("/", "[", "]", "|", "*");
    for (String name : List.of("rep:policy", "..", ".", "a/b[1]|*", "été", "50 %", "a+b@c")) {
      assertThat(RecordNode.decode(RecordNode.encode(name))).isEqualTo(name);
    }
  }

  @Test
  void a_file_of_more_bytes_than_are_taken_is_refused() throws IOException {
    assertThatThrownBy(() -> Uploads.copy(zeros(Uploads.MOST_BYTES + 1)))
        .isInstanceOf(TemporaryFile.TooLarge.class);
    try (TemporaryFile whole = Uploads.copy(zeros(10))) {
      assertThat(whole.path()).hasSize(10);
    }
  }

  private static InputStream zeros(long count) {
    return new InputStream() {
      private long left = count;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        int n = (int) Math.min(left, length);
        left -= n;
        return n == 0 ? -1 : n;
      }
    };
  }

  private static <E extends Entry> List<E> read(Importer<?> importer, byte[] bytes, Class<E> type)
      throws IOException {
    try (EntryReader<E> in =
        importer.open(new ByteArrayInputStream(bytes), "essai", type, finding -> {})) {
      return all(in);
    }
  }

  private static <E extends Entry> List<E> all(EntryReader<E> in) {
    List<E> entries = new ArrayList<>();
    for (Located<E> row : in) {
      entries.add(row.value());
    }
    return entries;
  }
}
