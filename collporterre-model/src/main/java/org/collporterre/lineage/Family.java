package org.collporterre.lineage;

import java.util.List;
import org.collporterre.model.Territory;

/**
 * Methodologies that are connected by derivations.
 *
 * @param members all of them, by generation, then in the order of their numbers
 * @param generations how many generations there are, from 1: members of a circle are of the same
 * @param initiatives how many initiatives use one of them, see {@link Replications}
 * @param territories the territories of these initiatives, by their written form
 */
public record Family(
    List<Member> members, int generations, int initiatives, List<Territory> territories) {
  /**
   * A member of a family.
   *
   * @param node the methodology
   * @param generation 0 for one that comes from no other; otherwise one more than the greatest of
   *     those that it comes from
   */
  public record Member(Node node, int generation) {}

  /** Returns the members that come from no other. */
  public List<Node> roots() {
    return members.stream().filter(member -> member.generation() == 0).map(Member::node).toList();
  }
}
