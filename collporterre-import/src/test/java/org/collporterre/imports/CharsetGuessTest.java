package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short texts; what is measured on files is in the module of tests across modules. */
class CharsetGuessTest {
  @ParameterizedTest
  @CsvSource({
    "windows-1252, Café",
    "windows-1252, L’été à Besançon : « déjà »",
    "windows-1252, ÉCOLE PRIMAIRE DE CHÂTEAUROUX",
    "windows-1252, Prix : 12 € pour un cœur d’œuvre",
    "windows-1252, Grün und größer",
    "ISO-8859-15, Prix : 12 € pour un cœur d'œuvre",
    "ISO-8859-15, sœur",
    "x-MacRoman, Café",
    "x-MacRoman, L’été à Besançon : « déjà »",
    "x-MacRoman, ÉCOLE PRIMAIRE DE CHÂTEAUROUX",
    "IBM850, L'été à Besançon"
  })
  void frenchIsRecognizedInTheEncodingItIsWrittenIn(String charset, String text) {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    assertThat(CharsetGuess.of(bytes)).isEqualTo(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({"windows-1251, Добро пожаловать в Москву", "GBK, 中文文本的编码", "Shift_JIS, 日本語テキスト"})
  void textOfOtherScriptsIsNotGuessed(String charset, String text) {
    assertThat(CharsetGuess.of(text.getBytes(Charset.forName(charset)))).isNull();
  }

  @Test
  void whatLatin1SaysReadsTheSameInTheEncodingGuessed() {
    byte[] bytes = "Déjà vu à Nîmes, 3½ m²".getBytes(Charset.forName("ISO-8859-1"));
    Charset guess = Objects.requireNonNull(CharsetGuess.of(bytes));
    assertThat(new String(bytes, guess)).isEqualTo("Déjà vu à Nîmes, 3½ m²");
  }

  /**
   * Whether a character speaks for an encoding (1), against it (-1) or not at all (0) where it
   * stands. Seven of ten that speak are enough: two letters for it and one sign against are not,
   * but with another one for it they are.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          # -- letters
          é      # -1
          à      # 1
          À      # 1
          éA     # -1
          Aé     # 1
          aÉ     # -1
          Éa     # 1
          AÉ     # 1
          aña    # 1
          Ña     # 1
          aþa    # -1
          Ða     # -1
          # -- signs
          l’a    # 1
          s’     # 1
          ’a     # -1
          ’      # -1
          a·e    # 1
          «a     # 1
          «      # 1
          a«     # -1
          “a     # 1
          a“     # -1
          ‘a     # 1
          a»     # 1
          »      # 1
          »a     # -1
          a”     # 1
          ”a     # -1
          a…     # 1
          a…a    # -1
          –      # 1
          a–a    # -1
          a —    # 1
          a€     # -1
          5 €    # 1
          €5     # 1
          n°     # 1
          5°     # 1
          ²5     # 1
          a²     # -1
          M³     # 1
          Nº     # 1
          aº     # -1
          5ª     # -1
          aª     # -1
          5½     # 1
          ½5     # 1
          ½      # 0
          a½     # -1
          ¾a     # -1
          •      # 0
          a•     # 0
          a•a    # -1
          ©a     # 0
          a®e    # -1
          ¡      # -1
          ¡a     # -1
          'a :' # 1
          'a a' # 0
          """)
  void aCharacterSpeaksForOrAgainstAnEncodingByWhereItStands(String text, int speaks) {
    assertThat(isWindows("été " + text)).isEqualTo(speaks >= 0);
    assertThat(isWindows("été a©a " + text)).isEqualTo(speaks > 0);
    assertThat(isWindows(text + " été")).isEqualTo(speaks >= 0);
    assertThat(isWindows(text + " a©a été")).isEqualTo(speaks > 0);
  }

  private static boolean isWindows(String text) {
    Charset windows = Charset.forName("windows-1252");
    return windows.equals(CharsetGuess.of(text.getBytes(windows)));
  }

  @Test
  void controlsAndLettersAmongLettersBeyondAsciiSpeakAgainst() {
    byte[] control = "été \u0081".getBytes(ISO_8859_1);
    assertThat(CharsetGuess.of(control)).isNull();
    assertThat(isWindows("été ñññ")).isTrue();
    assertThat(isWindows("été ñññññ")).isFalse();
  }
}
