package org.collporterre.cms.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static Properties read(String language) throws IOException {
    Properties words = new Properties();
    words.load(
        new InputStreamReader(
            Objects.requireNonNull(
                Words.class.getResourceAsStream("page_" + language + ".properties")),
            StandardCharsets.UTF_8));
    return words;
  }

  private static Set<String> holes(String text) {
    Set<String> holes = new TreeSet<>();
    Pattern.compile("\\{\\w}").matcher(text).results().forEach(hole -> holes.add(hole.group()));
    return holes;
  }

  @Test
  void French_and_English_say_the_same_things_and_Breton_some_of_them() throws Exception {
    Properties french = read("fr");
    Properties breton = read("br");

    assertThat(read("en").stringPropertyNames()).isEqualTo(french.stringPropertyNames());
    assertThat(french.stringPropertyNames()).containsAll(breton.stringPropertyNames());
    for (String key : french.stringPropertyNames()) {
      Set<String> holes = holes(french.getProperty(key));
      assertThat(holes(read("en").getProperty(key))).as(key).isEqualTo(holes);
      if (breton.containsKey(key)) {
        assertThat(holes(breton.getProperty(key))).as(key).isEqualTo(holes);
      }
    }
  }

  @Test
  void numbers_and_days_are_those_of_the_language() {
    assertThat(Words.in(Locale.FRENCH).day(Samples.TODAY)).isEqualTo("1 juin 2013");
    assertThat(Words.in(Locale.ENGLISH).day(Samples.TODAY)).isEqualTo("June 1, 2013");
    assertThat(Words.in(Locale.FRENCH).count("records", 0)).isEqualTo("0 fiche");
    assertThat(Words.in(Locale.ENGLISH).count("records", 0)).isEqualTo("0 records");
    assertThat(Words.in(Locale.FRENCH).number(12345)).matches("12[\\h]345");
  }
}
