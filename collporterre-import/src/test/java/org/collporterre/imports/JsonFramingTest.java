package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFramingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`{}\n{}` # x.json # LINES",
        "`\uFEFF{}\n{}` # x.json # LINES",
        "` \n{\"a\":1} \t\r\n \n{}` # x.json # LINES",
        "`{}\r{` # x.json # LINES",
        "`{\n{}` # x.json # SEQUENCE",
        "`{}\n[]` # x.json # SEQUENCE",
        "`{}\n` # x.json # SEQUENCE",
        "`{}` # x.json # SEQUENCE",
        "`{\"a\":1}` # x.NDJSON # LINES",
        "`{\"a\":\n1}` # x.jsonl # LINES",
        "`{\n\"a\":1}` # x.geojsonl # SEQUENCE",
        "`{ \n\"a\":1}` # x.geojsonl # SEQUENCE",
        "`[]\n[]` # x.ndjson # SEQUENCE",
        "`` # x.ndjson # SEQUENCE",
        "` \n` # x.ndjson # SEQUENCE",
        "`\u001E{}\n\u001E{}` # x.json # SEPARATED",
        "`\uFEFF\u001E{}` # x.json # SEPARATED",
        "`\uFEFF` # x.json # SEQUENCE"
      })
  void howAFileIsFramedIsSeenInItsHeadAndName(String text, String file, JsonFraming framing)
      throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    BufferedInputStream in = new BufferedInputStream(new ByteArrayInputStream(bytes));

    assertThat(JsonFraming.of(in, file)).isEqualTo(framing);
    assertThat(in.readAllBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"ONE, false", "SEQUENCE, false", "LINES, true", "SEPARATED, true"})
  void aTextThatIsWrongCanBeLeftWhereBytesShowTheNext(JsonFraming framing, boolean resumable) {
    assertThat(framing.isResumable()).isEqualTo(resumable);
  }
}
