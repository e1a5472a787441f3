package org.collporterre.cms.page;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with datasets that page authors may name, and nothing outside of it, whatever they
 * write. Immutable and thread-safe.
 */
public final class DataFolder {
  /** What no file of ours needs in its name: some system takes it for more than a letter. */
  private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\\\:*?\"<>|]");

  /** The most files of a folder that is a dataset. */
  private static final int MOST_FILES = 1_000;

  private final Path folder;

  private DataFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns a folder, which need not be there yet. */
  public static DataFolder of(Path folder) {
    return new DataFolder(folder);
  }

  /**
   * Returns where a dataset is, by its real path: a file, or a folder that is one.
   *
   * @param name its path from here, with {@code /} between its parts
   * @throws RequestException {@code source-refused} when the name or what it leads to may be
   *     outside; {@code source-missing} when there is none of that name
   */
  public Path file(String name) throws RequestException, IOException {
    String harmless = requireName(name);
    try {
      Path root = folder.toRealPath();
      Path file = root.resolve(harmless).toRealPath();
      if (!isWithin(root, file)) {
        throw new RequestException("source-refused", name);
      }
      return file;
    } catch (FileSystemException e) {
      // Absent, below what is no folder, too long, in a circle: there is no file of that name.
      throw new RequestException("source-missing", name);
    } catch (InvalidPathException e) {
      throw new RequestException("source-refused", name);
    }
  }

  /**
   * Returns a name that is one of a file below some folder on every system: relative, without
   * {@code ..}, hidden files, drives, streams, and characters that are none.
   *
   * @throws RequestException {@code source-missing} when it is empty, {@code source-refused} when
   *     it is anything else
   */
  public static String requireName(String name) throws RequestException {
    if (name.isEmpty()) {
      throw new RequestException("source-missing", name);
    }
    boolean harmless =
        !ODD.matcher(name).find()
            && List.of(name.split("/", -1)).stream().allMatch(DataFolder::isPart);
    if (!harmless) {
      throw new RequestException("source-refused", name);
    }
    return name;
  }

  private static boolean isPart(String part) {
    // Windows takes no notice of dots and blanks at the end.
    return !part.isBlank() && !part.startsWith(".") && !part.endsWith(".") && !part.endsWith(" ");
  }

  private static boolean isWithin(Path root, Path file) throws IOException {
    if (!file.startsWith(root)) {
      return false;
    } else if (!Files.isDirectory(file)) {
      return Files.isRegularFile(file);
    }
    try (Stream<Path> below = Files.walk(file)) {
      int files = 0;
      for (Iterator<Path> all = below.iterator(); all.hasNext(); files++) {
        Path one = all.next();
        boolean plain = Files.isDirectory(one) || Files.isRegularFile(one);
        if (files > MOST_FILES || !plain || !one.toRealPath().startsWith(root)) {
          return false;
        }
      }
    }
    return true;
  }
}
