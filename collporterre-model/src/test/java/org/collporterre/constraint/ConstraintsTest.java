package org.collporterre.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collporterre.Fixtures;
import org.collporterre.model.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintsTest {
  /** A constraint by name, with texts it accepts and texts it refuses. */
  private record Case(
      String name, Predicate<CharSequence> matches, List<String> valid, List<String> invalid) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "Identifier",
              Identifier.Validator::matches,
              List.of(
                  "a",
                  "7",
                  "az09",
                  "bruded",
                  "a--b",
                  "x".repeat(80),
                  "f81d4fae-7dec-11d0-a765-00a0c9"),
              List.of(
                  "-a",
                  "a-",
                  "-",
                  "Bruded",
                  "a_b",
                  "a b",
                  "é",
                  "a.b",
                  "a`b",
                  "a{b",
                  "a/b",
                  "a:b",
                  "x".repeat(81))),
          new Case(
              "Insee",
              Insee.Validator::matches,
              // Brest, Ajaccio, Bastia, Saint-Denis, Saint-Pierre (Miquelon), Papeete, Clipperton.
              List.of("29019", "2A004", "2B033", "97411", "97502", "98735", "98901", "01001"),
              List.of("1001", "00001", "20004", "2C004", "2a004", "96001", "97011", "97901")),
          new Case(
              "Siret",
              Siret.Validator::matches,
              // The INSEE example, and two offices of La Poste: one by Luhn, one by its own sum.
              List.of("73282932000074", "35600000000048", "35600000049837"),
              List.of("73282932000075", "35600000049838", "7328293200007", "732829320000740")),
          new Case(
              "Rna",
              Rna.Validator::matches,
              List.of("W291002345", "W2A1000012", "W9R1000034"),
              List.of("w291002345", "W29100234", "W2910023456", "291002345", "W2AA000012")),
          new Case(
              "LanguageTag",
              LanguageTag.Validator::matches,
              List.of("fr", "br", "gsw", "fr-CA", "zh-Hant", "zh-Hant-TW", "es-419"),
              List.of(
                  "f",
                  "FR",
                  "fr-ca",
                  "fr_CA",
                  "fr-",
                  "-fr",
                  "fr-CAN",
                  "zh-hant",
                  "fr-Latn-",
                  "français",
                  "fr-1901",
                  "fr-CA-x-moi",
                  "fr-41",
                  "fr-Latn-CA-FR")),
          new Case(
              "VersionNumber",
              VersionNumber.Validator::matches,
              List.of("0.0", "1.0", "10.20.30", "0.2.1", "999999999.999999999"),
              List.of(
                  "1",
                  "1.",
                  ".1",
                  "1.0.",
                  "01.0",
                  "1.00",
                  "1.0.0.0",
                  "1..0",
                  "v1.0",
                  "1,0",
                  "1/0",
                  "1:0",
                  "1234567890.0")),
          new Case(
              "SpdxLicense",
              SpdxLicense.Validator::matches,
              List.of(
                  "CC-BY-SA-4.0",
                  "etalab-2.0",
                  "ODbL-1.0",
                  "LicenseRef-CC-BY-SA",
                  "LicenseRef-azAZ09.-"),
              List.of(
                  "cc-by-sa-4.0",
                  "CC BY-SA 4.0",
                  "Etalab-2.0",
                  "LicenseRef-",
                  "LicenseRef-a b",
                  "LicenseRef-é",
                  "LicenseRef-@",
                  "LicenseRef-[",
                  "LicenseRef-`",
                  "LicenseRef-{",
                  "LicenseRef-/",
                  "LicenseRef-:",
                  "licenseref-a",
                  "MIT OR Apache-2.0",
                  "CC-BY-SA-2.0-FR")),
          new Case(
              "CountryCode",
              CountryCode.Validator::matches,
              List.of("FR", "AT", "CA", "RE"),
              List.of("fr", "FRA", "F", "ZZ", "UK", "France")),
          new Case(
              "CurrencyCode",
              CurrencyCode.Validator::matches,
              List.of("EUR", "CAD", "CHF"),
              List.of("eur", "€", "EURO", "ZZZ")),
          new Case(
              "WebUrl",
              WebUrl.Validator::matches,
              List.of(
                  "https://exemple.org",
                  "http://exemple.org/",
                  "HTTPS://EXEMPLE.ORG/A",
                  "https://exemple.org:8443/a/b;c?d=e&f=%7C#g",
                  "https://exemple.org?q",
                  "https://exemple.org#q",
                  "https://élevage.fr/été/🌱",
                  "https://xn--levage-9ua.fr",
                  "https://localhost",
                  "https://azAZ09.fr",
                  "https://exemple.org:1",
                  "https://exemple.org:8090",
                  "https://" + "x".repeat(63) + ".org",
                  "https://" + "abcdefg.".repeat(31) + "abcde",
                  "https://192.0.2.1:65535/",
                  "https://exemple.org/@nom?à=@",
                  "https://exemple.org/" + "x".repeat(1980)),
              List.of(
                  "exemple.org",
                  "//exemple.org",
                  "ftp://exemple.org",
                  "javascript:alert(1)",
                  "mailto:a@exemple.org",
                  "https:/exemple.org",
                  "http:///",
                  "https://",
                  "https://?q",
                  "https://:80",
                  "https://exemple.org:",
                  "https://exemple.org:0",
                  "https://exemple.org:65536",
                  "https://exemple.org:99999",
                  "https://exemple.org:/",
                  "https://ex`.org",
                  "https://ex{.org",
                  "https://exemple.org/\u007F",
                  "https://exemple.org/\u0080",
                  "https://exemple.org/\u0085",
                  "https://exemple.org/<",
                  "https://" + "abcdefg.".repeat(31) + "abcdef",
                  "https://exemple.org:4294967376",
                  "https://exemple.org:8a",
                  "https://nom@exemple.org",
                  "https://nom:secret@exemple.org",
                  "https://exemple.org:80@ailleurs.org",
                  "https://[2001:db8::1]/",
                  "https://-exemple.org",
                  "https://exemple-.org",
                  "https://exemple..org",
                  "https://exemple.org.",
                  "https://exem_ple.org",
                  "https://exem ple.org",
                  "https://exemple.org/a b",
                  "https://exemple.org/a\u00A0b",
                  "https://exemple.org/a|b",
                  "https://exemple.org/<script>",
                  "https://exemple.org/\"onload=\"",
                  "https://exemple.org\\@ailleurs.org",
                  "https://exemple.org/a\u2028b",
                  "https://exemple.org/\uDF31\uD83C",
                  "https://" + "x".repeat(64) + ".org",
                  "https://" + "abcdefg.".repeat(32) + "org",
                  "https://exemple.org/" + "x".repeat(1981))));

  static Stream<Arguments> valid() {
    return CASES.stream()
        .flatMap(c -> c.valid().stream().map(text -> Arguments.of(c.name(), text, c.matches())));
  }

  static Stream<Arguments> invalid() {
    return CASES.stream()
        .flatMap(c -> c.invalid().stream().map(text -> Arguments.of(c.name(), text, c.matches())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("valid")
  void accepts(String name, String text, Predicate<CharSequence> matches) {
    assertThat(matches.test(text)).as(name).isTrue();
    assertThat(matches.test(CharBuffer.wrap(text))).as("as any CharSequence").isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("invalid")
  void refuses(String name, String text, Predicate<CharSequence> matches) {
    assertThat(matches.test(text)).as(name).isFalse();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("valid")
  void refuses_valid_text_with_something_added(
      String name, String text, Predicate<CharSequence> matches) {
    for (String more : List.of("\n", "\r\n", " ", "\u0000", "\u00A0", "\uD83C", "\u2028", "|")) {
      assertThat(matches.test(text + more))
          .as(name + " and U+%04X", (int) more.charAt(0))
          .isFalse();
      assertThat(matches.test(more + text))
          .as("U+%04X and " + name, (int) more.charAt(0))
          .isFalse();
    }
    // SPDX sets no limit to the length of a LicenseRef.
    assertThat(matches.test(text.repeat(100_000 / text.length() + 1)))
        .isEqualTo(text.startsWith("LicenseRef-"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("valid")
  void refuses_digits_of_other_scripts(String name, String text, Predicate<CharSequence> matches) {
    if (!name.equals("WebUrl")) {
      for (char zero : new char[] {'٠', '０', '०'}) {
        String other =
            text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + zero : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertThat(matches.test(other)).as(other).isEqualTo(other.equals(text));
      }
    }
  }

  @Test
  void none_accepts_the_empty_text_and_each_accepts_none() {
    for (Case c : CASES) {
      assertThat(c.matches().test("")).as(c.name()).isFalse();
    }
  }

  /** The forms the format asks for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "Identifier a0-A [a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?",
        "Insee 0123456789ABC"
            + " (?:0[1-9]|1\\d|2[1-9AB]|[3-8]\\d|9[0-5])\\d{3}|97[1-8]\\d{2}|98[46-9]\\d{2}",
        "Rna W019AZ W\\d[0-9A-Z]\\d{7}",
        "LanguageTag azAZ09- [a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\\d{3}))?",
        "VersionNumber 0129. (?:0|[1-9]\\d{0,8})\\.(?:0|[1-9]\\d{0,8})(?:\\.(?:0|[1-9]\\d{0,8}))?"
      })
  void agrees_with_the_pattern_of_the_format(String name, String alphabet, String pattern) {
    Predicate<String> oracle = Pattern.compile(pattern).asMatchPredicate();
    Case tested = CASES.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    Random random = new Random(name.hashCode());
    int accepted = 0;
    for (int i = 0; i < 300_000; i++) {
      // Half of the texts are a valid one with one character changed, so that both answers occur.
      StringBuilder text = new StringBuilder(pick(random, tested.valid()));
      if (i % 2 == 0) {
        int length = random.nextInt(12);
        text.setLength(0);
        random.ints(length, 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
      } else if (text.length() > 0) {
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      boolean expected = oracle.test(text.toString());
      accepted += expected ? 1 : 0;
      if (tested.matches().test(text) != expected) {
        assertThat(tested.matches().test(text)).as("%s", text).isEqualTo(expected);
      }
    }
    assertThat(accepted).isGreaterThan(1_000);
  }

  private static String pick(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  void every_municipality_of_the_official_list_has_a_valid_code() throws IOException {
    List<String> codes =
        Files.readAllLines(Fixtures.file("reference/communes.csv")).stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();
    assertThat(codes).hasSizeGreaterThan(37_000).allMatch(Insee.Validator::matches);
  }

  @Test
  void the_licences_are_those_of_the_spdx_list() throws IOException {
    String json = Files.readString(Fixtures.file("reference/spdx-simple.json"));
    Set<String> listed =
        Pattern.compile("\"([^\"]+)\"")
            .matcher(json)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).hasSizeGreaterThan(600).allMatch(SpdxLicense.Validator::matches);
    assertThat(SpdxLicenses.ids()).containsAll(listed).doesNotHaveDuplicates();
    for (String id : listed) {
      assertThat(SpdxLicenses.ignoringCase(id.toUpperCase(java.util.Locale.ROOT)))
          .isEqualToIgnoringCase(id);
    }
    assertThat(SpdxLicenses.ignoringCase("CC BY-SA")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 0", "2, 3, 1", "2, 3, 2", "2, 3, 3", "2, 3, 4", "1, 1, 1", "1, 1, 2"})
  void lengths_are_counted_in_code_points(int min, int max, int length) {
    boolean expected = length >= min && length <= max;
    for (String one : List.of("a", "é", "🌱", "\uD83C")) {
      assertThat(TextSize.OfText.matches(one.repeat(length), min, max))
          .as("%s × %s", one, length)
          .isEqualTo(expected);
    }
    // A family of four is seven code points that look like one.
    assertThat(TextSize.OfText.matches("👨‍👩‍👧‍👦", 7, 7)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, 1.10, -1",
    "1.2, 1.2.0, 0",
    "2.0, 1.9.9, 1",
    "1.0.1, 1.0, 1",
    "1.0.9, 1.0.10, -1",
    "10.0, 9.0, 1",
    "1.0, 1.0, 0"
  })
  void versions_are_compared_number_by_number(String one, String other, int order) {
    assertThat(VersionNumber.Validator.compare(one, other)).isEqualTo(order);
    assertThat(VersionNumber.Validator.compare(other, one)).isEqualTo(-order);
  }

  @Test
  void what_is_no_version_is_not_compared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionNumber.Validator.compare("1", "1.0"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionNumber.Validator.compare("1.0", "v1.0"));
  }

  @Test
  void lengths_and_line_breaks_are_looked_for_in_translations_too() {
    LocalizedText text = LocalizedText.of("Jardin").with("br", "Liorzh");
    assertThat(TextSize.OfLocalizedText.matches(text, 3, 6)).isTrue();
    assertThat(TextSize.OfLocalizedText.matches(text.with("en", "Gardens"), 3, 6)).isFalse();
    assertThat(TextSize.OfLocalizedText.matches(text.with("en", "Ga"), 3, 6)).isFalse();
    assertThat(SingleLine.OfLocalizedText.matches(text)).isTrue();
    assertThat(SingleLine.OfLocalizedText.matches(text.with("en", "Gar\nden"))).isFalse();
  }

  @Test
  void lines_end_with_all_that_unicode_ends_them_with() {
    Set<Integer> breaks = Set.of(0x0A, 0x0D, 0x85, 0x2028, 0x2029);
    assertThat(IntStream.rangeClosed(0, 0xFFFF).filter(c -> !isSingleLine(c)).boxed())
        .containsExactlyInAnyOrderElementsOf(breaks);
  }

  private static boolean isSingleLine(int c) {
    return SingleLine.Validator.matches("a" + (char) c + "b");
  }

  @Test
  void the_long_case_of_each_constraint_is_decided_at_once() {
    String[] hostile = {"x".repeat(100_000), "9".repeat(100_000), "-".repeat(100_000), "\n"};
    for (Case c : CASES) {
      assertThat(Arrays.stream(hostile).filter(c.matches())).as(c.name()).isEmpty();
    }
  }
}
