package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collporterre.imports.CsvImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** How often the encoding is told right, on the beginnings of real files in each encoding. */
class EncodingsMeasuredTest {
  private static final List<String> CHARSETS =
      List.of("UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15", "x-MacRoman", "IBM850");
  private static final List<Integer> CUTS = List.of(1, 5, 50, Integer.MAX_VALUE);

  @Test
  void nearlyAllBeginningsOfFilesReadTheSameInTheEncodingFound() throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    for (Path file : files()) {
      for (String charset : CHARSETS) {
        measure(Files.readString(file), Charset.forName(charset), counts);
      }
    }
    counts.forEach((what, of) -> System.out.println(what + ": " + of[0] + "/" + of[1]));
    assertThat(counts)
        .hasSize(CHARSETS.size() * CUTS.size())
        .allSatisfy((what, of) -> assertThat(of[0]).as(what).isGreaterThanOrEqualTo(of[1] - 2));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(Fixtures.require("data"))) {
      return all.filter(path -> path.toString().endsWith(".csv"))
          .filter(path -> !path.toString().endsWith("ansi.csv"))
          .sorted()
          .toList();
    }
  }

  /** Lines that the encoding cannot hold are left out; text of ASCII only says nothing. */
  private static void measure(String text, Charset charset, Map<String, int[]> counts)
      throws IOException {
    List<String> lines =
        text.replace("\uFEFF", "")
            .lines()
            .filter(line -> charset.newEncoder().canEncode(line))
            .collect(Collectors.toCollection(ArrayList::new));
    for (int cut : CUTS) {
      String part = String.join("\n", lines.subList(0, Math.min(cut, lines.size()))) + "\n";
      if (part.chars().anyMatch(c -> c >= 0x80)) {
        byte[] bytes = part.getBytes(charset);
        int[] count =
            counts.computeIfAbsent(charset + " " + Math.min(cut, 999), what -> new int[2]);
        count[0] += new String(bytes, found(bytes)).equals(part) ? 1 : 0;
        count[1]++;
      }
    }
  }

  /** Returns the encoding that reading tells of; UTF-8 when it tells of none. */
  private static Charset found(byte[] bytes) throws IOException {
    Report report = Report.create();
    CsvImporter.create()
        .open(new ByteArrayInputStream(bytes), "f.csv", Initiative.class, report)
        .close();
    return report.findings().stream()
        .filter(finding -> finding.code().equals("encoding-guessed"))
        .map(Finding::value)
        .map(Charset::forName)
        .findFirst()
        .orElse(StandardCharsets.UTF_8);
  }
}
