package org.collporterre.statistics;

/**
 * Some out of all.
 *
 * @param count how many
 * @param total of how many
 */
public record Share(int count, int total) {
  /** Returns the share in whole per cent, halves rounded up; 0 of nothing. */
  public int percent() {
    return total == 0 ? 0 : (int) ((200L * count + total) / (2L * total));
  }
}
