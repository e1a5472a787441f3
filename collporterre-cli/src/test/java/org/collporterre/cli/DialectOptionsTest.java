package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that say how a file is written. */
class DialectOptionsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void file() throws IOException {
    file = folder.resolve("initiatives.csv");
    Files.write(
        file, "Export\nid;titre\na;Été à Nîmes\n".getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void whatIsGuessedIsSaid() {
    Call call = Call.of("check", file);

    assertThat(call.out())
        .contains("encoding-guessed", "windows-1252", "delimiter-guessed", "preamble-skipped");
  }

  @Test
  void whatIsToldIsNotGuessed() {
    Call call =
        Call.of("check", "--charset", "cp1252", "--delimiter", ";", "--skip-lines", "1", file);

    assertThat(call.out())
        .doesNotContain("encoding-", "delimiter-", "preamble-")
        .contains("1 initiative");
  }

  @Test
  void aTableWithoutHeaderIsReadByTheNumbersOfItsColumns() throws IOException {
    Files.writeString(file, "a,Un\nb,Deux\n");

    Call call =
        Call.of(
            "check",
            "--no-header",
            "--column",
            "colonne_1=id",
            "--column",
            "colonne_2=titre",
            file);

    assertThat(call.out()).contains("2 initiatives").doesNotContain("header-");
  }

  @Test
  void anEncodingNobodyKnowsIsMisuse() {
    Call call = Call.of("check", "--charset", "utf-9", file);

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err())
        .contains("--charset", "utf-9", "windows-1252")
        .doesNotContain("Exception");
    assertThat(Call.of("check", "--charset", "é!", file).code()).isEqualTo(2);
  }

  @Test
  void aDelimiterOfSeveralCharactersIsMisuse() {
    Call call = Call.of("check", "--delimiter", ";;", file);

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("--delimiter", ";;", "TAB");
  }

  @Test
  void aCodeNoRuleHasIsMisuseAndTheNearestIsProposed() {
    Call call = Call.of("check", "--without", "encoding-guesed", file);

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("encoding-guesed", "encoding-guessed");
  }

  @Test
  void aGuessThatIsRefusedIsNotMade() {
    Call call = Call.of("check", "--without", "encoding-guessed", file);

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).contains("encoding-not-utf8").doesNotContain("encoding-guessed");
  }
}
