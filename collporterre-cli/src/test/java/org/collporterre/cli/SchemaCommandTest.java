package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
  @Test
  void without_arguments_it_lists_the_documents() {
    Call call = Call.of("schema");
    assertThat(call.code()).isZero();
    assertThat(call.out()).startsWith("fields.fr.md\nfields.en.md\ncontext.jsonld\n");
  }

  @Test
  void one_document_goes_to_standard_output() {
    assertThat(Call.of("schema", "fields.fr.md").out()).startsWith("# Les champs");
    assertThat(Call.of("schema", "context.jsonld").out()).startsWith("{\"@context\":{");
  }

  @Test
  void all_documents_go_to_a_folder_which_is_made(@TempDir Path folder) throws IOException {
    Path target = folder.resolve("a").resolve("b");
    Call call = Call.of("schema", "-o", target);
    assertThat(call.code()).isZero();
    assertThat(call.out()).isEmpty();
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(SchemaDocument.names());
    }
    assertThat(Files.readString(target.resolve("fields.en.md")))
        .isEqualTo(Call.of("schema", "fields.en.md").out());
  }

  @Test
  void one_document_alone_goes_to_a_folder(@TempDir Path folder) {
    assertThat(Call.of("schema", "context.jsonld", "-o", folder).code()).isZero();
    assertThat(folder).isDirectoryContaining("glob:**/context.jsonld");
    assertThat(folder.resolve("fields.fr.md")).doesNotExist();
  }

  @Test
  void a_file_in_the_place_of_the_folder_is_refused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "x");
    Call call = Call.of("schema", "-o", file);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).isEqualTo("collporterre: " + file + " is a file, not a folder\n");
    assertThat(file).hasContent("x");
  }

  @Test
  void for_an_unknown_document_the_nearest_is_proposed() {
    Call call = Call.of("schema", "field.fr.md");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err())
        .isEqualTo(
            "collporterre: there is no document \"field.fr.md\". Did you mean fields.fr.md?\n");
  }
}
