package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandTest {
  @TempDir Path folder;

  @Test
  void the_name_of_the_workbook_tells_its_records() throws IOException {
    Path file = folder.resolve("Portraits-2024.xlsx");

    Call call = Call.in(Map.of(), "template", file);

    assertThat(call.code()).isZero();
    assertThat(call.out()).isEqualTo("Modèle écrit dans " + file + "\n");
    assertThat(table(file)).contains("consentement").contains("promptTitle=\"Résumé\"");
  }

  @Test
  void the_type_and_the_language_can_be_said() throws IOException {
    Path file = folder.resolve("saisie.xlsx");

    Call call = Call.of("template", "--type", "methodologie", file, "--lang", "en");

    assertThat(call.code()).isZero();
    assertThat(table(file)).contains("promptTitle=\"Summary\"").contains(">version<");
  }

  @Test
  void what_cannot_be_done_is_said_and_nothing_is_written() {
    Path noType = folder.resolve("saisie.xlsx");
    Path noWorkbook = folder.resolve("initiatives.csv");
    Path noFolder = folder.resolve("absent").resolve("initiatives.xlsx");

    for (Path file : new Path[] {noType, noWorkbook, noFolder}) {
      Call call = Call.of("template", file);
      assertThat(call.code()).isEqualTo(2);
      assertThat(call.err()).startsWith("collporterre: ").hasLineCount(1);
      assertThat(Files.exists(file)).isFalse();
    }
  }

  private static String table(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      var entry = zip.getEntry("xl/worksheets/sheet1.xml");
      return new String(
          zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
