package org.collporterre.lineage;

import java.util.List;

/**
 * The part of a lineage to be shown.
 *
 * @param nodes its nodes by number; each has an edge
 * @param edges its edges by the number of their child
 * @param families of the families of the lineage, those of which it holds at least two members,
 *     each as a list of these by generation
 * @param records how many records the whole lineage has
 * @param unlinked how many of these have no edge of the chosen kinds
 * @param leftOut how many nodes were chosen but had no room
 */
public record Excerpt(
    List<Node> nodes,
    List<Edge> edges,
    List<List<Node>> families,
    int records,
    int unlinked,
    int leftOut) {}
