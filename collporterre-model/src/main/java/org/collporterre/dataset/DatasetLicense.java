package org.collporterre.dataset;

import org.jspecify.annotations.Nullable;

/**
 * A licence of a dataset.
 *
 * @param name its SPDX identifier, {@code CC-BY-SA-4.0}
 * @param path the address of its text, or null
 * @param title its name for people, or null
 */
public record DatasetLicense(String name, @Nullable String path, @Nullable String title) {}
