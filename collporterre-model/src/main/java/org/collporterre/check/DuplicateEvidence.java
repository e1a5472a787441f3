package org.collporterre.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Why two records seem to describe the same thing.
 *
 * @param site whether they name the same page
 * @param similarity how similar their titles are, in percent
 * @param metres how far apart they are, or −1 when that is unknown or says nothing
 * @param group the code of what else they share, {@code same-municipality} for instance; empty for
 *     nothing
 * @param saint whether one is called Saint and the other Sainte
 */
record DuplicateEvidence(boolean site, int similarity, int metres, String group, boolean saint) {
  /** Returns codes with numbers, one after the other; messages have words for them. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (site) {
      parts.add("same-site");
    }
    parts.add("similar-titles " + similarity + " %");
    if (metres >= 0) {
      parts.add("distance " + metres + " m");
    }
    if (!group.isEmpty()) {
      parts.add(group);
    }
    if (saint) {
      parts.add("saint-is-not-sainte");
    }
    return String.join("; ", parts);
  }
}
