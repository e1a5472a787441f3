package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscoderTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32", "GB18030", "UTF-8"})
  void textOfAnyLengthComesOutWhole(String charset) throws IOException {
    // 3 is prime to the buffer, so that characters lie across its end.
    String text = "a€\uD83C\uDF3B".repeat(30_000);
    byte[] bytes = text.getBytes(Charset.forName(charset));
    try (InputStream in = new Transcoder(slow(bytes), Charset.forName(charset), null)) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(text);
    }
  }

  @Test
  void itIsReadByteByByteToo() throws IOException {
    try (InputStream in = stream("é".getBytes(WINDOWS), WINDOWS, null)) {
      assertThat(in.read()).isEqualTo(0xC3);
      assertThat(in.read()).isEqualTo(0xA9);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void bytesThatAreNoTextAreMarked() throws IOException {
    byte[] bytes = {'a', (byte) 0x81, 'b'};
    try (InputStream in = stream(bytes, WINDOWS, null)) {
      assertThat(in.readAllBytes()).containsExactly('a', Transcoder.DAMAGE, 'b');
    }
  }

  @Test
  void bytesThatAreNoTextAreToldWithTheirPlace() throws IOException {
    List<String> told = new ArrayList<>();
    byte[] bytes = {'a', '\r', '\n', (byte) 0xE9, (byte) 0x81, '\n', (byte) 0x9D};
    try (InputStream in =
        stream(
            bytes, WINDOWS, (line, column, wrong) -> told.add(line + ":" + column + " " + wrong))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("a\r\né\uFFFD\n\uFFFD");
    }
    assertThat(told).containsExactly("2:2 0x81", "3:1 0x9D");
  }

  @Test
  void halfACharacterAtTheEndIsNoText() throws IOException {
    byte[] odd = {'a', 0, 'b'};
    try (InputStream in = stream(odd, UTF_16LE, null)) {
      assertThat(in.readAllBytes()).containsExactly('a', Transcoder.DAMAGE);
    }
    byte[] half = {0, 'a', (byte) 0xD8, 0x3C};
    try (InputStream in = stream(half, UTF_16BE, null)) {
      assertThat(in.readAllBytes()).containsExactly('a', Transcoder.DAMAGE);
    }
  }

  /** Lines end in CR, LF or CRLF; a character beyond the basic plane has two columns. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "* # 1:1",
        "ab* # 1:3",
        "a/* # 2:1",
        "a\\b* # 2:2",
        "a\\/b* # 2:2",
        "a\\\\b* # 3:2",
        "a//b* # 3:2",
        "/\\b* # 3:2",
        "a\\/\\/b* # 3:2"
      })
  void placesAreCountedInLinesAndColumns(String text, String place) throws IOException {
    List<String> told = new ArrayList<>();
    byte[] bytes = text.replace('/', '\n').replace('\\', '\r').getBytes(WINDOWS);
    bytes[bytes.length - 1] = (byte) 0x81;
    try (InputStream in =
        stream(bytes, WINDOWS, (line, column, wrong) -> told.add(line + ":" + column))) {
      assertThat(in.readAllBytes()).hasSize(bytes.length + 2);
    }
    assertThat(told).containsExactly(place);
  }

  @Test
  void damageCountsAsOneColumnAndPairsAsTwo() throws IOException {
    List<String> told = new ArrayList<>();
    byte[] bytes = "\uD83C\uDF3B??".getBytes(UTF_16LE);
    // Second halves alone.
    bytes[5] = (byte) 0xDC;
    bytes[7] = (byte) 0xDC;
    try (InputStream in =
        stream(bytes, UTF_16LE, (line, column, wrong) -> told.add(column + " " + wrong))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("\uD83C\uDF3B\uFFFD\uFFFD");
    }
    assertThat(told).containsExactly("3 0x3FDC", "4 0x3FDC");
  }

  @Test
  void itIsAStreamLikeOthers() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream source =
        new ByteArrayInputStream("é".getBytes(WINDOWS)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    byte[] target = new byte[3];
    try (InputStream in = new Transcoder(source, WINDOWS, null)) {
      assertThat(in.read(target, 1, 0)).isZero();
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> in.read(target, 2, 2));
      assertThat(in.read(target, 1, 1)).isEqualTo(1);
      assertThat(in.read(target, 2, 1)).isEqualTo(1);
      assertThat(target).containsExactly(0, 0xC3, 0xA9);
      assertThat(in.read(target, 0, 3)).isEqualTo(-1);
      assertThat(closed[0]).isFalse();
    }
    assertThat(closed[0]).isTrue();
  }

  private static InputStream stream(
      byte[] bytes, Charset charset, Transcoder.@Nullable Damages damages) {
    return new Transcoder(new ByteArrayInputStream(bytes), charset, damages);
  }

  /** Gives seven bytes at a time. */
  private static InputStream slow(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, 7));
      }
    };
  }
}
