package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.report.Report;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SameExternalIdTest {
  private static List<String> found(List<? extends Entry> entries) {
    Report report = Report.keeping(100_000);
    Checker.standard().check(entries, report);
    return report.findings().stream()
        .filter(f -> f.code().equals("same-external-id"))
        .map(f -> f.severity() + " " + f.id() + " " + f.value() + " " + f.expected())
        .toList();
  }

  private static Initiative of(String id, @Nullable String kind, String... externalIds) {
    InitiativeBuilder builder = Initiative.named(id, "Chose " + id).kind(kind);
    return builder
        .header(HeaderBuilder.builder(builder.header()).externalIds(ids(externalIds)).build())
        .build();
  }

  private static List<ExternalId> ids(String... texts) {
    return Stream.of(texts).map(text -> new ExternalId(scheme(text), value(text))).toList();
  }

  private static String scheme(String text) {
    return text.substring(0, text.indexOf(':'));
  }

  private static String value(String text) {
    return text.substring(text.indexOf(':') + 1);
  }

  @Test
  void one_entity_of_wikidata_or_openstreetmap_for_two_records_is_an_error() {
    assertThat(
            found(
                List.of(
                    of("a", null, "wikidata:Q1", "osm:node/1"),
                    of("b", null, "wikidata:q1"),
                    of("c", null, "osm:node/1"),
                    of("d", null, "osm:way/1", "wikidata:Q11"))))
        .containsExactly("ERROR b wikidata:q1 a", "ERROR c osm:node/1 a");
  }

  @Test
  void one_organisation_for_two_initiatives_of_a_kind_is_a_warning() {
    assertThat(
            found(
                List.of(
                    of("a", "lieu", "siret:12345678200010"),
                    of("b", "reseau", "siret:12345678200010"),
                    of("c", null, "siret:12345678200010"),
                    of("d", null, "siret:12345678200010"),
                    of("e", "lieu", "siret:123 456 782 00010", "rna:W291000000"),
                    of("f", "lieu", "rna:W291000000"))))
        .containsExactly("WARNING e siret:123 456 782 00010 a", "WARNING f rna:W291000000 e");
  }

  @Test
  void other_registers_other_types_and_one_record_say_nothing() {
    MethodologyBuilder methodology = Methodology.named("m", "Semer");
    methodology.header(
        HeaderBuilder.builder(methodology.header()).externalIds(ids("wikidata:Q1")).build());

    assertThat(
            found(
                List.of(
                    of("a", "lieu", "wikidata:Q1", "wikidata:Q1", "gogocarto:1"),
                    of("b", "lieu", "gogocarto:1"),
                    methodology.build())))
        .isEmpty();
  }

  @Test
  void the_first_of_many_is_found_again() {
    List<Initiative> all = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      all.add(of("i" + i, null, "wikidata:Q" + i));
    }
    all.add(of("z", null, "wikidata:Q3210"));
    assertThat(found(all)).containsExactly("ERROR z wikidata:Q3210 i3210");
  }
}
