package org.collporterre.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.collporterre.cms.page.Assets;
import org.collporterre.cms.page.PageExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Place;
import org.collporterre.tests.support.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Says how much time the scripts of a map of ten thousand initiatives take, and those of the same
 * GeoJSON loaded by plain Leaflet markers, in turn. Only when it is asked for; nothing is asserted
 * of the times.
 */
@EnabledIfSystemProperty(named = "collporterre.measure", matches = "true")
class MapMeasuredTest {
  private static final int POINTS = 10_000;
  private static final int ROUNDS = 5;

  @TempDir Path folder;

  private static Initiative initiative(int number, Random random) {
    Initiative bare =
        Initiative.named("i" + number, "Initiative numéro " + number)
            .locations(
                List.of(
                    Place.at(
                        42.5 + random.nextInt(80_000) / 10_000.0,
                        -4.5 + random.nextInt(120_000) / 10_000.0)))
            .build();
    return org.collporterre.model.InitiativeBuilder.builder(bare)
        .header(
            org.collporterre.model.HeaderBuilder.builder(bare.header())
                .summary(LocalizedText.of("Des habitants cultivent, réparent et partagent."))
                .build())
        .build();
  }

  private void write(org.collporterre.export.Exporter exporter, Path file) throws IOException {
    Random random = new Random(42);
    try (EntryWriter<Initiative> out = exporter.open(file, Initiative.class, loss -> {})) {
      for (int i = 0; i < POINTS; i++) {
        out.write(initiative(i, random));
      }
      out.commit();
    }
  }

  private static String asset(String name) throws IOException {
    try (InputStream in = Assets.open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path plain() throws IOException {
    Path json = folder.resolve("points.geojson");
    write(GeoJsonExporter.create(), json);
    String page =
        """
        <!doctype html><html lang="fr"><meta charset="utf-8"><title>Leaflet</title>
        <style>%s #map { height: 600px }</style><div id="map"></div>
        <script id="data" type="application/json">%s</script>
        <script>%s</script>
        <script>
        const map = L.map("map").setView([46.5, 2.5], 6);
        L.Icon.Default.imagePath = "data:,";
        L.geoJSON(JSON.parse(document.getElementById("data").textContent), {
          onEachFeature: (feature, layer) => layer.bindPopup(() => feature.properties.titre),
        }).addTo(map);
        window.ready = true;
        </script>
        """
            .formatted(
                asset("leaflet/leaflet.css"), Files.readString(json), asset("leaflet/leaflet.js"));
    return Files.writeString(folder.resolve("plain.html"), page);
  }

  private static double[] measured(Browser browser, Path page, String ready) throws Exception {
    browser.command("Performance.enable", Map.of());
    browser.open(page);
    for (int i = 0;
        i < 600 && !Boolean.TRUE.equals(browser.run("return Boolean(" + ready + ")"));
        i++) {
      Thread.sleep(50);
    }
    double[] values = new double[3];
    for (Object metric :
        (List<?>)
            Objects.requireNonNull(
                browser.command("Performance.getMetrics", Map.of()).get("metrics"))) {
      Map<?, ?> pair = (Map<?, ?>) metric;
      int place =
          List.of("ScriptDuration", "LayoutDuration", "TaskDuration").indexOf(pair.get("name"));
      if (place >= 0) {
        values[place] = ((Number) Objects.requireNonNull(pair.get("value"))).doubleValue();
      }
    }
    return values;
  }

  @Test
  void script_times_side_by_side() throws Exception {
    Path page = folder.resolve("carte.html");
    write(PageExporter.create(), page);
    Path plain = plain();
    double[][][] seconds = new double[2][3][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int which = 0; which < 2; which++) {
        try (Browser browser = Browser.start()) {
          browser.screen(1280, 900);
          double[] values =
              which == 0
                  ? measured(browser, page, "document.querySelector('.collp-groupe')")
                  : measured(browser, plain, "window.ready");
          assertThat(values[0]).isPositive();
          for (int i = 0; i < 3; i++) {
            seconds[which][i][round] = values[i];
          }
        }
      }
    }
    for (int i = 0; i < 3; i++) {
      Arrays.sort(seconds[0][i]);
      Arrays.sort(seconds[1][i]);
      double ours = seconds[0][i][ROUNDS / 2];
      double theirs = seconds[1][i][ROUNDS / 2];
      System.out.printf(
          Locale.ROOT,
          "%d initiatives, %s: %.0f ms, plain Leaflet %.0f ms, ratio %.2f%n",
          POINTS,
          List.of("scripts", "layout", "all tasks").get(i),
          ours * 1e3,
          theirs * 1e3,
          ours / theirs);
    }
  }
}
