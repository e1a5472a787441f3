package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Findings about rows, whole: line and column, rule, record, column, value, what was expected, and
 * the correction ({@code !} is a safe one, {@code ?} one for a person). Lines end in {@code /}.
 */
class CsvFindingsTest {
  private static final CsvImporter PLAIN = CsvImporter.create();

  private final List<Finding> findings = new ArrayList<>();
  private final List<Located<Initiative>> rows = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          # -- cells
          id,titre,commune/a,T, Brest          # 2:5 blanks-around a commune Brest - !commune=Brest
          id,titre,commune/a,T,"Brest\t"       # 2:5 blanks-around a commune Brest - !commune=Brest
          id,titre,commune/a,T,  /             #
          id,titre,commune/a,T," "             #
          id,titre,x/a,T, y /                  # 1:10 header-unknown - x x - - ; 2:5 blanks-around a x y - !x=y
          id,titre,/a,T,y/b,T,z                # 2:5 header-empty - colonne_3 - - -
          id,titre,/a,T,/                      #
          id,titre/a,"T" u                     # 2:3 quote-misplaced a titre "T" u - -
          id,titre/a,"T ""u"" v" w             # 2:3 quote-misplaced a titre "T ""u"" v" w - -
          id,titre/a,"T ""u""                  # 2:3 quote-unclosed - titre - " -
          id,titre/a,T,"u                      # 2:5 quote-unclosed - - - " -
          id,titre,date_debut/a,T,-            # 2:5 sentinel-value a date_debut - - -
          id,titre,date_debut/a,T,nc           # 2:5 sentinel-value a date_debut nc - -
          id,titre,commune/a,T,nc              # 2:5 sentinel-value a commune nc - -
          id,titre,titre@en/a,T,nc             # 2:5 sentinel-value a titre@en nc - -
          titre,date_debut,id/T,nc,a           # 2:3 sentinel-value a date_debut nc - -
          titre,date_debut/T,nc                # 2:3 sentinel-value - date_debut nc - -
          id,titre,x/a,T,CafÃ©                 # 1:10 header-unknown - x x - - ; 2:5 text-double-encoded a x CafÃ© Café !x=Café
          id,titre,titre@en/a,T,CafÃ©          # 2:5 text-double-encoded a titre@en CafÃ© Café !titre@en=Café
          # -- lists
          id,titre,themes/a,T,energie||habitat        # 2:5 list-item-invalid a themes energie||habitat - !themes=energie|habitat
          id,titre,themes/a,T,energie|habitat|energie # 2:5 list-duplicate-item a themes energie - !themes=energie|habitat
          id,titre,themes/a,T,energie;habitat         # 2:5 list-item-invalid a themes energie;habitat | !themes=energie|habitat
          id,titre,themes/a,T,Habitat|energie         # 2:5 code-normalised a themes Habitat habitat !themes=habitat|energie
          # -- rows
          id,titre/a,T,x,,                     # 2:5 row-length a - 3 2 -
          id,titre/a,T,,                       #
          id,titre/a,T,"",                     #
          id,titre,commune/a,T                 # 2:1 row-short a - 2 3 -
          id,titre// /,/a,T/,                  # 2:1 blank-row - - 3 - - ; 6:1 blank-row - - - - -
          id,titre/a,T/id,titre/b,T            # 3:1 header-repeated - - id, titre - -
          id,"titre"/a,T/id,"titre"/b,T        # 3:1 header-repeated - - id, titre - -
          id,titre/a,T/id,titre,/b,T           #
          id,titre/a,T/id,Titre/b,T            #
          id,titre//id,titre/a,T               # 2:1 blank-row - - - - - ; 3:1 header-repeated - - id, titre - -
          # -- positions
          id,titre,latitude,longitude/a,T,6700000,300000/b,T,6700000,300001 # 2:5 position-not-degrees a latitude 6700000, 300000 EPSG:2154 -
          id,titre,latitude,longitude/a,T,6000001,1          # 2:5 position-not-degrees a latitude 6000001, 1 EPSG:2154 -
          id,titre,latitude,longitude/a,T,7199999,1299999    # 2:5 position-not-degrees a latitude 7199999, 1299999 EPSG:2154 -
          id,titre,latitude,longitude/a,T,6000000,300000     #
          id,titre,latitude,longitude/a,T,7200000,300000     #
          id,titre,latitude,longitude/a,T,6700000,0          #
          id,titre,latitude,longitude/a,T,6700000,1300000    #
          id,titre,latitude,longitude/a,T,6700000,           #
          """)
  void whatIsFoundInRows(String csv, @Nullable String expected) {
    read(PLAIN, csv.strip().replace('/', '\n'));
    assertThat(found())
        .isEqualTo(expected == null ? List.of() : List.of(expected.strip().split(" ; ")));
  }

  private void read(CsvImporter importer, String csv) {
    read(importer, csv.getBytes(UTF_8));
  }

  private void read(CsvImporter importer, byte[] csv) {
    var in = new ByteArrayInputStream(csv);
    try (var reader = importer.open(in, "f.csv", Initiative.class, findings::add)) {
      reader.forEach(rows::add);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> found() {
    return findings.stream().map(CsvFindingsTest::shown).toList();
  }

  private static String shown(Finding f) {
    return String.join(
        " ",
        f.location().line() + ":" + f.location().column(),
        f.code(),
        Objects.requireNonNullElse(f.id(), "-"),
        Objects.requireNonNullElse(f.field(), "-"),
        Objects.requireNonNullElse(f.value(), "-"),
        Objects.requireNonNullElse(f.expected(), "-"),
        shown(f.fix()));
  }

  private static String shown(@Nullable Fix fix) {
    if (fix == null) {
      return "-";
    }
    List<String> cells = new ArrayList<>();
    fix.cells().forEach((key, text) -> cells.add(key + "=" + text));
    return (fix.safe() ? "!" : "?") + String.join(",", cells);
  }
}
