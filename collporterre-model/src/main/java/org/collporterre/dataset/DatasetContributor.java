package org.collporterre.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who contributed to a dataset.
 *
 * @param title the name of the person or organization
 * @param roles what they did, {@code author} or {@code publisher} say
 * @param email an address to write to, or null
 * @param path their web page, or null
 */
public record DatasetContributor(
    String title, List<String> roles, @Nullable String email, @Nullable String path) {
  public DatasetContributor {
    roles = List.copyOf(roles);
  }
}
