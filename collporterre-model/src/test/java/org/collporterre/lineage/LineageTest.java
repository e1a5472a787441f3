package org.collporterre.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.collporterre.check.LicenseMatrix.Outcome;
import org.collporterre.lineage.Edge.Pin;
import org.collporterre.lineage.Node.Presence;
import org.collporterre.lineage.Suggestion.Reason;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.RecordRef;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.DerivationKind;
import org.junit.jupiter.api.Test;

/** A small lineage, worked out by hand. */
class LineageTest {
  private final Lineage lineage =
      Lineage.of(
          List.of(
              initiative("origine", "com:29019").build(),
              methodology("mere", "Recenser à plusieurs", "CC-BY-SA-3.0")
                  .version("2.0")
                  .documents(refs("origine"))
                  .build(),
              methodology("fille", "Fêter les récoltes", "CC-BY-SA-4.0")
                  .derivedFrom(refs("mere@1.0"))
                  .derivationKind(DerivationKind.ADAPTATION)
                  .build(),
              methodology("cousine", "Ouvrir un atelier", "CC-BY-4.0")
                  .derivedFrom(refs("mere@2.0", "https://ailleurs.example/m", "absente"))
                  .derivationKind(DerivationKind.MERGE)
                  .build(),
              methodology("petite-fille", "Partager des jardins", "CC-BY-SA-4.0")
                  .derivedFrom(refs("fille@3", "cousine@0.1").subList(0, 0))
                  .build(),
              initiative("usage", "com:35238").appliesMethodologies(refs("fille")).build(),
              initiative("replique", "dep:44").replicates(refs("usage")).build(),
              initiative("replique-2", "reg:53").replicates(refs("replique")).build(),
              initiative("imitation", "com:22278").replicates(refs("origine")).build(),
              initiative("seule", "com:56260").build()));

  private static InitiativeBuilder initiative(String id, String territory) {
    return Initiative.named(id, "Initiative " + id)
        .territories(List.of(Objects.requireNonNull(Territory.parse(territory))));
  }

  private static MethodologyBuilder methodology(String id, String title, String license) {
    return Methodology.named(id, title).sheet(SheetBuilder.builder().license(license).build());
  }

  private static List<RecordRef> refs(String... written) {
    return List.of(written).stream()
        .map(RecordRef::parse)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private Node node(String id) {
    Node methodology = lineage.node("methodologie", id);
    return methodology == null
        ? Objects.requireNonNull(lineage.node("initiative", id), id)
        : methodology;
  }

  private static List<String> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }

  @Test
  void what_is_named_but_not_there_is_a_node_too() {
    assertThat(node("absente").presence()).isEqualTo(Presence.MISSING);
    assertThat(node("https://ailleurs.example/m").presence()).isEqualTo(Presence.EXTERNAL);
    assertThat(node("mere").presence()).isEqualTo(Presence.PRESENT);
    assertThat(lineage.nodes()).hasSize(12);
    assertThat(lineage.node("methodologie", "usage")).isNull();
  }

  @Test
  void a_node_says_what_its_record_says() {
    Node mere = node("mere");
    assertThat(mere.title()).isEqualTo("Recenser à plusieurs");
    assertThat(mere.version()).isEqualTo("2.0");
    assertThat(mere.license()).isEqualTo("CC-BY-SA-3.0");
    assertThat(mere.isMethodology()).isTrue();
    assertThat(node("replique").territories()).hasToString("[dep:44]");
  }

  @Test
  void a_pinned_version_is_compared_with_the_one_that_is_there() {
    assertThat(lineage.parents(node("fille")))
        .singleElement()
        .satisfies(edge -> assertThat(edge.pin()).isEqualTo(Pin.OLDER))
        .satisfies(edge -> assertThat(edge.pinned()).isEqualTo("1.0"));
    assertThat(lineage.parents(node("cousine")))
        .extracting(Edge::pin)
        .containsExactly(Pin.CURRENT, Pin.NONE, Pin.NONE);
    Lineage newer =
        Lineage.of(
            List.of(
                Methodology.named("a", "Une").version("1.2").build(),
                Methodology.named("b", "Deux").derivedFrom(refs("a@1.10")).build(),
                Methodology.named("c", "Trois").derivedFrom(refs("a@1.2.0")).build(),
                Methodology.named("d", "Quatre").derivedFrom(refs("b@1.0")).build()));
    assertThat(newer.edges())
        .extracting(Edge::pin)
        .containsExactly(Pin.NEWER, Pin.CURRENT, Pin.UNKNOWN);
  }

