package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {
  @TempDir Path folder;

  private record Hunk(long before, long after, List<UnifiedDiff.Line> lines) {
    String text() {
      StringBuilder text = new StringBuilder(before + " " + after);
      lines.forEach(line -> text.append('\n').append(line.sign()).append(line.text()));
      return text.toString();
    }
  }

  private List<Hunk> compare(List<String> before, List<String> after) throws IOException {
    List<Hunk> hunks = new ArrayList<>();
    Path one = Files.write(folder.resolve("one"), before);
    Path other = Files.write(folder.resolve("other"), after);
    try (TextLines old = TextLines.of(one, StandardCharsets.UTF_8);
        TextLines recent = TextLines.of(other, StandardCharsets.UTF_8)) {
      UnifiedDiff.compare(old, recent, (a, b, lines) -> hunks.add(new Hunk(a, b, lines)));
    }
    return hunks;
  }

  private static List<String> numbers(int count) {
    return new ArrayList<>(IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i).toList());
  }

  @Test
  void a_hunk_has_three_lines_around_it() throws IOException {
    List<String> before = numbers(20);
    List<String> after = numbers(20);
    after.set(9, "changed");
    assertThat(compare(before, after))
        .extracting(Hunk::text)
        .containsExactly(
            "7 7\n line 7\n line 8\n line 9\n-line 10\n+changed\n line 11\n line 12\n line 13");
  }

  @Test
  void what_is_near_is_one_hunk_and_what_is_far_is_two() throws IOException {
    List<String> after = numbers(60);
    after.set(0, "a");
    after.set(6, "b");
    after.set(39, "c");
    assertThat(compare(numbers(60), after))
        .extracting(hunk -> hunk.before() + "+" + hunk.lines().size())
        .containsExactly("1+12", "37+8");
  }

  @Test
  void equal_texts_have_no_difference_and_empty_ones_all() throws IOException {
    assertThat(compare(numbers(5), numbers(5))).isEmpty();
    assertThat(compare(List.of(), List.of("x"))).extracting(Hunk::text).containsExactly("1 1\n+x");
  }

  /** What hunks say, done to the old text, gives the new one. */
  @Test
  void hunks_lead_from_one_text_to_the_other() throws IOException {
    for (long seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      List<String> before = numbers(random.nextInt(1500));
      List<String> after = new ArrayList<>();
      for (String line : before) {
        int kind = random.nextInt(seed % 2 == 0 ? 5 : 60);
        after.add(kind == 0 ? line + "!" : line);
        if (kind == 1 && seed % 4 == 0) {
          after.add("new");
        }
      }
      assertThat(applied(before, compare(before, after))).as("seed %d", seed).isEqualTo(after);
    }
  }

  private static List<String> applied(List<String> before, List<Hunk> hunks) {
    List<String> after = new ArrayList<>();
    int at = 0;
    for (Hunk hunk : hunks) {
      for (; at < hunk.before() - 1; at++) {
        after.add(before.get(at));
      }
      assertThat(hunk.after()).isEqualTo(after.size() + 1);
      for (UnifiedDiff.Line line : hunk.lines()) {
        if (line.sign() != '+') {
          assertThat(before.get(at++)).isEqualTo(line.text());
        }
        if (line.sign() != '-') {
          after.add(line.text());
        }
      }
    }
    after.addAll(before.subList(at, before.size()));
    return after;
  }

  @Test
  void lines_end_with_any_line_break_and_long_ones_are_told_apart() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "\uFEFFa\r\nb\rc\n\rd");
    try (TextLines lines = TextLines.of(file, StandardCharsets.UTF_8)) {
      List<String> read = new ArrayList<>();
      for (String line = lines.next(); line != null; line = lines.next()) {
        read.add(line);
      }
      assertThat(read).containsExactly("a", "b", "c", "", "d");
    }
    String long1 = "x".repeat(2_000_000);
    assertThat(compare(List.of(long1 + "a"), List.of(long1 + "b"))).hasSize(1);
  }
}
