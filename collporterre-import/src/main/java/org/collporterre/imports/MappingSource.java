package org.collporterre.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of how the files are written.
 *
 * @param dialect of tables
 * @param crs the reference system of positions, or null
 * @param records the JSON Pointers under which records may be; the first that is there counts
 */
record MappingSource(TableDialect dialect, @Nullable String crs, List<String> records) {
  static final MappingSource UNSAID = new MappingSource(TableDialect.UNSAID, null, List.of());
}
