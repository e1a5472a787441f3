package org.collporterre.lineage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collporterre.lineage.Suggestion.Reason;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.vocabulary.Scale;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

class LineagePartsTest {
  @Test
  void what_comes_from_a_record_are_its_children_and_portraits_are_other_records() {
    Lineage lineage =
        Lineage.builder()
            .add(Initiative.named("reseau", "Réseau").scale(Scale.MUNICIPALITY).build())
            .add(member("jardin", "reseau"))
            .add(member("four", "reseau"))
            .add(Portrait.named("p", "Titre", SubjectKind.PERSON, "Anne").build())
            .build();
    Node network = requireNonNull(lineage.node("initiative", "reseau"));
    assertThat(lineage.children(network))
        .extracting(edge -> edge.kind() + " " + edge.child().id())
        .containsExactly("MEMBER_OF jardin", "MEMBER_OF four");
    assertThat(network.scale()).isEqualTo(Scale.MUNICIPALITY);
    assertThat(network.isMethodology()).isFalse();
    assertThat(lineage.others()).isEqualTo(1);
  }

  @Test
  void thousands_of_edges_are_kept() {
    LineageBuilder builder = Lineage.builder();
    for (int i = 0; i < 5_000; i++) {
      builder.add(member("membre-" + i, "reseau"));
    }
    assertThat(builder.build().edges())
        .hasSize(5_000)
        .allMatch(edge -> edge.parent().id().equals("reseau"))
        .extracting(edge -> edge.child().id())
        .startsWith("membre-0")
        .endsWith("membre-4999");
  }

  @Test
  void nodes_without_a_title_are_called_by_their_identifier() {
    Lineage lineage = Lineage.of(List.of(member("jardin", "reseau")));
    assertThat(requireNonNull(lineage.node("initiative", "reseau")).name()).isEqualTo("reseau");
    assertThat(requireNonNull(lineage.node("initiative", "jardin")).name()).isEqualTo("Titre");
  }

  @Test
  void kinds_and_reasons_have_permanent_names() {
    assertThat(EdgeKind.MEMBER_OF.field()).isEqualTo("membre_de");
    assertThat(Reason.SIMILAR_TITLES.code()).isEqualTo("similar-titles");
  }

  private static Initiative member(String id, String of) {
    return Initiative.named(id, "Titre").partOf(List.of(RecordRef.to(of))).build();
  }
}
