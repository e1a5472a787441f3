package org.collporterre.report;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collporterre.check.BuiltInRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the constraints say to an application that uses them with a stock validator. */
class ConstraintMessagesTest {
  private static final Pattern TEMPLATE = Pattern.compile("\"\\{(org\\.collporterre\\.[a-z-]+)}\"");
  private static final String BUNDLE = "/ContributorValidationMessages";

  @ParameterizedTest
  @ValueSource(strings = {"", "_fr"})
  void every_template_of_a_constraint_has_a_message(String language) throws IOException {
    assertThat(bundle(language).stringPropertyNames())
        .as("keys of ContributorValidationMessages%s", language)
        .containsExactlyInAnyOrderElementsOf(templates());
  }

  @Test
  void every_template_of_a_constraint_is_the_code_of_a_rule() throws IOException {
    assertThat(templates())
        .hasSizeGreaterThan(15)
        .allMatch(
            key -> BuiltInRules.rule(key.substring("org.collporterre.".length())) != null,
            "names a rule");
  }

  @Test
  void the_english_bundle_is_empty_so_that_english_never_falls_back_on_the_machine_s_language()
      throws IOException {
    assertThat(bundle("_en")).isEmpty();
  }

  private static Set<String> templates() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/collporterre"))) {
      List<Path> files = sources.filter(file -> file.toString().endsWith(".java")).toList();
      Set<String> templates = new TreeSet<>();
      for (Path file : files) {
        templates.addAll(
            TEMPLATE
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(toCollection(TreeSet::new)));
      }
      return templates;
    }
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    String resource = BUNDLE + language + ".properties";
    try (InputStream in = requireNonNull(Messages.class.getResourceAsStream(resource), resource);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
