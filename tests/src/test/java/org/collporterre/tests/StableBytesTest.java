package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.PackageExporter;
import org.collporterre.model.Initiative;
import org.collporterre.model.Sheet;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** Records that are equal give the same bytes. */
class StableBytesTest {
  @Test
  void theOrderInWhichExtensionsWereAddedDoesNotShow() throws IOException {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("couleur", "vert");
    one.put("accueil", "oui");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("accueil", "oui");
    other.put("couleur", "vert");

    for (Exporter exporter :
        List.of(
            GeoJsonExporter.create(),
            JsonExporter.create(),
            PackageExporter.create().asZip(),
            PackageExporter.create().asWorkbook())) {
      assertThat(write(exporter, one)).isEqualTo(write(exporter, other));
    }
  }

  private static byte[] write(Exporter exporter, Map<String, String> extensions)
      throws IOException {
    Sheet empty = Sheet.EMPTY;
    Sheet sheet =
        new Sheet(
            empty.language(),
            empty.status(),
            empty.createdOn(),
            empty.modifiedOn(),
            empty.verifiedOn(),
            empty.verifiedBy(),
            empty.recordedBy(),
            empty.license(),
            empty.licenseStatement(),
            empty.references(),
            extensions);
    assertThat(sheet).isEqualTo(SheetBuilder.builder().extensions(extensions).build());
    Initiative initiative = Initiative.named("jardin", "Jardin partagé").sheet(sheet).build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<Initiative> writer = exporter.open(out, Initiative.class, Report.create())) {
      writer.write(initiative);
      writer.commit();
    }
    return out.toByteArray();
  }
}
