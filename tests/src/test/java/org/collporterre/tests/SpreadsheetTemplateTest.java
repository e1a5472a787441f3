package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.collporterre.export.SpreadsheetTemplate;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Report;
import org.collporterre.schema.Field;
import org.collporterre.schema.Limits;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadsheetTemplateTest {
  private static final String TABLE = "xl/worksheets/sheet1.xml";

  static List<Class<? extends Entry>> types() {
    return Entry.TYPES;
  }

  @ParameterizedTest
  @MethodSource("types")
  void anEmptyTemplateHasNoRecordAndNoFinding(Class<? extends Entry> type) throws IOException {
    Report report = Report.create();
    try (EntryReader<? extends Entry> reader =
        SpreadsheetImporter.create()
            .open(new ByteArrayInputStream(template(type)), "a.xlsx", type, report)) {
      assertThat(reader).isEmpty();
      assertThat(reader.stopped()).isFalse();
      assertThat(reader.extensions()).isEmpty();
    }
    assertThat(report.findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void theColumnsThatConstraintsRequireStandOut(Class<? extends Entry> type) throws IOException {
    String header = RawWorkbook.parts(template(type)).getOrDefault(TABLE, "");
    List<String> standOut =
        Pattern.compile("s=\"2\"><is><t>([a-z_]+)<")
            .matcher(header)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(standOut)
        .contains("id", "titre")
        .containsExactlyElementsOf(
            Schema.of(type).fields().stream()
                .filter(field -> Limits.of(field).required())
                .map(Field::key)
                .toList());
  }

  @Test
  void aRowTypedInIsARecord() throws IOException {
    Map<String, String> parts = RawWorkbook.parts(template(Initiative.class));
    String row = RawWorkbook.row("jardin", "").replace("</row>", "");
    int title = Schema.of(Initiative.class).requireField("titre").index();
    StringBuilder cells = new StringBuilder(row.substring(0, row.indexOf("<c")));
    cells.append(RawWorkbook.cell("jardin"));
    for (int i = 1; i < title; i++) {
      cells.append(RawWorkbook.cell(""));
    }
    cells.append(RawWorkbook.cell("Jardin partagé")).append("</row>");
    parts.computeIfPresent(
        TABLE, (name, xml) -> xml.replace("</sheetData>", cells + "</sheetData>"));

    try (EntryReader<Initiative> reader =
        SpreadsheetImporter.create()
            .open(
                new ByteArrayInputStream(RawWorkbook.zip(parts)),
                "a.xlsx",
                Initiative.class,
                Report.create())) {
      assertThat(reader)
          .extracting(located -> located.value().id(), located -> located.value().title().text())
          .containsExactly(tuple("jardin", "Jardin partagé"));
    }
  }

  @Test
  void aClosedVocabularyRefusesOthersAndAListOfCodesDoesNot() throws IOException {
    String table = RawWorkbook.parts(template(Initiative.class)).getOrDefault(TABLE, "");

    assertThat(validation(table, "statut_fiche"))
        .contains(
            "type=\"list\"", "errorStyle=\"stop\"", "showErrorMessage=\"1\"", "<formula1>listes!$");
    assertThat(validation(table, "champs_action"))
        .contains("type=\"list\"", "errorStyle=\"information\"")
        .doesNotContain("showErrorMessage");
    assertThat(validation(table, "resume"))
        .doesNotContain("type=")
        .contains("promptTitle=\"Résumé\"", "showInputMessage=\"1\"");
  }

  @Test
  void theListBehindAValidationHoldsTheCodesOfTheVocabulary() throws IOException {
    Map<String, String> parts = RawWorkbook.parts(template(Initiative.class));
    String lists = parts.getOrDefault("xl/worksheets/sheet2.xml", "");

    assertThat(lists).contains(">brouillon<", ">a-relire<", ">publie<", ">archive<", ">oui<");
    assertThat(parts.get("xl/workbook.xml"))
        .contains("name=\"listes\" sheetId=\"2\" state=\"hidden\"");
  }

  @Test
  void theSameTemplateHasTheSameBytesAndAnotherLanguageOtherWords() throws IOException {
    assertThat(template(Initiative.class)).isEqualTo(template(Initiative.class));
    var english = new ByteArrayOutputStream();
    SpreadsheetTemplate.create().withLocale(Locale.ENGLISH).write(english, Initiative.class);

    assertThat(RawWorkbook.parts(english.toByteArray()).get(TABLE))
        .contains("promptTitle=\"Summary\"");
  }

  private static String validation(String table, String key) {
    int column = Schema.of(Initiative.class).requireField(key).index();
    String letters = column < 26 ? "" : String.valueOf((char) ('A' + column / 26 - 1));
    String cells = letters + (char) ('A' + column % 26);
    String[] elements = table.split("<dataValidation ", -1);
    for (String element : elements) {
      if (element.contains("sqref=\"" + cells + "1:")
          || element.contains("sqref=\"" + cells + "2:")) {
        return element;
      }
    }
    throw new AssertionError("no validation of " + key);
  }

  private static byte[] template(Class<? extends Entry> type) throws IOException {
    var bytes = new ByteArrayOutputStream();
    SpreadsheetTemplate.create().write(bytes, type);
    return bytes.toByteArray();
  }
}
