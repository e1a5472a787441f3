package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ManPageTest {
  @Test
  void it_has_the_sections_and_every_command_with_its_options() throws IOException {
    String page = ManPage.in(Locale.ENGLISH);
    assertThat(page.lines())
        .contains(".SH NAME", ".SH SYNOPSIS", ".SH COMMANDS", ".SS \"check\"", ".SS \"merge\"")
        .contains("\\fB\\-o\\fR, \\fB\\-\\-output\\fR=\\fIFILE\\fR");
    assertThat(page)
        .contains("Exit codes: 0 clean, 1 errors in the data, 2 failure, 130 interrupted.");
  }

  @Test
  void no_text_is_taken_for_a_request_and_no_hyphen_for_a_dash() throws IOException {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
      assertThat(
              ManPage.in(locale)
                  .lines()
                  .filter(line -> line.startsWith(".") || line.startsWith("'")))
          .allMatch(line -> line.matches("\\.(TH|SH|SS|PP|TP|nf|fi|B|I)( .*)?"));
      assertThat(ManPage.in(locale)).doesNotContainPattern("(?<!\\\\)-").doesNotContain("%n");
    }
  }

  @Test
  void it_is_in_both_languages() throws IOException {
    assertThat(ManPage.in(Locale.FRENCH)).contains(".SH NOM", "erreurs dans les données");
  }
}
