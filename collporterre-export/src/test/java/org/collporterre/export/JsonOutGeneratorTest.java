package org.collporterre.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Our generator writes what the reference implementation writes, and refuses what it refuses. */
class JsonOutGeneratorTest {
  private static String ours(Consumer<JsonGenerator> program) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonOutGenerator(JsonOut.plain(bytes))) {
      program.accept(out);
    }
    return bytes.toString(UTF_8);
  }

  private static String reference(Consumer<JsonGenerator> program) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.createGenerator(bytes)) {
      program.accept(out);
    }
    return bytes.toString(UTF_8);
  }

  private static void same(Consumer<JsonGenerator> program) {
    assertThat(ours(program)).isEqualTo(reference(program));
  }

  @Test
  void every_method_writes_what_the_reference_implementation_writes() {
    same(
        out -> {
          out.writeStartObject().write("a", "x").write("b", 1).write("c", 2L).write("d", true);
          out.write("e", 1.5).write("f", BigInteger.TEN).write("g", new BigDecimal("1E-9"));
          out.writeNull("h").writeStartArray("i").write("y").write(1).write(Long.MIN_VALUE);
          out.write(false).write(-0.25).write(BigInteger.TWO).write(new BigDecimal("1.50"));
          out.writeNull().writeStartArray().writeEnd().writeStartObject().writeEnd().writeEnd();
          out.writeStartObject("j").writeKey("k").write("z").writeEnd();
          out.write("l", Json.createReader(new StringReader("[1,{\"a\":null}]")).read());
          out.writeKey("m").writeStartArray().write(JsonValue.TRUE).writeEnd().writeEnd();
        });
    same(out -> out.write("alone"));
  }

  @Test
  void every_character_is_written_as_the_reference_implementation_writes_it() {
    StringBuilder all = new StringBuilder();
    for (int point = 0; point < 0x3000; point++) {
      all.appendCodePoint(point);
    }
    all.appendCodePoint(0x1F600).append('\uFFFD').append('\uFFFF');
    same(out -> out.writeStartObject().write(all.toString(), all.toString()).writeEnd());
  }

  @Test
  void what_is_no_json_is_refused() {
    refused(out -> out.writeStartObject().write("no name"));
    refused(out -> out.writeStartObject().writeKey("a").writeKey("b"));
    refused(out -> out.writeStartArray().write("a", 1));
    refused(out -> out.writeKey("a"));
    refused(JsonGenerator::writeEnd);
    refused(out -> out.writeStartObject().writeKey("a").writeEnd());
    refused(out -> out.write(1).write(2));
    refused(JsonGenerator::writeStartObject);
    assertThatThrownBy(() -> ours(out -> out.write(Double.NaN)))
        .isInstanceOf(NumberFormatException.class);
  }

  private static void refused(Consumer<JsonGenerator> program) {
    assertThatThrownBy(() -> ours(program)).isInstanceOf(JsonGenerationException.class);
    assertThatThrownBy(() -> reference(program)).isInstanceOf(JsonGenerationException.class);
  }
}
