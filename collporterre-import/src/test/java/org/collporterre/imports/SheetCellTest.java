package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What numerals, moments and formats of spreadsheets mean; ECMA-376 part 1, 18.8.30 and 18.17.4.
 */
class SheetCellTest {
  @ParameterizedTest
  @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA", "16383, XFD"})
  void columnsHaveLetters(int column, String letters) {
    assertThat(SheetCell.letters(column)).isEqualTo(letters);
    assertThat(SheetCell.column(letters + "12")).isEqualTo(column);
  }

  @ParameterizedTest
  @CsvSource({"c12, 2", "12, -1", "'', -1", "A$1, 0", "@1, -1", "A[1, 0", "AAAAA1, 18278"})
  void anAddressNamesAColumn(String address, int column) {
    assertThat(SheetCell.column(address)).isEqualTo(column);
  }

  @ParameterizedTest
  @CsvSource({
    "29200, NUMBER, 29200",
    "29200.0, NUMBER, 29200",
    "+5, NUMBER, 5",
    "-0, NUMBER, 0",
    "1e5, NUMBER, 100000",
    "1E-7, NUMBER, 0.0000001",
    "12345678901234567, NUMBER, 12345678901234600",
    "0.1234567890123456, NUMBER, 0.123456789012346",
    "1E400, TEXT, 1E400",
    "1E99999, TEXT, 1E99999",
    "., TEXT, .",
    "x, TEXT, x",
    "'', TEXT, ''"
  })
  void aNumberIsItsDigits(String numeral, SheetCell.Kind kind, String text) {
    assertThat(SheetCell.number(numeral)).isEqualTo(new SheetCell(kind, text));
  }

  @ParameterizedTest
  @CsvSource({
    "2013-01-06, 2013-01-06",
    "2013-01-06T00:00:00, 2013-01-06",
    "2013-01-06T00:00:00.000Z, 2013-01-06",
    "2013-01-06T18:00:00, 2013-01-06T18:00:00",
    "T00:00, T00:00"
  })
  void aMomentAtMidnightIsItsDay(String moment, String text) {
    assertThat(SheetCell.date(moment)).isEqualTo(new SheetCell(SheetCell.Kind.DATE, text));
  }

  @Test
  void otherCellsAreTexts() {
    assertThat(SheetCell.text("").isEmpty()).isTrue();
    assertThat(SheetCell.text("a").isEmpty()).isFalse();
    assertThat(SheetCell.error("")).isEqualTo(new SheetCell(SheetCell.Kind.ERROR, "#"));
    assertThat(SheetCell.error("#N/A").text()).isEqualTo("#N/A");
    assertThat(SheetCell.bool(true).text()).isEqualTo("oui");
    assertThat(SheetCell.bool(false).text()).isEqualTo("non");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "dd/mm/yyyy # true",
        "h:mm # true",
        "S # true",
        "0.00 # false",
        "@ # false",
        "General # false",
        "general d # false",
        "\"d\"0 # false",
        "\"x\"d # true",
        "[Red]0 # false",
        "[Red]d # true",
        "[d # false",
        "\"[\"d # true",
        "\\d0 # false",
        "\\0d # true",
        "_d0 # false",
        "*d0 # false"
      })
  void aFormatOfDatesHasAPartOfOne(String code, boolean date) {
    assertThat(XlsxFormats.isDate(code)).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 1, 1900-01-01",
    "false, 59, 1900-02-28",
    "false, 60, 60",
    "false, 60.5, 60.5",
    "false, 61, 1900-03-01",
    "false, 0.5, 0.5",
    "false, 40000.75, 2009-07-06T18:00:00",
    "false, 2958465, 9999-12-31",
    "false, 2958465.5, 9999-12-31T12:00:00",
    "false, 2958466, 2958466",
    "true, 0, 1904-01-01",
    "true, 60, 1904-03-01",
    "true, -1, -1",
    "true, 38538, 2009-07-06",
    "true, 2957003, 9999-12-31",
    "true, 2957004, 2957004",
    "false, x, x"
  })
  void aNumberShownAsDateIsADay(boolean from1904, String numeral, String text) {
    SheetCell cell = XlsxFormats.moment(numeral, from1904);
    assertThat(cell.text()).isEqualTo(text);
    assertThat(cell.kind() == SheetCell.Kind.DATE)
        .isEqualTo(text.contains("-") && !text.startsWith("-"));
  }

  /** Of the formats known by number, those of days and times. */
  @Test
  void someFormatsAreKnownByNumber() throws IOException {
    XlsxFormats formats = formats(IntStream.range(0, 70).toArray(), "");
    assertThat(IntStream.range(0, 70).filter(formats::isDate))
        .containsExactly(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47,
            50, 51, 52, 53, 54, 55, 56, 57, 58);
    assertThat(formats.isDate(-1)).isFalse();
    assertThat(formats.isDate(70)).isFalse();
    assertThat(XlsxFormats.none().isDate(14)).isFalse();
  }

  @Test
  void aWorkbookHasFormatsOfItsOwn() throws IOException {
    String own =
        "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><numFmts>"
            + "<numFmt numFmtId='164' formatCode='dd mmm'/><numFmt numFmtId='165'/>"
            + "<numFmt numFmtId='14' formatCode='0.0'/></numFmts>";
    XlsxFormats formats = formats(new int[] {0, 164, 165, 14}, own);
    assertThat(IntStream.range(0, 4).filter(formats::isDate)).containsExactly(1);
  }

  private static XlsxFormats formats(int[] ids, String before) throws IOException {
    StringBuilder xml = new StringBuilder("<styleSheet>" + before + "<cellXfs>");
    for (int id : ids) {
      xml.append("<xf numFmtId='").append(id).append("'/>");
    }
    xml.append("</cellXfs><dxfs><xf numFmtId='14'/></dxfs></styleSheet>");
    var in = new ByteArrayInputStream(xml.toString().getBytes(UTF_8));
    try (SheetXml styles = new SheetXml(in, "styles.xml")) {
      return XlsxFormats.read(styles);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 7",
    "x, 7",
    "'1 ', 7",
    "-1, 7",
    "0, 0",
    "99, 99",
    "100, 100",
    "101, 100",
    "999999999999999999, 100",
    "9999999999999999999, 100"
  })
  void aNumberInXmlHasALimit(String text, int number) throws IOException {
    var in = new ByteArrayInputStream(("<a n='" + text + "'>t<b>u</b></a>").getBytes(UTF_8));
    try (SheetXml xml = new SheetXml(in, "x.xml")) {
      assertThat(xml.next()).isTrue();
      assertThat(xml.number(null, "n", 7, 100)).isEqualTo(number);
      assertThat(xml.number(null, "m", 7, 100)).isEqualTo(7);
      assertThat(xml.next()).isTrue();
      assertThat(xml.isText()).isTrue();
      assertThat(xml.characters(0)).isEqualTo("t");
      assertThat(xml.characters(SheetXml.MAX_TEXT)).isEmpty();
      assertThat(xml.next()).isTrue();
      assertThat(xml.isText()).isFalse();
      assertThat(xml.starts("b")).isTrue();
      assertThat(xml.starts("a")).isFalse();
      xml.skip();
      assertThat(xml.next()).isTrue();
      assertThat(xml.ends("a")).isTrue();
      assertThat(xml.ends("b")).isFalse();
      assertThat(xml.next()).isFalse();
    }
  }
}