  @Test
  void the_licences_of_each_derivation_are_compared() {
    Edge fille = lineage.parents(node("fille")).get(0);
    assertThat(fille.license()).isNotNull();
    assertThat(fille.isLicenseTrouble()).isFalse();
    List<Edge> cousine = lineage.parents(node("cousine"));
    assertThat(Objects.requireNonNull(cousine.get(0).license()).outcome())
        .isEqualTo(Outcome.FORBIDDEN);
    assertThat(Objects.requireNonNull(cousine.get(0).license()).reason())
        .isEqualTo("share-alike-other");
    assertThat(cousine.get(1).license()).as("licence of another dataset").isNull();
    assertThat(lineage.licenseTroubles()).containsExactly(cousine.get(0));
  }

  @Test
  void the_licence_of_the_dataset_holds_where_a_record_names_none() {
    LineageBuilder builder = Lineage.builder().license("CC-BY-SA-4.0");
    builder.add(Methodology.named("a", "Une").build());
    builder.add(Methodology.named("b", "Deux").derivedFrom(refs("a")).build());
    Edge edge = builder.build().edges().get(0);
    assertThat(Objects.requireNonNull(edge.license()).reason()).isEqualTo("share-alike-same");
  }

  @Test
  void a_family_has_its_roots_and_generations_and_reaches_territories() {
    Family family = lineage.families().get(0);
    assertThat(lineage.families()).hasSize(1);
    assertThat(ids(family.roots()))
        .containsExactly("mere", "https://ailleurs.example/m", "absente");
    assertThat(family.members())
        .extracting(Family.Member::generation)
        .containsExactly(0, 0, 0, 1, 1);
    assertThat(family.generations()).isEqualTo(2);
    assertThat(family.initiatives()).isEqualTo(4);
    assertThat(family.territories())
        .extracting(Territory::toString)
        .containsExactly("com:22278", "com:35238", "dep:44", "reg:53");
  }

  @Test
  void replicas_of_who_applies_a_methodology_count_for_it() {
    Replications fille = lineage.replications(node("fille"));
    assertThat(ids(fille.direct())).containsExactly("usage");
    assertThat(ids(fille.replicas())).containsExactly("replique", "replique-2");
    assertThat(fille.territories()).hasToString("[com:35238, dep:44, reg:53]");
  }

  @Test
  void replicas_of_what_a_methodology_documents_count_but_not_that_itself() {
    Replications mere = lineage.replications(node("mere"));
    assertThat(mere.direct()).isEmpty();
    assertThat(ids(mere.replicas())).containsExactly("imitation");
    assertThat(lineage.replications())
        .extracting(one -> one.methodology().id())
        .containsExactly("fille", "mere");
  }

  @Test
  void who_replicates_one_that_uses_a_methodology_may_have_forgotten_to_say_so() {
    assertThat(lineage.suggestions())
        .filteredOn(one -> one.reason() == Reason.REPLICATION_IMPLIES_METHOD)
        .extracting(one -> one.child().id() + " " + one.parent().id() + " " + via(one))
        .containsExactly("imitation mere origine", "replique fille usage");
  }

  private static String via(Suggestion suggestion) {
    return Objects.requireNonNull(suggestion.via()).id();
  }

  @Test
  void methodologies_of_one_name_may_come_from_each_other_unless_they_do() {
    List<Methodology> twins =
        List.of(
            Methodology.named("a", "Recenser à plusieurs").build(),
            Methodology.named("b", "Recenser à plusieurs !").build(),
            Methodology.named("c", "Tout autre chose").build(),
            Methodology.named("d", "Recenser a plusieurs").derivedFrom(refs("a")).build());
    assertThat(Lineage.of(twins).suggestions())
        .extracting(one -> one.child().id() + " " + one.parent().id() + " " + one.similarity())
        .containsExactly("b a 100", "d b 100");
  }

