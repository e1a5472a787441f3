package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
  private final List<Finding> findings = new ArrayList<>();
  private final StrictJson json = new StrictJson("settings", "s.json", findings::add);

  private JsonNode root(String text) throws IOException {
    return Objects.requireNonNull(json.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "{…}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[1] # 1 # [1] # {…}",
        "{\"a\":x} # 6 # x # { [ \" 0…9 - true false null",
        "{} {} # 4 # { # JSON",
        "{ # 2 # # \" }"
      })
  void whatIsNoObjectIsMalformed(String text, int column, String value, String expected)
      throws IOException {
    assertThat(json.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "{…}")).isNull();

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.code()).isEqualTo("settings-malformed");
    assertThat(finding.location().column()).isEqualTo(column);
    assertThat(finding.value()).isEqualTo(value);
    assertThat(finding.expected()).isEqualTo(expected);
    assertThat(json.isClean()).isFalse();
  }

  @Test
  void aMemberTwiceIsSaid() throws IOException {
    assertThat(root("{\"a\":1,\"a\":2}").children()).hasSize(1);

    assertThat(findings).extracting(Finding::code).containsExactly("settings-key-twice");
    assertThat(findings).extracting(Finding::value).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource({"true, true, true", "false, false, true", "1, true, false", "null, true, false"})
  void aFlagIsTrueOrFalse(String text, boolean flag, boolean clean) throws IOException {
    assertThat(json.flag(root("{\"a\":" + text + "}").get("a"))).isEqualTo(flag);
    assertThat(json.flag(null)).isFalse();

    assertThat(json.isClean()).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "\"x\" # x # true",
        "\"\" # `` # false",
        "12 # `` # false",
        "[\"x\",\"y\"] # x y # true",
        "[] # `` # true",
        "[1] # `` # false"
      })
  void textsAreOneOrAnArray(String text, String expected, boolean clean) throws IOException {
    List<String> texts = json.texts(root("{\"a\":" + text + "}").get("a"));

    assertThat(String.join(" ", texts)).isEqualTo(expected);
    assertThat(json.isClean()).isEqualTo(clean);
    assertThat(json.texts(null)).isEmpty();
  }

  @Test
  void membersThatAreNotKnownAreNamedWithOneThatIsLikeThem() throws IOException {
    JsonNode root = root("{\"rules\":1,\"colour\":2,\"zzzzzzz\":3}");

    assertThat(json.known(root, List.of("rules", "color"))).isFalse();
    assertThat(findings)
        .extracting(Finding::value, Finding::expected, f -> f.location().pointer())
        .containsExactly(
            tuple("colour", "color", "/colour"), tuple("zzzzzzz", "rules, color", "/zzzzzzz"));
    assertThat(json.known(root, List.of("rules", "colour", "zzzzzzz"))).isTrue();
  }
}
