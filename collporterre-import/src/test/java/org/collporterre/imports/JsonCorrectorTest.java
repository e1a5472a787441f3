package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.imports.Corrections.Outcome;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which corrections are made in a file of JSON, and why others are not. */
class JsonCorrectorTest {
  private static final String FILE =
      "[{'id':'a','titre':'A','latitude':48.4,'longitude':-4.5,'resume':true,'nature':'n'}]"
          .replace('\'', '"');

  @TempDir Path folder;

  /** As {@code field@where:found>key=text,key=text}; {@code !} first for one that is safe. */
  private static Finding finding(Path file, String correction) {
    boolean safe = correction.startsWith("!");
    String[] parts = correction.substring(safe ? 1 : 0).split("[@:>]", -1);
    Map<String, String> cells = new LinkedHashMap<>();
    for (String cell : parts[3].split(",", -1)) {
      String[] pair = cell.split("=", -1);
      cells.put(pair[0], pair[1]);
    }
    int column = FILE.indexOf(parts[1].replace('\'', '"')) + 1;
    return new Finding(
        parts[0].equals("nom") ? "header-unknown" : "text-untidy",
        Severity.INFO,
        Profile.ECHANGE,
        new Location(file.toString(), 1, column),
        "initiative",
        "a",
        parts[0].equals("-") ? null : parts[0],
        parts[2],
        null,
        new Fix(safe, cells));
  }

  private String corrected(JsonImporter importer, Charset charset, String corrections)
      throws IOException {
    Path file = Files.write(folder.resolve("a.json"), FILE.getBytes(charset));
    Path copy = Files.write(folder.resolve("copy"), new byte[0]);
    Corrections all = Corrections.all();
    for (String one : corrections.split(" ", -1)) {
      all.report(finding(file, one));
    }
    Outcome outcome = importer.withCharset(charset).correct(file, Initiative.class, all, copy);
    List<String> said = new ArrayList<>();
    String now = Files.readString(copy, charset);
    int from = 0;
    while (from < now.length() && now.charAt(from) == FILE.charAt(from)) {
      from++;
    }
    int to = 0;
    while (to < now.length() - from
        && now.charAt(now.length() - 1 - to) == FILE.charAt(FILE.length() - 1 - to)) {
      to++;
    }
    if (!now.equals(FILE)) {
      said.add(now.substring(from, now.length() - to));
    }
    outcome.left().forEach(left -> said.add(left.reason() + "/" + left.field()));
    if (outcome.later() > 0) {
      said.add("later " + outcome.later());
    }
    return String.join(" ", said).replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "titre@'A':A>titre=B # B",
        "titre@'A':Z>titre=B # OTHER_FORM/titre",
        "titre@'A':A>titre=A # NO_EFFECT/titre",
        "latitude@48.4:48.4>latitude=48.5 # 5",
        "latitude@48.4:48.4>latitude=4e1 # e1",
        "latitude@48.4:48.4>latitude=048 # '048'",
        "resume@true:true>resume=x # NOT_SCALAR/resume",
        "titre@{'id':A>titre=B # NOT_SCALAR/titre",
        "titre@:A>titre=B # NOT_SCALAR/titre",
        "titre@itre:A>titre=B # NOT_FOUND/",
        "-@'A':A>titre=B # NOT_FOUND/titre",
        "nom@'A':A>titre=B # NAME/titre",
        "titre@'A':A>titre=B !titre@'A':A>titre=C # C later 1",
        "!titre@'A':A>titre=B !titre@'A':A>titre=C # B later 1",
        "!titre@'A':A>titre=B titre@'A':A>titre=C # B later 1",
        "latitude@48.4:48.4>latitude=-4.5,longitude=48.4 # -4.5,'longitude':48.4",
        "latitude@48.4:48.4>latitude=1,longitude=2 # OTHER_FORM/latitude",
        "titre@'A':A>code_insee=29019 # NO_COLUMN/code_insee",
        "titre@'A':A>nature=m # m",
        "titre@'A':A>resume=m # NOT_SCALAR/resume",
        "titre@itre:A>nature=m # NO_COLUMN/",
        "latitude@48.4:48.4>latitude=49 latitude@48.4:48.4>latitude=-4.5,longitude=48.4 # 9 later 1"
      })
  void eachCorrectionIsMadeOrToldWhy(String corrections, String expected) throws IOException {
    assertThat(corrected(JsonImporter.create(), UTF_8, corrections)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "windows-1252 # titre@'A':A>titre=日 # CHARACTERS/titre",
        "windows-1252 # titre@'A':A>titre=é # é",
        "UTF-16LE # titre@'A':A>titre=日 # 日",
        "Shift_JIS # titre@'A':A>titre=B # ENCODING/"
      })
  void encodingsHaveLimits(Charset charset, String corrections, String expected)
      throws IOException {
    assertThat(corrected(JsonImporter.create(), charset, corrections)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "titre@'A':A>titre=B # MADE/titre",
        "nature@'n':n>nature=B # B",
        "latitude@48.4:48.4>latitude=49 # 9"
      })
  void whatAMappingMakesStays(String corrections, String expected) throws IOException {
    String json = "{\"fields\":{\"titre\":{\"template\":\"x {titre}\"},\"nature\":\"nature\"}}";
    Mapping mapping =
        Mapping.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "m", finding -> {})
            .orElseThrow();
    JsonImporter importer = JsonImporter.create().withMapping(mapping);
    assertThat(corrected(importer, UTF_8, corrections)).isEqualTo(expected);
  }
}
