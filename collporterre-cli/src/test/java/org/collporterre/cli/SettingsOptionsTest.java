package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets that say how they want to be checked. */
class SettingsOptionsTest {
  private static final String TABLE =
      "id,titre,date_creation,date_maj\njardin,Jardin,2026-02-01,2026-02-02\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void settings_beside_the_file_are_used_and_the_command_line_comes_first() throws IOException {
    Path table = file("initiatives.csv", TABLE);
    file("collporterre.json", "{\"profile\": \"publication\"}");

    assertThat(Call.of("check", table).out()).contains("profile publication");
    assertThat(Call.of("check", folder).out()).contains("profile publication");
    assertThat(Call.of("check", "--profile", "echange", table).out()).contains("profile echange");
    assertThat(Call.of("check", "--no-config", table).out()).contains("profile echange");
  }

  @Test
  void settings_asked_for_by_name_are_used_wherever_they_are() throws IOException {
    Path table = file("initiatives.csv", TABLE);
    Path settings =
        Files.writeString(
            Files.createDirectory(folder.resolve("conf")).resolve("strict.json"),
            "{\"today\": \"2026-01-01\", \"rules\": {\"licence-missing\": \"error\"}}");

    Call call = Call.of("check", "--config", settings, table);

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).contains("error licence-missing", "error dates-order");
  }

  @Test
  void a_rule_that_is_off_says_nothing() throws IOException {
    Path table = file("initiatives.csv", TABLE);
    file("collporterre.json", "{\"rules\": {\"licence-missing\": \"off\"}}");

    assertThat(Call.of("check", table).out()).doesNotContain("licence-missing");
    assertThat(Call.of("check", "--no-config", table).out()).contains("licence-missing");
  }

  @Test
  void settings_that_are_wrong_are_reported_and_nothing_is_read() throws IOException {
    Path table = file("initiatives.csv", TABLE);
    Path settings = file("collporterre.json", "{\"rules\": {\"licence-mising\": \"off\"}}");

    Call call = Call.of("check", table);

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out())
        .startsWith(settings + ":1:30: error settings-key-unknown: ")
        .contains("Did you mean \"licence-missing\"?")
        .doesNotContain("1 initiative");
  }
}
