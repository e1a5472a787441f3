package org.collporterre.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.files.WholeFile;
import org.collporterre.model.Initiative;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTargetTest {
  @TempDir Path folder;

  @Test
  void a_sheet_takes_1_048_576_rows_with_its_header_and_no_more() throws IOException {
    try (WorkbookTarget target = new WorkbookTarget(WholeFile.of(new ByteArrayOutputStream()));
        StagedTable table = new StagedTable("initiatives", List.of("id"), folder)) {
      for (int i = 1; i < 1_048_576; i++) {
        table.endRow();
      }
      target.requireRoom(table);

      table.endRow();
      assertThatThrownBy(() -> target.requireRoom(table))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "too large for a workbook: initiatives has 1048576 rows and a header,"
                  + " a sheet at most 1048576");
    }
  }

  @Test
  void a_table_of_more_than_16_384_columns_is_refused_before_anything_is_written()
      throws IOException {
    Map<String, String> extensions = new TreeMap<>();
    for (int i = 0; i < 16_384; i++) {
      extensions.put("note " + i, "x");
    }
    Initiative wide =
        Initiative.named("jardin", "Jardin partagé")
            .sheet(SheetBuilder.builder().extensions(extensions).build())
            .build();
    PackageExporter exporter = PackageExporter.create().asWorkbook();
    Path target = Files.writeString(folder.resolve("jeu.xlsx"), "avant");
    ByteArrayOutputStream stream = new ByteArrayOutputStream();

    try (DatasetWriter<Initiative> toFile =
            exporter.open(target, Initiative.class, Report.create());
        DatasetWriter<Initiative> toStream =
            exporter.open(stream, Initiative.class, Report.create())) {
      for (DatasetWriter<Initiative> writer : List.of(toFile, toStream)) {
        writer.write(wide);
        assertThatThrownBy(writer::commit)
            .isInstanceOf(IOException.class)
            .hasMessageContaining("columns, a sheet at most 16384");
      }
    }

    assertThat(target).hasContent("avant");
    assertThat(stream.size()).isZero();
  }
}
