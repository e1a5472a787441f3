package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.collporterre.dataset.DatasetDescriptor;

/**
 * One file of a dataset.
 *
 * @param path the file, as the caller named it or below the directory that he named
 * @param named whether it was itself named, not its directory
 */
record DatasetFile(Path path, boolean named) {
  /** The tables that belong to others; they come with the dataset package. */
  private static final Set<String> CHILD_TABLES =
      Set.of("etapes", "references", "acteurs", "lieux", "medias", "relations", "vocabulaires");

  /** Tells whether it holds no records of its own. */
  boolean isChildTable() {
    String name = lowerName();
    return name.endsWith(".csv") && CHILD_TABLES.contains(name.substring(0, name.length() - 4));
  }

  /** Tells whether it is a dataset of its own: a folder with a manifest, or an archive. */
  boolean isPackage() {
    return lowerName().endsWith(".zip")
        || Files.isRegularFile(path.resolve(DatasetDescriptor.FILE));
  }

  /** Returns its name without folders. */
  String name() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  String lowerName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether it can be read more than once, which a pipe cannot. */
  boolean isRegular() {
    return Files.isRegularFile(path);
  }

  long size() throws IOException {
    return isRegular() ? Files.size(path) : 0;
  }
}
