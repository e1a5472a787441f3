package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.update.RecordSet;
import org.collporterre.update.UpdateOptions;
import org.collporterre.update.UpdatePlan;
import org.collporterre.vocabulary.DocumentationStatus;
import org.junit.jupiter.api.Test;

/** The rules about two datasets, which no page can show. Names begin with the code. */
class UpdateRulesTest {
  @Test
  void id_reused_names_both_titles() {
    Initiative garden =
        Initiative.named("1", "Jardin partagé").website("https://jardin.example").build();
    Initiative workshop =
        Initiative.named("1", "Atelier vélo").website("https://velo.example").build();

    Finding finding = only(List.of(garden), List.of(workshop));

    assertThat(finding.code()).isEqualTo("id-reused");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.id()).isEqualTo("1");
    assertThat(finding.value()).isEqualTo("Atelier vélo");
    assertThat(finding.expected()).isEqualTo("Jardin partagé");
  }

  @Test
  void match_ambiguous_names_the_record_that_comes_in() {
    Finding finding =
        only(
            List.of(external("a", "Un"), external("b", "Deux")),
            List.of(external("c", "Lequel ?")));

    assertThat(finding.code()).isEqualTo("match-ambiguous");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.value()).isEqualTo("Lequel ?");
  }

  @Test
  void version_not_increased_is_said_of_a_methodology_that_changed_under_its_version() {
    Methodology known = methodology("1.1", "Planter.");

    Finding finding = only(List.of(known), List.of(methodology("1.1", "Planter et arroser.")));

    assertThat(finding.code()).isEqualTo("version-not-increased");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.value()).isEqualTo("1.1");
    assertThat(finding.expected()).isEqualTo("> 1.1");
    assertThat(findings(List.of(known), List.of(methodology("1.2", "Arroser.")))).isEmpty();
    assertThat(findings(List.of(known), List.of(proven(known)))).isEmpty();
  }

  private static Methodology methodology(String version, String goal) {
    return Methodology.named("carnet", "Carnet du jardin").version(version).goal(goal).build();
  }

  private static Methodology proven(Methodology methodology) {
    return MethodologyBuilder.builder(methodology)
        .documentationStatus(DocumentationStatus.PROVEN)
        .sheet(SheetBuilder.builder().modifiedOn(LocalDate.of(2026, 1, 15)).build())
        .build();
  }

  private static Initiative external(String id, String title) {
    Initiative plain = Initiative.named(id, title).build();
    return InitiativeBuilder.builder(plain)
        .header(
            HeaderBuilder.builder(plain.header())
                .externalIds(List.of(new ExternalId("osm", "n1")))
                .build())
        .build();
  }

  private static Finding only(List<? extends Entry> base, List<? extends Entry> incoming) {
    List<Finding> findings = findings(base, incoming);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<Finding> findings(
      List<? extends Entry> base, List<? extends Entry> incoming) {
    RecordSet known = RecordSet.create();
    base.forEach(known::add);
    RecordSet coming = RecordSet.create();
    incoming.forEach(coming::add);
    List<Finding> findings = new ArrayList<>();
    UpdatePlan.of(known, coming, UpdateOptions.STANDARD).report(Profile.ECHANGE, findings::add);
    return findings;
  }
}
