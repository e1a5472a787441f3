package org.collporterre.imports;

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
}
