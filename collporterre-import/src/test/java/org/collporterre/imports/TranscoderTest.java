package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
