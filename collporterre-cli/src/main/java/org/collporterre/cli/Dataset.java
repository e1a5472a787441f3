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
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.schema.Schema;

/**
 * The files that were asked for, in reading order.
 *
 * @param files the files: as named; of a directory its {@code .csv} files, initiatives, portraits
 *     and methodologies first
 */
record Dataset(List<DatasetFile> files) {
  private static final Comparator<DatasetFile> READING_ORDER =
      Comparator.comparing(Dataset::rank).thenComparing(DatasetFile::name);

  /** Finds the files of some paths; one named twice is read once. */
  static Dataset of(List<Path> paths, Session session) throws IOException, Misuse {
    List<DatasetFile> files = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Path path : paths) {
      for (DatasetFile file : filesOf(path, session)) {
        if (seen.add(file.isRegular() ? file.path().toRealPath() : file.path().toAbsolutePath())) {
          files.add(file);
        }
      }
    }
    return new Dataset(List.copyOf(files));
  }

  private static List<DatasetFile> filesOf(Path path, Session session) throws IOException, Misuse {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    DatasetFile whole = new DatasetFile(path, true);
    if (Files.isDirectory(path) && whole.isPackage()) {
      return List.of(whole);
    }
    if (Files.isDirectory(path)) {
      List<DatasetFile> found = in(path);
      if (found.isEmpty()) {
        throw session.misuse("misuse.directory", path);
      }
      return found;
    }
    for (String other : List.of(".json", ".geojson", ".jsonld", ".md")) {
      if (whole.lowerName().endsWith(other)) {
        throw session.misuse("misuse.format", path);
      }
    }
    return List.of(whole);
  }

  private static List<DatasetFile> in(Path directory) throws IOException {
    List<DatasetFile> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        DatasetFile file = new DatasetFile(entry, false);
        boolean hidden = file.name().startsWith(".");
        if (!hidden && file.lowerName().endsWith(".csv") && !Files.isDirectory(entry)) {
          found.add(file);
        }
      }
    }
    found.sort(READING_ORDER);
    return found;
  }

  private static int rank(DatasetFile file) {
    for (Class<? extends Entry> type : Entry.TYPES) {
      if (file.lowerName().startsWith(Schema.of(type).name() + "s")) {
        return Entry.TYPES.indexOf(type);
      }
    }
    return Entry.TYPES.size();
  }

  /** Returns the number of bytes, as far as it is known. */
  long size() throws IOException {
    long size = 0;
    for (DatasetFile file : files) {
      size += file.isChildTable() ? 0 : file.size();
    }
    return size;
  }
}
