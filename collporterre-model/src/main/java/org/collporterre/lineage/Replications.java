package org.collporterre.lineage;

import java.util.List;
import org.collporterre.model.Territory;

/**
 * How far a methodology has travelled.
 *
 * @param methodology the methodology
 * @param direct the initiatives that say that they apply it
 * @param replicas the further initiatives that replicate, also over others, one that applies it or
 *     that it documents
 * @param territories the territories of all of these, by their written form
 */
public record Replications(
    Node methodology, List<Node> direct, List<Node> replicas, List<Territory> territories) {
  /** Returns how many initiatives there are. */
  public int total() {
    return direct.size() + replicas.size();
  }
}
