package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the documentation can be found, and every link in it leads somewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsLinksTest {
  private static final Path ROOT = Path.of("..");
  private static final Path DOCS = ROOT.resolve("docs");

  private final Map<Path, MarkdownPage> pages = new TreeMap<>();

  @BeforeAll
  void read() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(DOCS);
        Stream<Path> examples = Files.walk(ROOT.resolve("examples"))) {
      Stream.of(top, docs, examples)
          .flatMap(found -> found)
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("node_modules"))
          .forEach(files::add);
    }
    for (Path file : files) {
      MarkdownPage page = MarkdownPage.read(file);
      pages.put(page.file(), page);
    }
  }

  @Test
  void links_and_their_anchors_lead_somewhere() {
    List<String> broken = new ArrayList<>();
    for (MarkdownPage page : pages.values()) {
      for (String link : page.links()) {
        if (!isElsewhere(link) && !resolves(page, link)) {
          broken.add(page.file() + ": " + link);
        }
      }
    }
    assertThat(broken).as("links that lead nowhere").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.md", "index.en.md"})
  void every_page_is_at_most_two_clicks_from_the_index(String index) {
    Map<Path, Integer> clicks = clicks(DOCS.resolve(index).normalize());
    assertThat(pages.keySet())
        .filteredOn(file -> file.startsWith(DOCS.normalize()))
        .allSatisfy(
            file ->
                assertThat(clicks.getOrDefault(file, 99)).as("%s", file).isLessThanOrEqualTo(2));
  }

  @Test
  void an_anchor_is_what_github_makes_of_a_heading(@TempDir Path folder) throws IOException {
    String text = "# What `fix` does, twice\n\n## What `fix` does, twice\n\n## Données : l’été\n";
    Path page = Files.writeString(folder.resolve("page.md"), text + "<a id=\"ici\"></a>\n");

    assertThat(MarkdownPage.read(page).anchors())
        .containsExactlyInAnyOrder(
            "what-fix-does-twice", "what-fix-does-twice-1", "données--lété", "ici");
  }

  @Test
  void every_picture_is_shown_by_a_page() throws IOException {
    Set<Path> shown = new HashSet<>();
    pages.values().forEach(page -> page.links().forEach(link -> shown.add(page.target(link))));
    try (Stream<Path> files = Files.walk(DOCS)) {
      assertThat(files.map(Path::normalize))
          .filteredOn(file -> file.toString().matches(".*\\.(png|svg|jpg)"))
          .isNotEmpty()
          .allMatch(shown::contains);
    }
  }

  @Test
  void every_picture_is_small() throws IOException {
    try (Stream<Path> files = Files.list(DOCS.resolve("images"))) {
      assertThat(files).allSatisfy(file -> assertThat(file.toFile().length()).isLessThan(150_000));
    }
  }

  private boolean resolves(MarkdownPage page, String link) {
    Path target = page.target(link);
    int place = link.indexOf('#');
    if (place < 0) {
      return Files.exists(target);
    }
    MarkdownPage other = pages.get(target);
    return other != null && other.anchors().contains(link.substring(place + 1));
  }

  /** Returns how many links away each page is. */
  private Map<Path, Integer> clicks(Path index) {
    Map<Path, Integer> clicks = new LinkedHashMap<>(Map.of(index, 0));
    Deque<Path> open = new ArrayDeque<>(clicks.keySet());
    while (!open.isEmpty()) {
      Path file = open.remove();
      MarkdownPage page = pages.get(file);
      if (page == null) {
        continue;
      }
      for (String link : page.links()) {
        Path target = page.target(link);
        if (!isElsewhere(link)
            && clicks.putIfAbsent(target, clicks.getOrDefault(file, 0) + 1) == null) {
          open.add(target);
        }
      }
    }
    return clicks;
  }

  private static boolean isElsewhere(String link) {
    return link.matches("[a-z]+:.*");
  }
}
