package org.collporterre.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class GrowthChartTest {
  private static final List<String> TABLE =
      List.of(
          "records,series,wall_s,cpu_s,peak_rss_mb",
          "10000,little memory,0.50,0.60,100",
          "1000000,little memory,50.00,60.00,110",
          "10000,warm,0.25,0.25");

  @Test
  void what_grows_in_proportion_rises_as_much_as_it_goes_right() {
    GrowthChart.Axis records = GrowthChart.Axis.of(new double[] {1e4, 1e6}, 0, 200);
    GrowthChart.Axis seconds = GrowthChart.Axis.of(new double[] {0.5, 50}, 300, -300);
    assertThat(records.at(1e5)).isCloseTo(100, within(1e-9));
    assertThat(seconds.least()).isEqualTo(-1);
    assertThat(seconds.at(10)).isCloseTo(100, within(1e-9));
    assertThat(seconds.at(5) - seconds.at(0.5)).isCloseTo(-100, within(1e-9));
  }

  @Test
  void the_numbers_are_also_told_in_words() throws Exception {
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(GrowthChart.draw(TABLE).getBytes(StandardCharsets.UTF_8)));
    assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "Seconds, little memory: 0.50 for 10,000; 50 for 1,000,000;"
                + "Seconds, warm: 0.25 for 10,000; Megabytes, little memory: 100 for 10,000;"
                + " 110 for 1,000,000;");
    assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(5);
  }
}
