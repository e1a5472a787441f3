package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guide for data stewards is true: what it types is typed, what it shows is what the command
 * says, and what it corrects by hand is corrected. In what it shows, a line {@code […]} stands for
 * any lines.
 */
class GuideTest {
  private static final Path ROOT = Path.of("..");
  private static final String LEFT_OUT = "[…]\n";

  /** A command with its answer, a file, or a row of a table of corrections: line, before, after. */
  private static final Pattern STEP =
      Pattern.compile(
          "```console\n\\$ (.*)\n((?s:.*?))```|^```json (\\S+)\n((?s:.*?))```|^\\| (\\d+) \\| `(.*?)` \\| `(.*?)` \\|",
          Pattern.MULTILINE);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dix-minutes.md", "dix-minutes.en.md"})
  void what_the_guide_shows_is_what_happens(String page) throws IOException {
    String language = page.contains(".en.") ? "en_GB.UTF-8" : "fr_FR.UTF-8";
    Matcher step = STEP.matcher(guide(page));
    int steps = 0;
    while (step.find()) {
      steps++;
      if (step.group(1) != null) {
        type(step.group(1), step.group(2), language);
      } else if (step.group(3) != null) {
        Files.writeString(folder.resolve(step.group(3)), step.group(4));
      } else {
        correct(Integer.parseInt(step.group(5)), step.group(6), step.group(7));
      }
    }
    assertThat(steps).isGreaterThan(5);
    if (language.startsWith("fr")) {
      assertThat(folder.resolve("mes-initiatives.csv"))
          .hasSameTextualContentAs(ROOT.resolve("examples/datasets/corrige.csv"));
    }
  }

  @Test
  void every_message_of_the_example_is_explained() throws IOException {
    Path copy = folder.resolve("mes-initiatives.csv");
    Files.copy(ROOT.resolve("examples/datasets/a-corriger.csv"), copy);
    String guide = guide("dix-minutes.md");

    List<String> codes = new ArrayList<>();
    Call.of("check", copy)
        .out()
        .lines()
        .map(Pattern.compile(":\\d+:\\d+: [a-z]+ ([a-z-]+): ")::matcher)
        .filter(Matcher::find)
        .forEach(found -> codes.add(found.group(1)));
    assertThat(codes)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            code -> assertThat(guide).contains("| [" + code + "](../reference/rules.fr.md#"));
  }

  private static String guide(String page) throws IOException {
    return Files.readString(ROOT.resolve("docs/referents").resolve(page));
  }

  private void type(String command, String shown, String language) throws IOException {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    if (words.get(0).equals("cp")) {
      Files.copy(ROOT.resolve(words.get(1)), folder.resolve(words.get(2)));
      return;
    }
    assertThat(words.remove(0)).isEqualTo("collporterre");
    words.replaceAll(this::inFolder);
    Call call = Call.in(Map.of("LANG", language), words.toArray());
    String said = (call.out() + call.err()).replace(folder + File.separator, "");
    StringBuilder pattern = new StringBuilder();
    for (String part : plain(shown).split(Pattern.quote(LEFT_OUT), -1)) {
      pattern.append(pattern.isEmpty() ? "" : "(?s:.*)").append(Pattern.quote(part));
    }
    assertThat(plain(said)).as(command).matches(pattern.toString());
  }

  /** Blanks that do not break look like others, and editors lose them. */
  private static String plain(String text) {
    return text.replace('\u00A0', ' ').replace('\u202F', ' ');
  }

  private String inFolder(String word) {
    return word.matches("[a-z-]+(\\.(csv|html|xlsx)|/)") ? folder.resolve(word).toString() : word;
  }

  private void correct(int line, String before, String after) throws IOException {
    Path file = folder.resolve("mes-initiatives.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    assertThat(lines.get(line - 1)).containsOnlyOnce(before);
    lines.set(line - 1, lines.get(line - 1).replace(before, after));
    Files.write(file, lines);
  }
}
