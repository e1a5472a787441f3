package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.collporterre.imports.EntryBlocks.Block;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records read ahead of their turn, and what is told of them, are those of reading in order. */
class RecordBlocksTest {
  private static final int RECORD = 8192;
  private static final String JSON = "[{'id':'a'},{'id':'b','x':[1]},7,{'id':'c','titre':{}}";

  private static Importer<?> importer(String name) {
    return switch (name.substring(name.indexOf('.') + 1)) {
      case "json" -> JsonImporter.create();
      case "yml" -> YamlImporter.create();
      case "jsonld" -> JsonLdImporter.create();
      default -> GeoJsonImporter.create();
    };
  }

  private static EntryReader<Initiative> open(String name, String text, List<Finding> findings)
      throws IOException {
    byte[] bytes = text.replace('\'', '"').getBytes(UTF_8);
    return importer(name)
        .open(new ByteArrayInputStream(bytes), name, Initiative.class, findings::add);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "x.json # " + JSON + "] # 3",
        "x.json # " + JSON + ",{'id':'d'} # 4",
        "x.json # " + JSON + ",{'id':'d'}}, 8 # 4",
        "x.json # [] # 0",
        "x.yml # `- {id: a}\n- 7\n- {id: b}\n- {zz: 1}\n` # 3",
        "x.jsonld # {'@context':'https://schema.org','@graph':[{'@type':'Project','name':'A'},8,"
            + "{'@type':'Project','name':'B'},{'@type':'Thing'}]} # 2",
        "x.geojson # {'type':'Feature','geometry':null,'properties':{'id':'a','y':{}}} # 1"
      })
  void giveWhatReadingInOrderGives(String name, String text, int records) throws IOException {
    ReadInBlocks.File<Initiative> file = findings -> open(name, text, findings);
    ReadInBlocks.Outcome expected = ReadInBlocks.one(file);
    assertThat(expected.records()).hasSize(records);
    for (int size : new int[] {1, RECORD, 2 * RECORD, 3 * RECORD, 1 << 20}) {
      assertThat(ReadInBlocks.several(file, size, 2)).as("%d", size).isEqualTo(expected);
    }
  }

  /** A block tells what came before a record before it hands out the record. */
  @Test
  void whatIsWrongIsToldAtTheTurnOfItsRecord() throws IOException {
    List<Finding> early = new ArrayList<>();
    List<String> turns = new ArrayList<>();
    try (EntryReader<Initiative> in = open("x.json", JSON + ",{'id':'d'},9]", early)) {
      EntryBlocks<Initiative> blocks = Objects.requireNonNull(in.blocks(100 * RECORD));
      Block block = Objects.requireNonNull(blocks.next(ReadInBlocks.NONE));
      assertThat(blocks.next(ReadInBlocks.NONE)).isNull();
      assertThat(early).isEmpty();
      EntryBlocks.Reader<Initiative> reader =
          blocks.reader(finding -> turns.add(finding.code() + finding.location().column()));
      assertThat(reader.read(block, row -> turns.add(row.value().id()))).isTrue();
    }
    assertThat(early).isEmpty();
    assertThat(turns)
        .containsExactly(
            "a", "header-unknown27", "b", "json-type32", "json-type52", "c", "d", "json-type67");
  }

  /** However much is wrong before the next record, a block has no more of it than it may. */
  @Test
  void manyFindingsBeforeARecordAreSeveralBlocks() throws IOException {
    int most = RecordBlocks.MOST_FINDINGS;
    String wrong = "7,".repeat(3 * most - 1);
    String text = "[{'id':'a'}," + wrong + "{'id':'b'}," + wrong + "{'id':'c'}]";
    List<String> turns = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    try (EntryReader<Initiative> in = open("x.json", text, new ArrayList<>())) {
      EntryBlocks<Initiative> blocks = Objects.requireNonNull(in.blocks(1 << 20));
      EntryBlocks.Reader<Initiative> reader = blocks.reader(finding -> turns.add(finding.code()));
      Consumer<Block> all =
          block -> {
            int before = turns.size();
            assertThat(reader.read(block, row -> turns.add(row.value().id()))).isTrue();
            sizes.add(turns.size() - before);
          };
      all.accept(Objects.requireNonNull(blocks.next(all)));
      assertThat(blocks.next(all)).isNull();
    }
    assertThat(sizes).containsExactly(most + 1, most, most + 1, most, most, most - 1);
    assertThat(turns).hasSize(6 * most + 1);
    assertThat(turns.subList(1, 3 * most)).containsOnly("json-type");
    assertThat(turns.get(0) + turns.get(3 * most) + turns.get(6 * most)).isEqualTo("abc");
    ReadInBlocks.File<Initiative> file = findings -> open("x.json", text, findings);
    assertThat(ReadInBlocks.several(file, 1 << 20, 2)).isEqualTo(ReadInBlocks.one(file));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "8191, 1", "8192, 1", "16383, 1", "16384, 2", "32768, 4", "40960, 4"})
  void aBlockHasARecordForEachEightThousandBytesAskedFor(int size, int records) throws IOException {
    List<String> ids = new ArrayList<>();
    try (EntryReader<Initiative> in =
        open("x.json", "[{'id':'a'},{'id':'b'},{'id':'c'},{'id':'d'}]", new ArrayList<>())) {
      EntryBlocks<Initiative> blocks = Objects.requireNonNull(in.blocks(size));
      blocks.read(
          Objects.requireNonNull(blocks.next(ReadInBlocks.NONE)), row -> ids.add(row.value().id()));
    }
    assertThat(ids).hasSize(records);
  }

  @Test
  void aFileIsReadOnce() throws IOException {
    try (EntryReader<Initiative> in = open("x.json", "[]", new ArrayList<>())) {
      assertThat(in.blocks(1)).isNotNull();
      assertThatIllegalStateException().isThrownBy(() -> in.blocks(1));
    }
  }

  @Test
  void aStreamThatBreaksOffComesThrough() throws IOException {
    InputStream broken =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            throw new IOException("gone");
          }
        };
    byte[] begun = ("[" + "{\"id\":\"a\"},".repeat(100_000)).getBytes(UTF_8);
    InputStream file = new SequenceInputStream(new ByteArrayInputStream(begun), broken);
    try (EntryReader<Initiative> in =
        JsonImporter.create().open(file, "x.json", Initiative.class, finding -> {})) {
      EntryBlocks<Initiative> blocks = Objects.requireNonNull(in.blocks(1 << 20));
      assertThat(blocks.next(ReadInBlocks.NONE)).isNotNull();
      assertThatThrownBy(
              () -> {
                while (blocks.next(ReadInBlocks.NONE) != null) {
                  assertThat(blocks.stopped()).isFalse();
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessage("gone");
    }
  }
}