  @Test
  void a_relation_that_both_sides_name_is_one() {
    Lineage both =
        Lineage.of(
            List.of(
                Initiative.named("i", "Une").methodologies(refs("m")).build(),
                Methodology.named("m", "Deux").documents(refs("i")).build()));
    assertThat(both.edges())
        .singleElement()
        .satisfies(edge -> assertThat(edge.kind()).isEqualTo(EdgeKind.DOCUMENTS))
        .satisfies(edge -> assertThat(edge.child().id()).isEqualTo("m"));
  }

  @Test
  void the_first_of_two_records_of_one_identifier_counts_and_none_comes_from_itself() {
    Lineage twice =
        Lineage.of(
            List.of(
                Methodology.named("m", "Première").derivedFrom(refs("m")).build(),
                Methodology.named("m", "Seconde").derivedFrom(refs("n")).build()));
    assertThat(twice.nodes()).extracting(Node::title).containsExactly("Première");
    assertThat(twice.edges()).isEmpty();
    assertThat(twice.families()).isEmpty();
  }

  @Test
  void circles_are_told_once_and_the_shortest_of_a_knot() {
    Lineage circular =
        Lineage.of(
            List.of(
                Initiative.named("c", "Un").replicates(refs("b", "a")).build(),
                Initiative.named("b", "Deux").replicates(refs("a")).build(),
                Initiative.named("a", "Trois").replicates(refs("c")).build(),
                Methodology.named("y", "Vertical").derivedFrom(refs("x")).build(),
                Methodology.named("x", "Horizontal").derivedFrom(refs("y")).build()));
    assertThat(circular.cycles())
        .extracting(cycle -> cycle.kind() + " " + ids(cycle.nodes()))
        .containsExactly("DERIVES [x, y]", "REPLICATES [a, c]");
    assertThat(circular.families().get(0).generations()).isEqualTo(1);
    assertThat(circular.families().get(0).roots()).hasSize(2);
  }

  @Test
  void the_excerpt_leaves_out_what_has_no_link() {
    Excerpt all = lineage.excerpt(ExcerptChoice.USUAL);
    assertThat(all.nodes()).hasSize(10).doesNotContain(node("seule"), node("petite-fille"));
    assertThat(all.records()).isEqualTo(10);
    assertThat(all.unlinked()).isEqualTo(2);
    assertThat(all.leftOut()).isZero();
    assertThat(all.families()).hasSize(1);
    assertThat(all.edges()).hasSize(9);
  }

  @Test
  void the_excerpt_of_a_root_goes_up_and_down_but_not_around() {
    assertThat(ids(lineage.excerpt(ExcerptChoice.USUAL.withRoot("fille")).nodes()))
        .containsExactly("origine", "mere", "fille", "usage", "replique", "replique-2");
    assertThat(lineage.excerpt(ExcerptChoice.USUAL.withRoot("inconnue")).nodes()).isEmpty();
  }

  @Test
  void the_excerpt_of_a_family_holds_who_uses_it() {
    assertThat(ids(lineage.excerpt(ExcerptChoice.USUAL.withFamily("cousine")).nodes()))
        .contains("origine", "mere", "usage", "replique-2", "imitation", "absente")
        .doesNotContain("seule");
  }

  @Test
  void the_excerpt_of_some_kinds_has_no_other_edges() {
    Excerpt derivations =
        lineage.excerpt(ExcerptChoice.USUAL.withKinds(EnumSet.of(EdgeKind.DERIVES)));
    assertThat(derivations.edges()).hasSize(4);
    assertThat(derivations.nodes()).allMatch(Node::isMethodology).hasSize(5);
    assertThatThrownBy(() -> ExcerptChoice.USUAL.withKinds(EnumSet.noneOf(EdgeKind.class)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_large_excerpt_keeps_the_most_linked() {
    Excerpt small = lineage.excerpt(ExcerptChoice.USUAL.withMost(3));
    // Four edges: cousine. Three: mere. Two, and the first of these: origine.
    assertThat(ids(small.nodes())).containsExactly("origine", "mere", "cousine");
    assertThat(small.leftOut()).isEqualTo(7);
  }

  @Test
  void an_excerpt_without_limit_is_all_that_is_linked() {
    Excerpt all = lineage.excerpt(ExcerptChoice.USUAL.withMost(Integer.MAX_VALUE));
    assertThat(all.nodes()).hasSize(10);
  }
}
