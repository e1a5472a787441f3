package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.collporterre.check.Checker;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.Folding;
import org.junit.jupiter.api.Test;

/**
 * How many true duplicates in real files are found, and how many of those found are true. What is
 * true is told by identifiers of the registers the files come from, by the order of the same rows,
 * or by street addresses; the rule looks at none of these. {@code docs/duplicates.md} has the
 * figures; {@code -Dcollporterre.update=true} writes it anew.
 */
class LabelledDuplicatesTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "duplicates.md");
  private static final Pattern NUMBERED = Pattern.compile(".*[0-9].*");

  /** How a record of a file is told from others: a column, {@link #ROW} or {@link #ADDRESS}. */
  private static final String ROW = "(row)";

  private static final String ADDRESS = "(address)";

  /** A file with the names of its columns and what tells its records apart. */
  private record Source(String file, String key, Map<String, String> columns) {}

  /**
   * Floors are just below what was measured when the rule was made; 0 where labels tell too little.
   */
  private record Case(
      String name, String label, List<Source> sources, double precision, double recall) {}

  private record Outcome(int records, int pairs, int hits, int misses, int unlabelled) {
    double precision() {
      return hits + misses == 0 ? 1 : (double) hits / (hits + misses);
    }

    double recall() {
      return pairs == 0 ? 1 : (double) hits / pairs;
    }
  }

  private static final Map<String, String> SERVICES =
      Map.of(
          "lib_fs", "titre",
          "insee_com", "code_insee",
          "lib_com", "commune",
          "latlon", "latitude,longitude");

  private static final Source SERVICES_300 = source("derived/expected.csv", "id_fs", SERVICES);

  private static final Source LIBRARIES =
      source(
          "data/mednum-raw/adresses-des-bibliotheques-publiques.csv",
          "code_bib",
          Map.of(
              "Libelle1", "titre",
              "voie", "adresse",
              "CP", "code_postal",
              "Ville", "commune",
              "coordonnees_finales", "latitude,longitude"));

  private static final Source REGIONAL_LIBRARIES =
      source(
          "data/mednum-raw/liste-donnees-mediatheques.csv",
          ADDRESS,
          Map.of(
              "Nom structure", "titre",
              "Adresse", "adresse",
              "Code postal", "code_postal",
              "Ville", "commune",
              "wgs84", "latitude,longitude"));

  private static final List<Case> CASES =
      List.of(
          new Case(
              "umap export, CSV and GeoJSON",
              "the same rows in the same order",
              List.of(
                  source(
                      "data/transformap/round2_umap-corrected_by_inkota.csv",
                      ROW,
                      Map.of("X", "longitude", "Y", "latitude")),
                  source(
                      "data/transformap/round2_umap-corrected_by_inkota.geojson", ROW, Map.of())),
              0.99,
              0.99),
          services("fs-utf8-bom-quoted-all.csv", 0.93, 0.99),
          services("fs-latlon-one-cell.csv", 0.93, 0.99),
          services("fs-leading-zeros-lost-trailing-columns.csv", 0.93, 0.99),
          services("fs-double-encoded.csv", 0.93, 0.95),
          services("fs-windows-1252-semicolon-deccomma-crlf.csv", 0.93, 0.99),
          services("fs-dms.csv", 0.93, 0.99),
          new Case(
              "France services, fs-lambert93-deccomma.csv",
              "register id",
              List.of(
                  SERVICES_300,
                  source(
                      "derived/fs-lambert93-deccomma.csv",
                      "id_fs",
                      Map.of(
                          "lib_fs", "titre",
                          "insee_com", "code_insee",
                          "lib_com", "commune",
                          "Y (Lambert 93)", "latitude",
                          "X (Lambert 93)", "longitude"))),
              0.93,
              0.99),
          new Case(
              "France services, all and 300",
              "register id",
              List.of(source("data/anct/liste-fs-20240801.csv", "id_fs", SERVICES), SERVICES_300),
              0.82,
              0.99),
          new Case(
              "libraries, national and regional",
              "street with number, and postcode",
              List.of(new Source(LIBRARIES.file, ADDRESS, LIBRARIES.columns), REGIONAL_LIBRARIES),
              0.96,
              0.69),
          new Case("libraries, national", "register id", List.of(LIBRARIES), 0, 0),
          new Case(
              "museums",
              "register id",
              List.of(
                  source(
                      "data/culture/liste-officielle-museesdf-20220127-data.csv",
                      "Identifiant Muséofile",
                      Map.of(
                          "Nom officiel du musée", "titre",
                          "Commune", "commune",
                          "Code Postal", "code_postal",
                          "Latitude", "latitude",
                          "Longitude", "longitude",
                          "URL", "site_web"))),
              0,
              0),
          new Case(
              "car sharing places",
              "register id",
              List.of(
                  source(
                      "data/bnlc/bnlc-.csv",
                      "id_lieu",
                      Map.of(
                          "nom_lieu", "titre",
                          "insee", "code_insee",
                          "com_lieu", "commune",
                          "Xlong", "longitude",
                          "Ylat", "latitude"))),
              0,
              0),
          new Case(
              "festivals",
              "register id",
              List.of(
                  source(
                      "data/culture/festivals_nettoye.csv",
                      "Identifiant",
                      Map.of(
                          "Nom du festival", "titre",
                          "Géocodage xy", "latitude,longitude"))),
              0,
              0),
          new Case(
              "aids to towns (ten positions twice)",
              "register id",
              List.of(
                  source(
                      "data/anct/pao_geom.geojson",
                      "id_territoire",
                      Map.of("lib_territoire", "titre"))),
              0,
              0));

  private static Source source(String file, String key, Map<String, String> columns) {
    return new Source(file, key, columns);
  }

  private static Case services(String file, double precision, double recall) {
    return new Case(
        "France services, " + file,
        "register id",
        List.of(SERVICES_300, source("derived/" + file, "id_fs", SERVICES)),
        precision,
        recall);
  }

  @Test
  void what_the_document_says_of_real_files_is_what_is_found() throws IOException {
    StringBuilder table = new StringBuilder();
    SoftAssertions floors = new SoftAssertions();
    for (Case one : CASES) {
      Outcome outcome = run(one);
      String row = row(one, outcome);
      System.out.print(row);
      table.append(row);
      floors.assertThat(outcome.recall()).as("recall: " + row).isGreaterThanOrEqualTo(one.recall);
      floors
          .assertThat(outcome.precision())
          .as("precision: " + row)
          .isGreaterThanOrEqualTo(one.precision);
    }
    String before = Files.readString(DOCUMENT);
    String begin = "<!-- table -->\n";
    int from = before.indexOf(begin) + begin.length();
    String document =
        before.substring(0, from) + table + before.substring(before.indexOf("<!-- end -->"));
    if (Boolean.getBoolean("collporterre.update")) {
      Files.writeString(DOCUMENT, document);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    floors.assertAll();
  }

  private static String row(Case one, Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %d | %d | %d | %s | %s |%n",
        one.name,
        one.label,
        outcome.records,
        outcome.pairs,
        outcome.hits,
        outcome.misses,
        outcome.unlabelled,
        outcome.hits + outcome.misses == 0 || outcome.pairs == 0
            ? "-"
            : String.format(Locale.ROOT, "%.3f", outcome.precision()),
        outcome.pairs == 0 ? "-" : String.format(Locale.ROOT, "%.3f", outcome.recall()));
  }

  private static Outcome run(Case one) throws IOException {
    List<Initiative> records = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    for (int i = 0; i < one.sources.size(); i++) {
      read(one.sources.get(i), "f" + i + "-", records, labels);
    }
    if (one.sources.stream().anyMatch(source -> source.key.equals(ADDRESS))) {
      keepShared(labels);
    }
    Report report = Report.keeping(1_000_000);
    Checker.standard().check(records, report);
    int hits = 0;
    int misses = 0;
    int unlabelled = 0;
    for (Finding finding : report.findings()) {
      if (finding.code().equals("probable-duplicate")) {
        String other = String.valueOf(finding.value()).split(" ", 2)[0];
        String a = labels.get(other);
        String b = labels.get(finding.id());
        if (a == null || b == null) {
          unlabelled++;
        } else if (a.equals(b)) {
          hits++;
        } else {
          misses++;
          if (Boolean.getBoolean("collporterre.verbose")) {
            System.out.println(
                "  miss " + finding.value() + " | " + finding.id() + finding.expected());
          }
        }
      }
    }
    return new Outcome(records.size(), truePairs(labels), hits, misses, unlabelled);
  }

  /** One address may be written in two ways: only where it is in both files does it tell. */
  private static void keepShared(Map<String, String> labels) {
    Map<String, Integer> counts = new HashMap<>();
    labels.values().forEach(label -> counts.merge(label, 1, Integer::sum));
    labels.values().removeIf(label -> counts.getOrDefault(label, 0) < 2);
  }

  private static int truePairs(Map<String, String> labels) {
    Map<String, Integer> counts = new HashMap<>();
    labels.values().forEach(label -> counts.merge(label, 1, Integer::sum));
    return counts.values().stream().mapToInt(n -> n * (n - 1) / 2).sum();
  }

  private static void read(
      Source source, String prefix, List<Initiative> records, Map<String, String> labels)
      throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, String> own = new HashMap<>();
    int row = 0;
    try (EntryReader<Initiative> in = open(source)) {
      for (Located<Initiative> one : in) {
        String id = prefix + row;
        String label = label(source.key, one.value(), row);
        if (!label.isEmpty()) {
          seen.merge(label, 1, Integer::sum);
          own.put(id, label);
        }
        Initiative value = one.value();
        records.add(
            InitiativeBuilder.builder(value)
                .header(HeaderBuilder.builder(value.header()).id(id).build())
                .build());
        row++;
      }
    }
    // Two libraries at one address: which of them the other file means is not known.
    own.values().removeIf(label -> source.key.equals(ADDRESS) && seen.get(label) > 1);
    labels.putAll(own);
  }

  private static String label(String key, Initiative record, int row) {
    if (key.equals(ROW)) {
      return String.valueOf(row);
    }
    if (!key.equals(ADDRESS)) {
      return record.sheet().extensions().getOrDefault(key, "");
    }
    Place place = record.locations().isEmpty() ? null : record.locations().get(0);
    return place == null
            || place.street() == null
            || place.postcode() == null
            || !NUMBERED.matcher(place.street()).matches()
        ? ""
        : Folding.fold(place.street()) + ' ' + place.postcode();
  }

  private static EntryReader<Initiative> open(Source source) throws IOException {
    Path file = Fixtures.require(source.file);
    if (source.file.endsWith(".geojson")) {
      GeoJsonImporter importer = GeoJsonImporter.create().withGeneratedIds();
      for (Map.Entry<String, String> column : source.columns.entrySet()) {
        importer = importer.withColumn(column.getKey(), column.getValue());
      }
      return importer.open(file, Initiative.class, finding -> {});
    }
    CsvImporter importer = CsvImporter.create().withGeneratedIds();
    if (source.columns.containsKey("X (Lambert 93)")) {
      importer = importer.withCrs("EPSG:2154");
    }
    for (Map.Entry<String, String> column : source.columns.entrySet()) {
      importer = importer.withColumn(column.getKey(), column.getValue());
    }
    return importer.open(file, Initiative.class, finding -> {});
  }
}
