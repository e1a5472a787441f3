package org.collporterre.export;

import org.collporterre.vocabulary.LicenseAddresses;
import org.jspecify.annotations.Nullable;

/**
 * The web addresses of licences. Remembers the last one asked for, because neighbouring records
 * mostly have the same.
 */
final class JsonLdLicenses {
  private String last = "";
  private @Nullable String lastAddress;

  /** Returns the address of an SPDX identifier; null of {@code LicenseRef-…} and anything else. */
  @Nullable String address(String id) {
    if (!id.equals(last)) {
      lastAddress = LicenseAddresses.address(id);
      last = id;
    }
    return lastAddress;
  }
}
