package org.collporterre.dataset;

import org.jspecify.annotations.Nullable;

/**
 * What a dataset was made from.
 *
 * @param title the name of the source
 * @param path its address, or null
 */
public record DatasetSource(String title, @Nullable String path) {}
