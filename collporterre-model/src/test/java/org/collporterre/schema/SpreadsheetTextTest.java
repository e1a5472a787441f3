package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+2",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "+SUM(1)",
        "-2+3+cmd|' /C calc'!A0",
        "+33-2",
        "-",
        "+",
        "--",
        "+a",
        "- a",
        "'",
        "'=1",
        "''",
        " =1",
        "\u00A0=1",
        "\uFF1D1",
        "-(1)"
      })
  void whatASpreadsheetWouldExecuteGetsAnApostropheAndLosesItAgain(String text) {
    assertThat(SpreadsheetText.protect(text)).isEqualTo("'" + text);
    assertThat(SpreadsheetText.restore("'" + text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Jardin",
        "+33 2 98 00 00 00",
        "+33298000000",
        "+33 (0)2.98",
        "-4.48",
        "-4,48",
        "1+1",
        "a=1",
        "#x",
        "l'eau"
      })
  void otherTextsStayAsTheyAre(String text) {
    assertThat(SpreadsheetText.protect(text)).isEqualTo(text);
    assertThat(SpreadsheetText.restore(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'eau", "'01001", "'+33 2 98 00 00 00"})
  void anApostropheThatProtectsNothingIsText(String cell) {
    assertThat(SpreadsheetText.restore(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1",
        "\u00A0=HYPERLINK(\"https://exemple.org\")",
        "@SUM(A1)",
        "@collporterre",
        "\t=1",
        "\uFF1D1",
        "+SUM(A1:A9)",
        "-sum(1)",
        "+A1+B2",
        "-$B$12",
        "+=1",
        "- (SUM(1))",
        "-2+3+cmd|' /C calc'!A0"
      })
  void aFormulaIsRecognized(String text) {
    assertThat(SpreadsheetText.isFormula(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Jardin",
        "+33 2 98 00 00 00",
        "+33(0)298000000",
        "-4,48",
        "+ de jardins",
        "+Simple",
        "+Vélo(s)",
        "- ouvert le samedi\n- gratuit",
        "- A4, recto",
        "--",
        "-20 % (soldes)",
        "'=1"
      })
  void aNameANumberOrAListIsNoFormula(String text) {
    assertThat(SpreadsheetText.isFormula(text)).isFalse();
  }
}
