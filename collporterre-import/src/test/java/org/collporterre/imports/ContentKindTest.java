package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first bytes are those of the formats' specifications; ␀ stands for the byte 0. */
class ContentKindTest {
  @ParameterizedTest
  @CsvSource({
    "PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet, ODS",
    "PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text, ODF",
    "PK\u0003\u0004 mimetypeapplication/epub+zip, EPUB",
    "PK\u0003\u0004 [Content_Types].xml word/document.xml, DOCX",
    "PK\u0003\u0004 [Content_Types].xml ppt/presentation.xml, PPTX",
    "PK\u0003\u0004 [Content_Types].xml xl/workbook.xml, XLSX",
    "PK\u0003\u0004 [Content_Types].xml, XLSX",
    "PK\u0003\u0004 META-INF/MANIFEST.MF, JAR",
    "PK\u0003\u0004 initiatives.csv, ZIP",
    "'PK\u0003\u0004', ZIP",
    "PK\u0003, ",
    "PK\u0005\u0006, ",
    "\u00D0\u00CF\u0011\u00E0, XLS",
    "%PDF-1.7, PDF",
    "%PD, ",
    "'\u001F\u008B\u0008', GZIP",
    "\u0089PNG, PNG",
    "\u00FF\u00D8\u00FF\u00E0, JPEG",
    "\u00FF\u00FEa␀, UTF-16",
    "\u00FE\u00FF␀a, UTF-16",
    "\u00FFa, ",
    "id␀, NUL",
    "id;titre, ",
    "'', "
  })
  void filesAreKnownByTheirFirstBytes(String head, String kind) {
    byte[] bytes = head.replace('␀', '\0').getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ContentKind.notText(bytes)).isEqualTo(kind);
  }
}
