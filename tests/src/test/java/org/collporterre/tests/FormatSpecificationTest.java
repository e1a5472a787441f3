package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.schema.FormatVersion;
import org.collporterre.vocabulary.Vocabulary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The specification of the format is true: its tables are those of the declarations, and the
 * importers say of each example what the page says. A block of an example begins with {@code csv
 * collporterre:valid initiatives.csv}, or with the codes of all that is to be found, {@code
 * collporterre:invalid=CODE,CODE}; blocks whose names have the same folder are one dataset.
 */
class FormatSpecificationTest {
  private static final Path PAGES = Path.of("..", "docs", "format", FormatVersion.CURRENT + "");
  private static final Clock DAY =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);
  private static final String TAG = "collporterre:";

  @TempDir Path folder;

  @Test
  void the_tables_of_fields_are_those_of_the_declarations() throws IOException {
    Path page = PAGES.resolve("fields.md");
    if (Boolean.getBoolean("collporterre.update")) {
      Files.writeString(page, FormatFields.markdown());
    }
    assertThat(Files.readString(page)).isEqualTo(FormatFields.markdown());
  }

  @TestFactory
  Stream<DynamicTest> the_importers_say_of_an_example_what_the_page_says() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.sorted().toList()) {
        examples(MarkdownPage.read(page))
            .forEach(
                (name, example) ->
                    tests.add(
                        DynamicTest.dynamicTest(
                            page.getFileName() + " " + name,
                            () -> assertThat(found(name, example)).isEqualTo(example.expected()))));
      }
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests.stream();
  }

  /** Every block of data says what it is, so that none is forgotten. */
  @Test
  void every_block_of_data_is_an_example() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.toList()) {
        assertThat(MarkdownPage.read(page).blocks())
            .as("%s", page)
            .allMatch(block -> block.info().contains(TAG) || block.info().equals("text"));
      }
    }
  }

  /**
   * Files that are read together.
   *
   * @param files texts by name
   * @param expected the codes of all that is to be found, in the order of the alphabet
   */
  private record Example(Map<String, String> files, String expected) {}

  private static Map<String, Example> examples(MarkdownPage page) {
    Map<String, Example> examples = new LinkedHashMap<>();
    for (MarkdownPage.Block block : page.blocks()) {
      String[] words = block.info().split(" ", -1);
      if (words.length < 3 || !words[1].startsWith(TAG)) {
        continue;
      }
      String expected = words[1].replaceFirst(TAG + "(valid|invalid=)", "");
      int slash = words[2].indexOf('/');
      String name = slash < 0 ? words[2] + " " + examples.size() : words[2].substring(0, slash);
      Example example =
          examples.computeIfAbsent(name, n -> new Example(new LinkedHashMap<>(), expected));
      assertThat(example.expected()).isEqualTo(expected);
      example.files().put(words[2], block.text());
    }
    return examples;
  }

  private String found(String name, Example example) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name.replace(' ', '-')));
    Path read = place;
    for (Map.Entry<String, String> file : example.files().entrySet()) {
      Path target = place.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
      read = place.resolve(file.getKey().replaceFirst("/.*", ""));
    }
    Report report = Report.create();
    check(read, report);
    return String.join(",", new TreeSet<>(report.byRule().keySet()));
  }

  private static void check(Path read, FindingSink sink) throws IOException {
    Importer<?> importer = Importers.detect(read).withProfile(Profile.ECHANGE);
    Optional<DatasetReader<Entry>> dataset = importer.openDataset(read, Entry.class, sink);
    Class<? extends Entry> type = importer.detectType(read).orElse(Entry.class);
    Checker checker = Checker.standard().withClock(DAY).with(FrenchGazetteer.load());
    if (dataset.isPresent()) {
      checker = checker.with(dataset.get().descriptor().orElse(null));
      for (Vocabulary vocabulary : dataset.get().vocabularies().all()) {
        checker = checker.with(vocabulary);
      }
    }
    try (EntryReader<? extends Entry> in =
            dataset.isPresent() ? dataset.get() : importer.open(read, type, sink);
        Checker.Run run = checker.start(sink)) {
      in.forEach(run::accept);
    }
  }
}
