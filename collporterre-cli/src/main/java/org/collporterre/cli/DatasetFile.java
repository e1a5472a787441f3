package org.collporterre.cli;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** One file of a dataset, or a folder that is a dataset package. */
final class DatasetFile {
  private final Path path;
  private final boolean named;

  /** What is read of a pipe, which can be opened once; null for what lies on a disk. */
  private final @Nullable BufferedInputStream pipe;

  private DatasetFile(Path path, boolean named, @Nullable BufferedInputStream pipe) {
    this.path = path;
    this.named = named;
    this.pipe = pipe;
  }

  /**
   * Returns the file at a path.
   *
   * @param path the file, as the caller named it or below the directory that he named
   * @param named whether it was itself named, not its directory
   */
  static DatasetFile of(Path path, boolean named) throws IOException {
    boolean onDisk = Files.isRegularFile(path) || Files.isDirectory(path);
    // A stream of the newer kind asks a pipe for its position, which a pipe does not have.
    return new DatasetFile(
        path, named, onDisk ? null : new BufferedInputStream(new FileInputStream(path.toFile())));
  }

  Path path() {
    return path;
  }

  /** Tells whether it was itself named, not its directory. */
  boolean named() {
    return named;
  }

  /** Returns what reads it. */
  Importer<?> importer() throws IOException {
    return pipe == null ? Importers.detect(path) : Importers.detect(pipe);
  }

  /** Returns its bytes; of a pipe once. */
  InputStream stream() throws IOException {
    return pipe == null ? Files.newInputStream(path) : pipe;
  }

  /** Tells whether it is a table that belongs to others, without them: rows of no record. */
  boolean isChildTable() {
    return PackageImporter.isTable(name())
        && Entry.TYPES.stream()
            .noneMatch(type -> lowerName().equals(Schema.of(type).name() + "s.csv"));
  }

  /** Returns its name without folders. */
  String name() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  String lowerName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether it can be read only once. */
  boolean isPipe() {
    return pipe != null;
  }

  long size() throws IOException {
    return Files.isRegularFile(path) ? Files.size(path) : 0;
  }
}
