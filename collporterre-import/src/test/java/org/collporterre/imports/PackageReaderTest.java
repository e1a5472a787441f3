package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.collporterre.dataset.DatasetContributor;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetLicense;
import org.collporterre.dataset.DatasetSource;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.model.Step;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.update.Provenance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the tables of a dataset give together. Files stand one behind the other as {@code
 * name:lines}, with {@code &} between; lines end in {@code /}. Findings are as {@link
 * ShownFindings} shows them, behind the name of their file.
 */
class PackageReaderTest {
  private static final PackageImporter PLAIN = PackageImporter.create();
  private static final String MANIFEST =
      """
      {"name": "jeu", "title": "Un jeu", "resources": [{"path": "initiatives.csv"}],
       "collporterre": {"version_format": "1.0", "base_uri": "https://collporterre.org/"}}
      """;

  @TempDir Path folder;

  private final List<Finding> findings = new ArrayList<>();
  private final List<Entry> records = new ArrayList<>();
  private boolean stopped;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          # -- tables
          portraits:id,titre/p,P & methodologies:id,titre/m,M & initiatives:id,titre/i,I # i p m #
          x:id,titre/a,A                                        # stopped    # .:1:1 file-missing - - initiatives.csv - -
          INITIATIVES:id,titre/a,A                              # a          #
          .initiatives:id,titre/a,A & portraits:id,titre/p,P    # p          #
          initiatives:id/a                                      # stopped    # initiatives:1:1 header-missing - - id titre -
          initiatives:id,titre/a,A & acteurs:type,id/initiative,a & relations:cible/a # stopped # relations:1:1 header-missing - - cible source -
          # -- rows of records, by rank
          initiatives:id,titre/a,A & acteurs:type,id,rang,nom/initiative,a,1,X/initiative,a,2,Y # a(X Y) #
          initiatives:id,titre/a,A & acteurs:type,id,rang,nom/initiative,a,3,X/initiative,a,2,Y # a(Y X) # acteurs:2:1 child-rows-reordered a acteurs - - -
          initiatives:id,titre/a,A & acteurs:type,id,rang,nom/initiative,a,,X/initiative,a,2,Y  # a(Y X) # acteurs:2:1 child-rows-reordered a acteurs - - -
          initiatives:id,titre/a,A & acteurs:type,id,nom/initiative,a,X/initiative,a,Y          # a(X Y) #
          initiatives:id,titre/a,A & acteurs:type,id,rang,nom/initiative,a,0,X                  # a(X)   # acteurs:2:14 number-invalid - rang 0 1, 2, 3… -
          initiatives:id,titre/a,A & acteurs:type,id,rang,nom/initiative,a,1234567890,X         # a(X)   # acteurs:2:14 number-invalid - rang 1234567890 1, 2, 3… -
          initiatives:id,titre/a,A/b,B & acteurs:type,id,nom/initiative,b,X/initiative,a,Y      # a(Y) b(X) #
          initiatives:id,titre/a,A & acteurs:type,id,nom/portrait,a,X & portraits:id,titre/a,P  # a a        # acteurs:2:1 child-row-orphan - id portrait a - -
          initiatives:id,titre/a,A & acteurs:type,id,nom/initiative,c,X/,,Y/initiative,b,Z      # a          # acteurs:2:1 child-row-orphan - id initiative c - - ; acteurs:3:1 child-row-orphan - id  - - ; acteurs:4:1 child-row-orphan - id initiative b - -
          # -- places: the first may stand in the record
          initiatives:id,titre,commune/a,A,Brest & lieux:type,id,rang,commune/initiative,a,2,Vannes # a(Brest Vannes) #
          initiatives:id,titre,commune/a,A,Brest & lieux:type,id,rang,commune/initiative,a,1,Brest  # a(Brest) #
          initiatives:id,titre,commune/a,A,Brest & lieux:type,id,rang,commune/initiative,a,1,Vannes # a(Vannes) # initiatives:2:5 child-table-differs a commune Brest Vannes -
          initiatives:id,titre,commune/a,A,Brest & lieux:type,id,commune/initiative,a,Brest         # a(Brest) #
          initiatives:id,titre/a,A & lieux:type,id,rang,commune/initiative,a,2,Vannes               # a(Vannes) #
          # -- other lists are replaced
          initiatives:id,titre,porteurs/a,A,X & acteurs:type,id,nom/initiative,a,X # a(X) #
          initiatives:id,titre,porteurs/a,A,X & acteurs:type,id,nom/initiative,a,Y # a(Y) # initiatives:2:5 child-table-differs a porteurs X Y -
          # -- steps and their pictures
          methodologies:id,titre/m,M & etapes:methodologie,position,titre/m,1,X/m,2,Y # m(X Y) #
          methodologies:id,titre/m,M & etapes:methodologie,position,titre/m,2,X/m,1,Y # m(Y X) # etapes:2:1 child-rows-reordered m etapes - - -
          methodologies:id,titre/m,M & etapes:methodologie,position,titre/m,1,X/m,2,Y & medias:type,id,rang,etape,url/methodologie,m,1,2,http:q/methodologie,m,1,,http:r # m(http:r X Y[http:q]) #
          methodologies:id,titre/m,M & etapes:methodologie,position,titre/m,1,X & medias:type,id,rang,etape,url/methodologie,m,2,1,http:q/methodologie,m,1,1,http:r # m(X[http:r http:q]) #
          methodologies:id,titre/m,M & etapes:methodologie,position,titre/m,1,X & medias:type,id,rang,etape,url/methodologie,m,1,2,http:q # m(X) # medias:2:1 child-row-orphan - id m / 2 - -
          methodologies:id,titre/m,M & medias:type,id,rang,etape,url/methodologie,m,1,1,http:q # m # medias:2:1 child-row-orphan - id m / 1 - -
          methodologies:id,titre/m,M & etapes:methodologie,position,titre/m,1,X & medias:type,id,rang,etape,url/methodologie,m,1,x,http:q # m(X) # medias:2:18 number-invalid - etape x 1, 2, 3… - ; medias:2:1 child-row-orphan - id m / 2147483647 - -
          # -- relations
          initiatives:id,titre/a,A & relations:source,relation,cible/a,replique-de,b # a<replique_de b> # relations:2:1 relation-added - replique_de b - -
          initiatives:id,titre,replique_de/a,A,b & relations:source,relation,cible/a,replique-de,b # a<replique_de b> #
          initiatives:id,titre,replique_de/a,A,b & relations:source,relation,cible/a,replique-de,c # a<replique_de b|c> # relations:2:1 relation-added - replique_de c - -
          initiatives:id,titre/a,A & relations:source,relation,cible,version/a,applique,b,1.2 # a<applique b@1.2> # relations:2:1 relation-added - applique b@1.2 - -
          initiatives:id,titre,membre_de/a,A,b & relations:source,relation,cible,nature/a,membre-de,b,adaptation # a<membre_de b><relation:membre-de:b:nature=adaptation> #
          initiatives:id,titre,membre_de,x/a,A,b,1 & relations:source,relation,cible,note/a,membre-de,b,N # a<membre_de b><relation:membre-de:b:note=N><x=1> # initiatives:1:20 header-unknown - x x - -
          methodologies:id,titre,derive_de/m,M,n & relations:source,relation,cible,nature/m,derive-de,n,adaptation # m<derive_de n><adaptation> #
          methodologies:id,titre,derive_de,nature_derivation/m,M,n,adaptation & relations:source,relation,cible,nature/m,derive-de,n,adaptation # m<derive_de n><adaptation> #
          methodologies:id,titre,derive_de,nature_derivation/m,M,n,fusion & relations:source,relation,cible,nature/m,derive-de,n,adaptation # m<derive_de n><fusion><relation:derive-de:n:nature=adaptation> #
          methodologies:id,titre,derive_de/m,M,n & relations:source,relation,cible/m,traduit,n # m<derive_de n><traduction> #
          initiatives:id,titre,x/a,A,1/b,B,2 & relations:source,relation,cible/a,membre-de,c # a<membre_de c><x=1> b<x=2> # initiatives:1:10 header-unknown - x x - - ; relations:2:1 relation-added - membre_de c - -
          initiatives:id,titre/a,A & relations:source,relation,cible/a,derive-de,b # a # relations:2:1 child-row-orphan - source a - -
          initiatives:id,titre/a,A & relations:source,relation,cible/b,membre-de,a/,membre-de,a/a,,b/a,membre-de, # a # relations:3:1 child-row-orphan - source  - - ; relations:4:1 child-row-orphan - source a - - ; relations:5:1 child-row-orphan - source a - - ; relations:2:1 child-row-orphan - source b - -
          """)
  void tablesGiveRecordsAndFindings(String files, String expected, @Nullable String found)
      throws IOException {
    write(files);
    read(Entry.class);
    String shown = records.stream().map(this::shown).collect(Collectors.joining(" "));
    assertThat((stopped ? "stopped " + shown : shown).strip()).isEqualTo(expected);
    assertThat(found()).isEqualTo(found == null ? List.of() : List.of(found.split(" ; ", -1)));
  }

  @Test
  void onlyWhatIsWantedIsRead() throws IOException {
    write(
        "initiatives:id,titre/a,A & portraits:id,titre/p,P & acteurs:type,id,nom/initiative,z,X"
            + " & relations:source,relation,cible/z,membre-de,a");
    read(Portrait.class);
    assertThat(records).extracting(Entry::id).containsExactly("p");
    assertThat(found()).isEmpty();
  }

  @Test
  void aTableIsKnownByItsName() {
    assertThat(PackageImporter.isTable("initiatives.csv")).isTrue();
    assertThat(PackageImporter.isTable("Relations.CSV")).isTrue();
    assertThat(PackageImporter.isTable("etapes.csv")).isTrue();
    assertThat(PackageImporter.isTable("vocabulaires.csv")).isTrue();
    assertThat(PackageImporter.isTable("provenance.csv")).isTrue();
    assertThat(PackageImporter.isTable("notes.csv")).isFalse();
    assertThat(PackageImporter.isTable("initiatives.txt")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"200, true", "201, false"})
  void aFolderHasAtMostTwoHundredTables(int files, boolean read) throws IOException {
    write("initiatives:id,titre/a,A");
    for (int i = 1; i < files; i++) {
      Files.createFile(folder.resolve("t" + i + ".csv"));
    }
    if (read) {
      read(Entry.class);
      assertThat(records).hasSize(1);
    } else {
      assertThatIOException().isThrownBy(() -> read(Entry.class)).withMessageContaining("200");
    }
  }

  /** What is wrong with a manifest, each time one member in another way. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          "title": "Un jeu"  # "title": " "         # 1:1 manifest-invalid - title - title -
          "name": "jeu"      # "x": 1               # 1:1 manifest-invalid - name - [a-z0-9._-]+ -
          "name": "jeu"      # "name": "Un jeu"     # 1:10 manifest-invalid - name Un jeu [a-z0-9._-]+ -
          "name": "jeu"      # "name": "jeu", "created": "2013" # 1:28 manifest-invalid - created 2013 2013-01-06T00:00:00Z -
          "name": "jeu"      # "name": "jeu", "name": "jeu2" # 1:25 manifest-invalid - name name - -
          "name": "jeu"      # "name": "jeu", "licenses": [{}] # 1:30 manifest-invalid - licenses - - -
          "name": "jeu"      # "name": "jeu", "sources": [{"path": "x"}] # 1:29 manifest-invalid - sources - - -
          "name": "jeu"      # "name": "jeu", "contributors": [{"role": "x"}] # 1:34 manifest-invalid - contributors - - -
          "resources": [{"path": "initiatives.csv"}] # "resources": [] # 1:49 manifest-invalid - resources - resources -
          {"path": "initiatives.csv"} # {"path": ["initiatives.csv", "portraits.csv"]} # 1:79 file-missing - path portraits.csv - -
          {"path": "initiatives.csv"} # {"path": "initiatives.csv"}, {} # 1:79 manifest-invalid - path - path -
          "version_format": "1.0" # "version_format": "1" # 2:37 manifest-invalid - version_format 1 1.0 -
          "version_format": "1.0" # "x": 1               # 2:18 manifest-invalid - version_format - 1.0 -
          "version_format": "1.0" # "version_format": "1.0.9" #
          "version_format": "1.0" # "version_format": "0.9" #
          "version_format": "1.0" # "version_format": "1.1" # 2:37 format-newer-minor - version_format 1.1 1.0 -
          "version_format": "1.0" # "version_format": "2.0" # 2:37 format-newer - version_format 2.0 1.0 -
          "version_format": "1.0" # "version_format": "1.0", "profil": "autre" # 2:54 manifest-invalid - profil autre echange|publication -
          "version_format": "1.0" # "version_format": "1.0", "territoires": ["reg:53", "x"] # 2:70 manifest-invalid - territoires x com:29019|reg:53|… -
          "collporterre": # "x": # 1:1 manifest-invalid - collporterre - collporterre -
          """)
  void whatIsWrongWithAManifestIsSaidWithItsPlace(String part, String other, @Nullable String found)
      throws IOException {
    write("initiatives:id,titre/a,A");
    Files.writeString(folder.resolve("datapackage.json"), MANIFEST.replace(part, other));
    read(Entry.class);
    assertThat(found()).isEqualTo(found == null ? List.of() : List.of("datapackage.json:" + found));
    assertThat(records).hasSize(1);
  }

  @Test
  void aManifestForPublicationHasALicence() throws IOException {
    write("initiatives:id,titre/a,A");
    Files.writeString(folder.resolve("datapackage.json"), MANIFEST);
    read(Entry.class);
    assertThat(findings).isEmpty();
    try (var in = PLAIN.withProfile(Profile.PUBLICATION).open(folder, Entry.class, findings::add)) {
      assertThat(in).hasSize(1);
    }
    assertThat(found())
        .containsExactly("datapackage.json:1:1 manifest-invalid - licenses - licenses -");
  }

  @Test
  void aManifestDescribesItsDataset() throws IOException {
    write("initiatives:id,titre/a,A");
    String more =
        """
        {"description": " D ", "version": 2, "created": "2013-01-06T00:00:00Z",
        "homepage": "https://a.fr/", "keywords": ["k", "l"],
        "licenses": [{"name": "CC0-1.0"}, {"path": "p", "title": "T"}],
        "contributors": [{"title": "C", "role": "r"},
          {"title": "D", "role": "r", "roles": ["s", "t"], "email": "a@b.fr", "path": "q"}],
        "sources": [{"title": "S", "path": "u"}],
        """;
    String block =
        "{\"langue\": \"fr\", \"profil\": \"publication\", \"vocabulaires\": [\"themes\"],";
    String manifest =
        MANIFEST.replaceFirst("\\{", more).replace("{\"version_format", block + "\"version_format");
    Files.writeString(folder.resolve("datapackage.json"), manifest);
    try (var in = PLAIN.open(folder, Entry.class, findings::add)) {
      DatasetDescriptor read = in.descriptor().orElseThrow();
      assertThat(read.name()).isEqualTo("jeu");
      assertThat(read.title()).isEqualTo("Un jeu");
      assertThat(read.description()).isEqualTo("D");
      assertThat(read.version()).isEqualTo("2");
      assertThat(read.created()).isEqualTo(OffsetDateTime.parse("2013-01-06T00:00:00Z"));
      assertThat(read.homepage()).isEqualTo("https://a.fr/");
      assertThat(read.keywords()).containsExactly("k", "l");
      assertThat(read.licenses())
          .containsExactly(
              new DatasetLicense("CC0-1.0", null, null), new DatasetLicense("", "p", "T"));
      assertThat(read.contributors())
          .containsExactly(
              new DatasetContributor("C", List.of("r"), null, null),
              new DatasetContributor("D", List.of("s", "t"), "a@b.fr", "q"));
      assertThat(read.sources()).containsExactly(new DatasetSource("S", "u"));
      assertThat(read.collporterre().language()).isEqualTo("fr");
      assertThat(read.collporterre().profile()).isEqualTo(Profile.PUBLICATION);
      assertThat(read.collporterre().vocabularies()).containsExactly("themes");
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void filesTheManifestDoesNotListAreExtra() throws IOException {
    write("initiatives:id,titre/a,A & notes:x/1");
    Files.writeString(folder.resolve("datapackage.json"), MANIFEST);
    read(Entry.class);
    assertThat(found()).containsExactly("notes:1:1 file-extra - - notes - -");
  }

  @Test
  void vocabulariesAreThoseOfTheDataset() throws IOException {
    write(
        "initiatives:id,titre,themes/a,A,feu & vocabulaires:vocabulaire,code,libelle_fr,libelle_en,"
            + "libelle_br/themes,feu,Flamme,Fire,Tan/themes,eau,,,/,x,,,/themes,,,,");
    try (var in = PLAIN.open(folder, Entry.class, findings::add)) {
      in.forEach(row -> records.add(row.value()));
      assertThat(in.stopped()).isFalse();
      var themes = in.vocabularies().get("themes");
      assertThat(List.of("feu", "flamme", "fire", "tan", "eau"))
          .allMatch(t -> themes.resolve(t) != null);
      assertThat(themes.resolve("fire")).isEqualTo("feu");
    }
    assertThat(found())
        .containsExactly(
            "vocabulaires:4:1 field-missing - vocabulaire - - -",
            "vocabulaires:5:8 field-missing - code - - -");
  }

  @Test
  void provenanceIsReadFromADatasetOrAFile() throws IOException {
    write(
        "initiatives:id,titre/a,A & provenance:type,id,champ,source,date_maj"
            + "/initiative,a,titre,S,2012-07-05/,a,titre,S,/initiative,,titre,S,"
            + "/initiative,a,,S,/initiative,a,titre,,");
    Provenance.Origin origin = new Provenance.Origin("S", LocalDate.of(2012, 7, 5));
    String[] missing = {
      "provenance:3:1 field-missing - type - - -",
      "provenance:4:12 field-missing - id - - -",
      "provenance:5:14 field-missing - champ - - -",
      "provenance:6:20 field-missing - source - - -"
    };
    try (var in = PLAIN.open(folder, Entry.class, findings::add)) {
      assertThat(in.provenance().lines())
          .containsExactly(new Provenance.Line("initiative", "a", "titre", origin));
      assertThat(in.stopped()).isFalse();
    }
    assertThat(found()).containsExactly(missing);
    findings.clear();
    Path file = folder.resolve("provenance.csv");
    assertThat(ProvenanceRows.read(file, findings::add).origin("initiative", "a", "titre"))
        .isEqualTo(origin);
    assertThat(found()).containsExactly(missing);
  }

  @ParameterizedTest
  @CsvSource({"vocabulaires, vocabulaire", "provenance, type", "acteurs, type"})
  void aTableThatCannotBeReadStopsTheReading(String table, String missing) throws IOException {
    write("initiatives:id,titre/a,A & " + table + ":x/1");
    read(Entry.class);
    assertThat(stopped).isTrue();
    assertThat(records).isEmpty();
    assertThat(found()).last().asString().endsWith("header-missing - - x " + missing + " -");
  }

  @Test
  void whatWasReadOfTheTablesIsKnownAtTheirEnd() throws IOException {
    write("initiatives:id,titre,statut_fiche,x/a,A,,1/b,,archive, & portraits:id,titre,y/p,P,2");
    try (var in = PLAIN.open(folder, Entry.class, findings::add)) {
      assertThat(in).hasSize(2);
      assertThat(in.extensions()).containsExactly("x", "y");
      assertThat(in.deleted()).isEqualTo(Map.of(Initiative.class, List.of("b")));
    }
  }

  @Test
  void aReaderClosedBeforeTheEndHasStopped() throws IOException {
    write("initiatives:id,titre/a,A/b,B");
    var in = PLAIN.open(folder, Entry.class, findings::add);
    try (in) {
      assertThat(in.iterator().hasNext()).isTrue();
    }
    assertThat(in.stopped()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "acteurs:type,id,nom/initiative,a,X # X",
        "relations:source,relation,cible,note/a,membre-de,b,X # X",
        "vocabulaires:vocabulaire,code,libelle_fr/themes,c,X # X",
        "provenance:type,id,champ,source/initiative,a,titre,X # X"
      })
  void theFingerprintIsThatOfAllTables(String table, String cell) throws IOException {
    String said = "\"empreinte\": \"0\", \"version_format\"";
    Files.writeString(
        folder.resolve("datapackage.json"), MANIFEST.replace("\"version_format\"", said));
    for (String text : List.of(cell, cell, "Y")) {
      write("initiatives:id,titre/a,A & " + table.replace(cell, text));
      read(Entry.class);
    }
    assertThat(findings)
        .filteredOn(finding -> finding.code().equals("fingerprint-differs"))
        .extracting(Finding::value)
        .satisfies(
            found -> {
              assertThat(found).hasSize(3);
              assertThat(found.get(1)).isEqualTo(found.get(0));
              assertThat(found.get(2)).isNotEqualTo(found.get(0));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "acteurs:type,id,nom/initiative,a,\"X",
        "relations:source,relation,cible,note/a,membre-de,b,\"X",
        "vocabulaires:vocabulaire,code/themes,\"X",
        "provenance:type,id,champ,source/initiative,a,titre,\"X"
      })
  void aTableThatBreaksOffStopsTheReading(String table) throws IOException {
    write("initiatives:id,titre/a,A & " + table);
    read(Entry.class);
    assertThat(stopped).isTrue();
    assertThat(findings).extracting(Finding::code).contains("quote-unclosed");
  }

  /**
   * The fingerprints are the SHA-256 of the SHA-256 of the table's name and cells, computed apart
   * from this library.
   */
  @Test
  void aCorrectionOfATableCorrectsTheFingerprintOfAFolderOrAnArchive() throws IOException {
    String before = "f8abedb8cb9da68b2272b9961888773de288e33fdf62a1ca5dd448a1f5b5804a";
    String after = "5ff9c9ceb8ab19539cfa11c07ad00161b4c49f563d152730cdd5e8abb63c3dda";
    String manifest =
        MANIFEST.replace("\"version_format\"", "\"empreinte\": \"%s\", \"version_format\"");
    Map<String, String> old =
        Map.of(
            "datapackage.json",
            manifest.formatted(before),
            "initiatives.csv",
            "id,titre\njardin,Jardin partagé\n",
            "notes.csv",
            "x\n");
    Path source = Files.createDirectory(folder.resolve("jeu"));
    for (Map.Entry<String, String> file : old.entrySet()) {
      Files.writeString(source.resolve(file.getKey()), file.getValue());
    }
    Path copy = folder.resolve("copie");
    correct(source, copy);
    assertThat(copy.resolve("initiatives.csv")).content().isEqualTo("id,titre\njardin,Jardin\n");
    assertThat(copy.resolve("datapackage.json")).content().isEqualTo(manifest.formatted(after));
    assertThat(copy.resolve("notes.csv")).content().isEqualTo("x\n");

    Path zip = Files.write(folder.resolve("jeu.zip"), zip(old));
    Path zipped = folder.resolve("copie.zip");
    correct(zip, zipped);
    try (ZipFile made = new ZipFile(zipped.toFile())) {
      for (String name : old.keySet()) {
        assertThat(made.getInputStream(made.getEntry(name)).readAllBytes())
            .isEqualTo(Files.readAllBytes(copy.resolve(name)));
      }
    }
    try (var in = PLAIN.open(zipped, Entry.class, findings::add)) {
      assertThat(in).hasSize(1);
    }
    assertThat(findings).extracting(Finding::code).containsOnly("file-extra");
  }

  private static void correct(Path source, Path copy) throws IOException {
    Corrections corrections = Corrections.safe();
    Location place = new Location(source + "/initiatives.csv", 2, 8);
    corrections.report(
        new Finding(
            "x",
            Severity.INFO,
            Profile.ECHANGE,
            place,
            "initiative",
            "jardin",
            "titre",
            null,
            null,
            Fix.safe("titre", "Jardin")));
    var outcome = PLAIN.correct(source, Entry.class, corrections, copy);
    assertThat(outcome.applied()).isEqualTo(Map.of("x", 1));
    assertThat(outcome.files())
        .containsOnlyKeys(source + "/initiatives.csv", source + "/datapackage.json");
  }

  @Test
  void whatIsSecretIsHiddenInATable() throws IOException {
    write("portraits:id,titre,consentement/p,P,accorde & initiatives:id,titre/a,A & x:token/1");
    Path copy = folder.resolve("copy");
    assertThat(PLAIN.hide(folder.resolve("initiatives.csv"), Entry.class, copy)).isFalse();
    assertThat(PLAIN.hide(folder.resolve("x.csv"), Entry.class, copy)).isFalse();
    assertThat(PLAIN.hide(folder.resolve("portraits.txt"), Entry.class, copy)).isFalse();
    assertThat(PLAIN.hide(folder.resolve("portraits.csv"), Entry.class, copy)).isTrue();
    assertThat(copy).content().isEqualTo("id,titre,consentement\np,P,***\n");
  }

  @Test
  void aDatasetIsOfAllTypesAndNeedsAFile() throws IOException {
    write("initiatives:id,titre/a,A");
    assertThat(PLAIN.detectType(folder)).contains(Entry.class);
    try (var in = PLAIN.openDataset(folder, Entry.class, findings::add).orElseThrow()) {
      assertThat(in).hasSize(1);
    }
  }

  /** Names of entries, and what is read of them: the table at the top or in the one folder. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      nullValues = "-",
      textBlock =
          """
          initiatives.csv                            # a             # -
          Initiatives.CSV                            # a             # -
          jeu/initiatives.csv                        # a             # -
          jeu/initiatives.csv,__MACOSX/x.csv         # a             # -
          __MACOSX/x.csv,jeu/initiatives.csv         # a             # -
          jeu/initiatives.csv,lisez.txt              # -             # file-missing
          jeu/initiatives.csv,portraits.csv          # a             # -
          jeu/x/initiatives.csv                      # -             # file-missing
          initiatives.csv,x.ZIP                      # -             # archive-unsafe
          initiatives.csv,x/../y.csv                 # -             # archive-unsafe
          initiatives.csv,x..y.csv                   # a             # -
          initiatives.csv,..                         # -             # archive-unsafe
          """)
  void tablesOfAnArchiveAreAtItsTopOrInItsOneFolder(
      String names, @Nullable String ids, @Nullable String code) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String name : names.split(",", -1)) {
      entries.put(name, "id,titre\na,A\n");
    }
    InputStream in = new ByteArrayInputStream(zip(entries));
    try (var reader = PLAIN.open(in, "x.zip", Entry.class, findings::add)) {
      reader.forEach(row -> records.add(row.value()));
      assertThat(reader.stopped()).isEqualTo(code != null);
    }
    assertThat(records).extracting(Entry::id).isEqualTo(ids == null ? List.of() : List.of(ids));
    assertThat(findings)
        .extracting(Finding::code)
        .filteredOn(one -> !one.equals("manifest-missing"))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private void write(String files) throws IOException {
    for (String file : files.split(" & ", -1)) {
      String[] parts = file.split(":", 2);
      Files.writeString(folder.resolve(parts[0] + ".csv"), parts[1].replace('/', '\n') + "\n");
    }
  }

  private <E extends Entry> void read(Class<E> type) throws IOException {
    try (var in = PLAIN.open(folder, type, findings::add)) {
      in.forEach(row -> records.add(row.value()));
      stopped = in.stopped();
    }
  }

  private List<String> found() {
    return findings.stream()
        .filter(finding -> !finding.code().equals("manifest-missing"))
        .map(
            finding -> {
              String file = folder.relativize(Path.of(finding.location().file())).toString();
              String name = file.isEmpty() ? "." : file.replace(".csv", "");
              return name + ":" + ShownFindings.shown(finding);
            })
        .toList();
  }

  private String shown(Entry entry) {
    List<String> parts = new ArrayList<>();
    Map<String, Object> more = new LinkedHashMap<>();
    entry.header().images().forEach(image -> parts.add(image.url()));
    if (entry instanceof Initiative initiative) {
      initiative.locations().forEach(place -> parts.add(String.valueOf(place.locality())));
      initiative.actors().forEach(actor -> parts.add(actor.name()));
      more.put("replique_de ", initiative.replicates());
      more.put("applique ", initiative.appliesMethodologies());
      more.put("membre_de ", initiative.partOf());
    } else if (entry instanceof Methodology methodology) {
      methodology.steps().forEach(step -> parts.add(shown(step)));
      more.put("derive_de ", methodology.derivedFrom());
      more.put(
          "", methodology.derivationKind() == null ? "[]" : methodology.derivationKind().code());
    }
    StringBuilder shown = new StringBuilder(String.valueOf(entry.id()));
    shown.append(parts.isEmpty() ? "" : "(" + String.join(" ", parts) + ")");
    more.forEach(
        (name, value) -> {
          String text = value.toString().replaceAll("[\\[\\]]", "").replace(", ", "|");
          shown.append(text.isEmpty() ? "" : "<" + name + text + ">");
        });
    entry.sheet().extensions().forEach((name, text) -> shown.append("<" + name + "=" + text + ">"));
    return shown.toString();
  }

  private static String shown(Step step) {
    String media = step.media().stream().map(Media::url).collect(Collectors.joining(" "));
    return step.title() + (media.isEmpty() ? "" : "[" + media + "]");
  }
}
