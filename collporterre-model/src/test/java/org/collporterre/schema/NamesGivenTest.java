package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.collporterre.model.Entry;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

/**
 * Names of columns and codes of vocabularies are permanent: files of others hold them. What was
 * ever given is listed in two files, to which {@code -Dcollporterre.update=true} adds and from
 * which nothing is taken. A column may be renamed when its old name becomes an alias; a code may go
 * when the vocabulary still resolves it.
 */
class NamesGivenTest {
  private static final Path LISTS = Path.of("src", "test", "resources", "org", "collporterre");
  private static final Path COLUMNS = LISTS.resolve("schema").resolve("columns-given.txt");
  private static final Path CODES = LISTS.resolve("vocabulary").resolve("codes-given.txt");

  private static Map<String, Schema<?>> tables() {
    Map<String, Schema<?>> all = new TreeMap<>();
    for (Class<? extends Entry> type : Entry.TYPES) {
      Schema<?> schema = Schema.of(type);
      all.put(schema.name(), schema);
      schema.childTables().forEach(child -> all.put(child.name(), child.schema()));
    }
    return all;
  }

  /** Lines of table, header and the key of its field. */
  private static Set<String> columns() {
    Set<String> lines = new TreeSet<>();
    tables()
        .forEach(
            (table, schema) -> {
              for (Field field : schema.fields()) {
                List<String> headers = new ArrayList<>(field.aliases());
                headers.add(field.key());
                headers.add(field.englishKey());
                headers.forEach(one -> lines.add(table + "\t" + one + "\t" + field.key()));
              }
            });
    return lines;
  }

  private static Set<String> codes() {
    Set<String> lines = new TreeSet<>();
    for (Vocabulary vocabulary : Vocabularies.standard().all()) {
      for (Concept concept : vocabulary.concepts()) {
        lines.add(vocabulary.name() + "\t" + concept.code());
      }
    }
    return lines;
  }

  private static List<String> given(Path file, Set<String> now) throws IOException {
    if (Boolean.getBoolean("collporterre.update")) {
      Set<String> all = new TreeSet<>(now);
      if (Files.exists(file)) {
        all.addAll(Files.readAllLines(file));
      }
      Files.createDirectories(file.getParent());
      Files.write(file, all);
    }
    return Files.readAllLines(file);
  }

  @Test
  void every_column_that_was_ever_given_still_names_the_same_field() throws IOException {
    Map<String, Schema<?>> tables = tables();

    assertThat(given(COLUMNS, columns()))
        .as("a column is renamed by making its old name an alias, and never gets another meaning")
        .isNotEmpty()
        .allSatisfy(
            line -> {
              String[] cells = line.split("\t", -1);
              assertThat(tables).containsKey(cells[0]);
              Schema<?> schema = Objects.requireNonNull(tables.get(cells[0]));
              assertThat(schema.byHeader(cells[1])).isNotNull().isSameAs(schema.byHeader(cells[2]));
            });
  }

  @Test
  void every_code_that_was_ever_given_is_still_understood() throws IOException {
    assertThat(given(CODES, codes()))
        .as("files hold the codes of vocabularies")
        .isNotEmpty()
        .allSatisfy(
            line -> {
              String[] cells = line.split("\t", -1);
              Vocabulary vocabulary = Vocabularies.standard().get(cells[0]);
              assertThat(vocabulary.resolve(cells[1])).isNotNull();
            });
  }

  @Test
  void every_name_is_in_the_lists_of_names_given() throws IOException {
    assertThat(given(COLUMNS, columns()))
        .as("is this name one to keep for ever? Then run with -Dcollporterre.update=true")
        .containsAll(columns());
    assertThat(given(CODES, codes()))
        .as("is this code one to keep for ever? Then run with -Dcollporterre.update=true")
        .containsAll(codes());
  }
}
