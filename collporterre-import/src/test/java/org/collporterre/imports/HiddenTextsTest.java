package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collporterre.model.Entry;
import org.collporterre.model.Portrait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under names of secrets and of consent stands *** and nothing else; all else stays. */
class HiddenTextsTest {
  @TempDir Path folder;

  private Path copy() {
    return folder.resolve("copy");
  }

  private String ofJson(JsonImporter importer, byte[] json, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("a.json"), json);
    assertThat(importer.hide(file, Entry.class, copy())).isTrue();
    return Files.readString(copy(), charset);
  }

  /** Apostrophes stand for quotes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{'id':'a','password':'s3'} # {'id':'a','password':'***'}",
        "{ 'token' : 12 , 'titre' : 'A' } # { 'token' : '***' , 'titre' : 'A' }",
        "{'password':true,'id':null} # {'password':true,'id':null}",
        "{'password':[['a',1],{'x':'b'}],'y':'c'} # {'password':[['***','***'],{'x':'***'}],'y':'c'}",
        "{'consentement':'accorde','consent':'x'} # {'consentement':'***','consent':'***'}",
        "{'courriel':'a@exemple.org'} # {'courriel':'a@exemple.org'}",
        "{'x':{'password':'é🌱'},'y':'é'} # {'x':{'password':'***'},'y':'é'}",
        "`{'password':'a'}\n{'password':'b'}` # `{'password':'***'}\n{'password':'***'}`",
        "`{'password':'a'}\n{'password' 'b'}\n{'password':'c'}`"
            + " # `{'password':'***'}\n{'password' 'b'}\n{'password':'***'}`",
        "{'password':'a # {'password':'a",
        "[] # []"
      })
  void valuesUnderSecretNamesOfJsonAreHidden(String json, String expected) throws IOException {
    String text = json.replace('\'', '"');
    String hidden = expected.replace('\'', '"');
    JsonImporter plain = JsonImporter.create();
    assertThat(ofJson(plain, text.getBytes(UTF_8), UTF_8)).isEqualTo(hidden);
    for (String name : new String[] {"UTF-16LE", "UTF-16BE"}) {
      Charset charset = Charset.forName(name);
      assertThat(ofJson(plain.withCharset(charset), text.getBytes(charset), charset))
          .isEqualTo(hidden);
    }
  }

  @Test
  void whereCharactersVaryInLengthNothingIsReplaced() throws IOException {
    Charset charset = Charset.forName("Shift_JIS");
    String json = "{\"password\":\"a\"}";
    assertThat(ofJson(JsonImporter.create().withCharset(charset), json.getBytes(charset), charset))
        .isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`id,titre,mot_de_passe\na,A,\"é\r\nb\"\n` # `id,titre,mot_de_passe\na,A,\"***\r\n***\"\n`",
        "`mineur,id,titre\noui,a,A\n,b,B\nnon,c,C` # `mineur,id,titre\n***,a,A\n,b,B\n***,c,C`",
        "`id,titre,token\na,A\nb,B,x,y\n` # `id,titre,token\na,A\nb,B,***,y\n`",
        "`id,titre,mineur\n` # `id,titre,mineur\n`"
      })
  void cellsOfSecretColumnsAreHidden(String csv, String expected) throws IOException {
    for (String name : new String[] {"UTF-8", "windows-1252", "UTF-16LE"}) {
      Charset charset = Charset.forName(name);
      Path file = Files.write(folder.resolve("a.csv"), csv.getBytes(charset));
      CsvImporter importer = CsvImporter.create().withCharset(charset);
      assertThat(importer.hide(file, Portrait.class, copy())).isTrue();
      assertThat(Files.readString(copy(), charset)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"'id,titre,courriel\na,A,b'", "''"})
  void withoutSecretColumnsThereIsNothingToHide(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), csv);
    assertThat(CsvImporter.create().hide(file, Portrait.class, copy())).isFalse();
    assertThat(copy()).doesNotExist();
  }
}
