package org.collporterre.imports;

import org.jspecify.annotations.Nullable;

/** The nodes of a document by their addresses. */
@FunctionalInterface
interface JsonLdNodes {
  /** Returns the node of an address, or null when it is not known. */
  @Nullable JsonLdNode find(String id);
}
