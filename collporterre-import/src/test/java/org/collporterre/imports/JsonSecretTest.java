package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

class JsonSecretTest {
  @Test
  void aSecretIsDroppedWhereverItStands() throws IOException {
    String json =
        """
        {"type_fiche": "initiative", "id": "jardin", "titre": "Jardin", "password": "hush",
         "lieux": [{"commune": "Brest", "mot_de_passe_wifi": "hush"}],
         "extensions": {"token": "hush", "couleur": "vert"}}
        """;
    Report report = Report.create();
    List<Initiative> read = new ArrayList<>();
    try (EntryReader<Initiative> in =
        JsonImporter.create()
            .open(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                "x.json",
                Initiative.class,
                report)) {
      in.forEach(row -> read.add(row.value()));
    }
    assertThat(read).singleElement().asString().contains("vert").doesNotContain("hush");
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly("secret-column", "secret-column", "secret-column");
    assertThat(report.findings()).allSatisfy(one -> assertThat(one.value()).isNotEqualTo("hush"));
  }
}
