package org.collporterre.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How many initiatives act in a territory or are there.
 *
 * @param territory its reference, {@code dep:29}, {@code reg:53} or {@code iso:AT}
 * @param name its name, or null when the gazetteer does not know it
 * @param initiatives how many; one in several territories counts in each
 */
public record TerritoryCount(String territory, @Nullable String name, int initiatives) {}
