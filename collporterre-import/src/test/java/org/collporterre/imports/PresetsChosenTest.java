package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preset is chosen for names that are its own, and more so than they are ours. */
class PresetsChosenTest {
  private static final Schema<Initiative> SCHEMA = Schema.of(Initiative.class);
  private static final ImportSettings PLAIN = CsvImporter.create().settings();

  private static List<String> names(String preset) {
    return new ArrayList<>(Presets.named(preset).orElseThrow().fingerprints().get(0));
  }

  private static String chosen(ImportSettings settings, Schema<?> schema, List<String> names) {
    return Presets.chosen(settings, schema, names).map(Mapping::name).orElse("-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yeswiki", "scdl", "mednum"})
  void aPresetIsFoundByItsNameAndByTheNamesOfItsFiles(String preset) {
    List<String> names = names(preset);
    assertThat(Presets.named(preset).orElseThrow().name()).isEqualTo(preset);
    assertThat(Presets.matching(Set.copyOf(names)).map(Mapping::name)).contains(preset);
    assertThat(Presets.matching(new HashSet<>(names.subList(1, names.size()))).map(Mapping::name))
        .isNotEqualTo(Optional.of(preset));
  }

  @Test
  void namesThatAreNoPresetAreUnknown() {
    assertThat(Presets.named("zzz")).isEmpty();
    assertThat(Presets.matching(Set.of("zzz"))).isEmpty();
    assertThat(Presets.all()).extracting(Mapping::isPreset).doesNotContain(false);
  }

  @Test
  void noneIsChosenAgainstWhatTheCallerSays() {
    List<String> names = names("yeswiki");
    assertThat(chosen(PLAIN, SCHEMA, names)).isEqualTo("yeswiki");
    assertThat(chosen(PLAIN, Schema.of(Portrait.class), names)).isEqualTo("-");
    CsvImporter importer = CsvImporter.create();
    assertThat(chosen(importer.without("preset-chosen").settings(), SCHEMA, names)).isEqualTo("-");
    assertThat(chosen(importer.withColumn("a", "resume").settings(), SCHEMA, names)).isEqualTo("-");
    names.add("Titre");
    assertThat(chosen(PLAIN, SCHEMA, names)).isEqualTo("-");
  }

  @Test
  void asManyNamesOfOursSpeakAgainstIt() {
    Mapping preset = Presets.named("yeswiki").orElseThrow();
    List<String> names = names("yeswiki");
    long others = names.stream().filter(preset.sources()::containsKey).count();
    List<String> ours = new ArrayList<>();
    for (Field field : SCHEMA.fields()) {
      boolean english = ours.size() % 2 == 1;
      String name = english ? field.englishKey() : field.key();
      if (!preset.sources().containsKey(name) && !name.equals("titre") && !names.contains(name)) {
        ours.add(name);
      }
    }
    int most = (int) others;
    assertThat(others).isPositive();
    names.addAll(ours.subList(0, most - 1));
    assertThat(chosen(PLAIN, SCHEMA, names)).isEqualTo("yeswiki");
    names.add("zzz");
    assertThat(chosen(PLAIN, SCHEMA, names)).isEqualTo("yeswiki");
    names.add(ours.get(most - 1));
    assertThat(chosen(PLAIN, SCHEMA, names)).isEqualTo("-");
  }
}
