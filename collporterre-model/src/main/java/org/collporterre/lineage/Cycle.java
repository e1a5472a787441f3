package org.collporterre.lineage;

import java.util.List;

/**
 * Records that come from each other in a circle, which cannot be.
 *
 * @param kind how they come from each other
 * @param nodes the members, each coming from the next and the last from the first; the one of the
 *     least identifier is the first
 */
public record Cycle(EdgeKind kind, List<Node> nodes) {}
