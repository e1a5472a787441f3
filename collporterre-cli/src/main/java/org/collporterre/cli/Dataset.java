package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.imports.Mapping;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.collporterre.schema.Schema;

/**
 * The files that were asked for, in reading order.
 *
 * @param files the files: as named; a directory that is a dataset package as one; of any other
 *     directory the tables of a package as one, and each other file that can be read
 */
record Dataset(List<DatasetFile> files) {
  private static final Comparator<DatasetFile> READING_ORDER =
      Comparator.comparing(Dataset::rank).thenComparing(DatasetFile::name);

  /** What the files of a folder are called that are read; a page or a text is not meant by it. */
  private static final Set<String> ENDINGS =
      Set.of(".csv", ".geojson", ".jsonld", ".json", ".xlsx", ".ods", ".zip");

  /** Finds the files of some paths; one named twice is read once. */
  static Dataset of(List<Path> paths, Session session) throws IOException, Misuse {
    List<DatasetFile> files = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Path path : paths) {
      for (DatasetFile file : filesOf(near(path), session)) {
        if (seen.add(file.isPipe() ? file.path().toAbsolutePath() : file.path().toRealPath())) {
          files.add(file);
        }
      }
    }
    return new Dataset(List.copyOf(files));
  }

  /** Names a file below the current directory by its way from there, as reports are to name it. */
  private static Path near(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.isAbsolute() && path.startsWith(here) && !path.equals(here)
        ? here.relativize(path)
        : path;
  }

  private static List<DatasetFile> filesOf(Path path, Session session) throws IOException, Misuse {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (Files.isDirectory(path)) {
      List<DatasetFile> found = in(path);
      if (found.isEmpty()) {
        throw session.misuse("misuse.directory", path);
      }
      return found;
    }
    return List.of(DatasetFile.of(path, true));
  }

  private static List<DatasetFile> in(Path directory) throws IOException {
    List<DatasetFile> found = new ArrayList<>();
    boolean tables = Files.exists(directory.resolve(DatasetDescriptor.FILE));
    if (!tables) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
        for (Path entry : entries) {
          String name = String.valueOf(entry.getFileName());
          if (PackageImporter.isTable(name)) {
            tables = true;
          } else if (isReadable(name) && Files.isRegularFile(entry)) {
            found.add(DatasetFile.of(entry, false));
          }
        }
      }
    }
    found.sort(READING_ORDER);
    if (tables) {
      found.add(0, DatasetFile.of(directory, false));
    }
    return found;
  }

  private static boolean isReadable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.equals(Mapping.FILE)
        && !name.equals(BaselineChoice.FILE)
        && !name.equals(DatasetSettings.FILE)
        && ENDINGS.stream().anyMatch(lower::endsWith);
  }

  private static int rank(DatasetFile file) {
    for (Class<? extends Entry> type : Entry.TYPES) {
      if (file.lowerName().startsWith(Schema.of(type).name() + "s")) {
        return Entry.TYPES.indexOf(type);
      }
    }
    return Entry.TYPES.size();
  }

  /** Returns the files of this dataset, then those of another one. */
  Dataset with(Dataset other) {
    List<DatasetFile> all = new ArrayList<>(files);
    all.addAll(other.files);
    return new Dataset(List.copyOf(all));
  }

  /** Returns this dataset without a file that was found in a folder and is no data. */
  Dataset without(Path other) throws IOException {
    List<DatasetFile> left = new ArrayList<>();
    for (DatasetFile file : files) {
      boolean same = !file.named() && Files.exists(other) && Files.isSameFile(file.path(), other);
      if (!same) {
        left.add(file);
      }
    }
    return new Dataset(List.copyOf(left));
  }

  /** Returns the number of bytes, as far as it is known. */
  long size() throws IOException {
    long size = 0;
    for (DatasetFile file : files) {
      size += file.size();
    }
    return size;
  }
}
