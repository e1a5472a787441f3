package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Well-formed byte sequences are those of Unicode, table 3-7. */
class Utf8Test {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "61, true",
    "00, true",
    // One character of each length, the first and the last first byte of each.
    "C280, true",
    "DFBF, true",
    "E0A080, true",
    "EFBFBD, true",
    "F0908080, true",
    "F48FBFBF, true",
    // One byte more belongs to none.
    "C28080, false",
    "DFBFBF, false",
    "E0A08080, false",
    "EFBFBDBD, false",
    "F090808080, false",
    "F48FBFBFBF, false",
    // Bytes that begin nothing.
    "80, false",
    "BF, false",
    "C180, false",
    "F5808080, false",
    // The end may have cut a character, and only the end.
    "C3, true",
    "61E2, true",
    "E282, true",
    "F09F8C, true",
    "C361, false",
    "E28261, false",
    "C37F, false",
    "C3C3A9, false",
    // Some damage: more characters than strays.
    "C3A9E961, false",
    "C3A9C3A9E961, true",
    "C3A9C3A9E961E961, false",
    "E961C3A961C3A9, true"
  })
  void textIsLikelyWhenItHasMoreCharactersThanStrays(String bytes, boolean likely) {
    assertThat(Utf8.isLikely(HEX.parseHex(bytes))).isEqualTo(likely);
  }

  @ParameterizedTest
  @CsvSource({
    "E9, true",
    "EFBFBD, false",
    "61EFBFBD61, false",
    "EFBFBDEFBFBD, false",
    "EFBFBDE9, true",
    "E9EFBFBD, true",
    // Neighbours of the replacement character in each byte do not count as one.
    "EEBFBDE9, true",
    "EFBEBDE9, true",
    "EFBFBCE9, true"
  })
  void aReplacementCharacterThatWasWrittenIsNoDamage(String bytes, boolean malformed) {
    byte[] cell = HEX.parseHex(bytes);
    assertThat(Utf8.isMalformed(new String(cell, UTF_8), cell, 0, cell.length))
        .isEqualTo(malformed);
    byte[] row = HEX.parseHex("EFBFBD" + bytes + "EFBFBD");
    assertThat(Utf8.isMalformed(new String(cell, UTF_8), row, 3, 3 + cell.length))
        .as("in a row between others")
        .isEqualTo(malformed);
  }
}
