package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.collporterre.imports.EntryBlocks.Block;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks of rows, read apart and out of order, give what reading row by row gives. */
class CsvBlocksTest {
  private static final int[] SIZES = {1, 90, 400, 3_000, 1 << 20};
  private static final String HEAD = "id,titre,resume,themes,commune,latitude,longitude\n";
  private static final CsvImporter PLAIN = CsvImporter.create();

  /** A file, its bytes as characters of ISO 8859-1. */
  private record Case(String name, CsvImporter importer, String bytes) {
    byte[] file() {
      return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, CsvImporter importer, String text, Charset charset) {
    return new Case(
        name, importer, new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
  }

  private static Case of(String name, CsvImporter importer, String text) {
    return of(name, importer, text, StandardCharsets.UTF_8);
  }

  private static Case of(String name, String text) {
    return of(name, PLAIN, text);
  }

  static Stream<Case> cases() {
    String rows = rows(0, 30);
    CsvImporter ids = PLAIN.withGeneratedIds();
    return Stream.of(
        of("plain", HEAD + rows),
        of("nothing but a header", HEAD),
        of("empty", ""),
        of("no header", "1,2,3\n4,5,6\n"),
        of("CRLF", (HEAD + rows).replace("\n", "\r\n")),
        of("CR", (HEAD + rows).replace("\n", "\r")),
        of("blank rows", HEAD + "\n,,,\n" + rows + "\n\n\n \n" + rows(40, 45) + "\n\n"),
        of("only blank rows", HEAD + "\n".repeat(500)),
        of("header again", HEAD + rows + HEAD + "\n" + HEAD + rows(40, 50)),
        of("two headers", HEAD + HEAD + rows),
        of("unclosed quote", HEAD + rows + "x,\"never closed\n" + rows(40, 60)),
        of("misplaced quote", HEAD + rows + "x1,\"a\" b,c\"d,\n" + rows(40, 60)),
        of("short and long", HEAD + rows + "x1,a\nx2,a,b,c,d,e,f,g,h\n" + rows(40, 60)),
        of("deleted", "id,titre,statut_fiche\na,A,\nb,,archive\nc,C,\nd,,archive\ne,E,archive\n"),
        of("Lambert 93", HEAD + "a,A,,,,6700000,300000\nb,B,,,,6700001,300001\n" + rows),
        of("unnamed column", "id,titre,\na,A,\nb,B,x\nc,C,y\n"),
        of("known to no format", "id,titre,couleur,couleur\na,A,bleu,\nb,B,vert,gris\n"),
        of("not UTF-8", PLAIN, HEAD + "é".repeat(9000) + rows, StandardCharsets.ISO_8859_1),
        new Case("damaged late", PLAIN, damaged()),
        of("no identifiers", ids, "titre,commune\nÀ table,Brest\nÀ table,Brest\nB,Brest\n" + rows),
        of(
            "some identifiers",
            ids,
            HEAD + ",A,,,,,\n" + rows + ",A,,,,,\na,A,,,,,\n,Action 3,,,,,\n"),
        of(
            "for a spreadsheet",
            "\uFEFF" + (HEAD + "a,'=A1,,,,,\nb,'=B1,,,,,\n" + rows).replace(',', ';')),
        of("replaced", mapped(), "nom,genre\nA,Compost\nB,vélo\nC,Compost\nD,n/c\nE,n/c\n"));
  }

  private static CsvImporter mapped() {
    return PLAIN.withColumn("nom", "titre").withColumn("genre", "themes").withGeneratedIds();
  }

  private static String damaged() {
    byte[] file = (HEAD + rows(0, 300)).getBytes(StandardCharsets.UTF_8);
    file[file.length - 200] = (byte) 0xE9;
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  /** Rows with all that cells can hold; some are faulty. */
  private static String rows(int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i < to; i++) {
      rows.append("action-")
          .append(i)
          .append(",Action ")
          .append(i)
          .append(",\"Un résumé, « dit »\n")
          .append("sur deux \"\"lignes\"\" 😀\",")
          .append(i % 3 == 0 ? "compost" : "Energie|energie")
          .append(", Brest ,")
          .append(i % 7 == 0 ? "48,39" : "48.39")
          .append(",-4.5\n");
    }
    return rows.toString();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesWhatReadingRowByRowGives(Case one) throws IOException {
    ReadInBlocks.File<Initiative> file = findings -> open(one, findings);
    ReadInBlocks.Outcome expected = ReadInBlocks.one(file);
    for (int size : SIZES) {
      for (int readers : new int[] {1, 3}) {
        assertThat(ReadInBlocks.several(file, size, readers))
            .as("%s, blocks of %d, %d readers", one, size, readers)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void mostBlocksOfAPlainFileAreReadApart() throws IOException {
    Case plain = of("plain", HEAD + rows(0, 300));
    List<Finding> findings = new ArrayList<>();
    try (EntryReader<Initiative> in = open(plain, findings)) {
      EntryBlocks<Initiative> blocks = Objects.requireNonNull(in.blocks(2_000));
      EntryBlocks.Reader<Initiative> reader = blocks.reader(findings::add);
      int count = 0;
      for (Block block = blocks.next(ReadInBlocks.NONE);
          block != null;
          block = blocks.next(ReadInBlocks.NONE)) {
        assertThat(reader.read(block, row -> {})).isTrue();
        count++;
      }
      assertThat(count).isGreaterThan(10);
    }
  }

  private static EntryReader<Initiative> open(Case one, List<Finding> findings) throws IOException {
    return one.importer()
        .open(new ByteArrayInputStream(one.file()), "x.csv", Initiative.class, findings::add);
  }
}
