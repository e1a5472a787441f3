package org.collporterre.examples.spark;

import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.imports.PackageImporter;

/**
 * A file, or the folder of a dataset package: what one task reads, from its beginning to its end. A
 * file is not cut: line breaks in quoted cells make every place in a CSV file a guess that depends
 * on all that is before it.
 *
 * @param number its place in the order of reading
 * @param path where it is, on a disk that all executors see under this name
 */
public record Source(int number, String path) implements Serializable {
  private static final Set<String> ENDINGS =
      Set.of(".csv", ".geojson", ".jsonld", ".json", ".xlsx", ".ods", ".zip");

  /**
   * Finds what is to be read in a folder and in the folders below it, by name: packages as a whole,
   * else each file.
   *
   * @throws IOException when a folder cannot be read
   */
  public static List<Source> in(Path folder) throws IOException {
    List<Path> paths = new ArrayList<>();
    find(folder, paths);
    List<Source> sources = new ArrayList<>();
    for (Path path : paths) {
      sources.add(new Source(sources.size(), path.toString()));
    }
    return sources;
  }

  /** Returns the number of bytes, as far as it is known: what is gone is said when it is read. */
  long size() {
    Path start = Path.of(path);
    try (Stream<Path> files = Files.walk(start)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static void find(Path folder, List<Path> found) throws IOException {
    if (Files.exists(folder.resolve(DatasetDescriptor.FILE))) {
      found.add(folder);
      return;
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      inside.forEach(entries::add);
    }
    entries.sort(null);
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        find(entry, found);
      } else if (isData(name(entry))) {
        found.add(entry);
      }
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  /** A table of steps, say, is read with the package it is in. */
  private static boolean isData(String name) {
    boolean entries =
        name.equals("initiatives.csv")
            || name.equals("portraits.csv")
            || name.equals("methodologies.csv");
    return !name.startsWith(".")
        && !name.equals("collporterre.json")
        && (entries || !PackageImporter.isTable(name))
        && ENDINGS.stream().anyMatch(name::endsWith);
  }
}
