package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places are counted in UTF-8; the bytes expected are those Java writes in each encoding. */
class SourceTextTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int open;

  /** Opens bytes, and counts what of them is still open. */
  private SourceText.Bytes bytes(byte[] bytes) {
    return () -> {
      open++;
      return new FilterInputStream(new ByteArrayInputStream(bytes)) {
        @Override
        public void close() {
          open--;
        }
      };
    };
  }

  private static byte[] with(String mark, byte[] text) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(HexFormat.of().parseHex(mark));
    all.writeBytes(text);
    return all.toByteArray();
  }

  /** The mark is that of the file, and how much of it is known not to be text. */
  @ParameterizedTest
  @CsvSource({
    "UTF-8, '', 0, UTF-8",
    "ISO-8859-1, '', 0, ISO-8859-1",
    "windows-1252, '', 0, windows-1252",
    "UTF-16LE, FFFE, 2, UTF-16LE",
    "UTF-16BE, FEFF, 2, UTF-16BE",
    "UTF-16LE, '', 0, UTF-16LE",
    "UTF-16, FFFE, 0, UTF-16LE",
    "UTF-16, FEFF, 0, UTF-16BE",
    "UTF-16, '', 0, UTF-16BE"
  })
  void textIsReplacedInItsEncoding(Charset charset, String mark, int known, Charset plain)
      throws IOException {
    boolean all = plain.equals(UTF_8) || mark.length() + known > 0 || charset.equals(UTF_16);
    for (String before : new String[] {"", "aé", all ? "🌱\n" : "ü", "é".repeat(70_000)}) {
      out.reset();
      byte[] file = with(mark, (before + "bé" + "ç").getBytes(plain));
      TextEncoding encoding = new TextEncoding(charset, false, known);
      try (SourceText text = SourceText.open(bytes(file), encoding, out)) {
        assertThat(text.charset()).isEqualTo(plain);
        assertThat(text.isEditable()).isTrue();
        int place = before.getBytes(UTF_8).length;
        long from = text.at(place);
        assertThat(from).isEqualTo(mark.length() / 2 + before.getBytes(plain).length);
        text.replace(from, text.at(place + 3), "été");
        text.finish();
      }
      assertThat(out.toByteArray()).isEqualTo(with(mark, (before + "étéç").getBytes(plain)));
      assertThat(open).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, €, true",
    "windows-1252, →, false",
    "ISO-8859-1, €, false",
    "UTF-16, →, true",
    "UTF-8, →, true"
  })
  void anEncodingHoldsWhatItHasCharactersFor(Charset charset, String text, boolean holds)
      throws IOException {
    TextEncoding encoding = new TextEncoding(charset, false, 0);
    try (SourceText source = SourceText.open(bytes(new byte[] {'a'}), encoding, out)) {
      assertThat(source.canHold(text)).isEqualTo(holds);
    }
  }

  /** The last of them can only be read. */
  @ParameterizedTest
  @CsvSource({"Shift_JIS", "GB18030", "UTF-32", "ISO-2022-CN"})
  void whereCharactersVaryInLengthTextIsOnlyCopied(Charset charset) throws IOException {
    byte[] file = {'a', 'b', 'c'};
    TextEncoding encoding = new TextEncoding(charset, false, 0);
    try (SourceText source = SourceText.open(bytes(file), encoding, out)) {
      assertThat(source.isEditable()).isFalse();
      assertThat(source.canHold("a")).isEqualTo(charset.canEncode());
      source.finish();
    }
    assertThat(out.toByteArray()).isEqualTo(file);
    assertThat(open).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, 618162, 3, 3",
    "windows-1252, 618162, 4, -1",
    "UTF-16LE, 610000D86200, 1, 2",
    "UTF-16LE, 610000D86200, 2, -1",
    "UTF-16LE, 3CD831DF6200, 4, 4",
    "UTF-16LE, 3CD831DF6200, 5, 6"
  })
  void placesBehindDamageAreKnownOnlyWhereItsLengthIs(
      Charset charset, String hex, int place, int at) throws IOException {
    TextEncoding encoding = new TextEncoding(charset, false, 0);
    byte[] file = HexFormat.of().parseHex(hex);
    try (SourceText source = SourceText.open(bytes(file), encoding, out)) {
      assertThat(source.at(place)).isEqualTo(at);
    }
  }

  @Test
  void aFileThatBecameShorterIsSaid() throws IOException {
    TextEncoding encoding = new TextEncoding(UTF_8, false, 0);
    try (SourceText source = SourceText.open(bytes(new byte[] {'a'}), encoding, out)) {
      assertThatIOException()
          .isThrownBy(() -> source.replace(2, 3, "b"))
          .withMessageContaining("shorter");
    }
  }

  @Test
  void aFileThatCannotBeOpenedIsLeftClosed() {
    TextEncoding encoding = new TextEncoding(UTF_16LE, false, 2);
    assertThatIOException()
        .isThrownBy(() -> SourceText.open(bytes(new byte[1]), encoding, out))
        .isInstanceOf(EOFException.class);
    assertThat(open).isZero();
  }

  @Test
  void theStreamIsReadInPieces() throws IOException {
    byte[] file = "aé🌱b".repeat(10_000).getBytes(UTF_16LE);
    SourceText.Bytes drops = () -> new Drops(file);
    TextEncoding encoding = new TextEncoding(UTF_16LE, false, 0);
    try (SourceText source = SourceText.open(drops, encoding, out)) {
      assertThat(source.at(8L * 9_999 + 7)).isEqualTo(10L * 9_999 + 8);
      source.replace(10L * 9_999 + 8, 10L * 9_999 + 10, "c");
      source.finish();
    }
    assertThat(out.toByteArray()).isEqualTo(("aé🌱b".repeat(9_999) + "aé🌱c").getBytes(UTF_16LE));
  }
}
