package org.collporterre.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.files.WholeFile;

/**
 * Writes a dataset into a folder. Everything is made beside it first; the files then take their
 * places one by one, the manifest last. Tables of ours that an earlier manifest lists and that are
 * no longer there are removed; nothing else is.
 */
final class DirectoryTarget implements PackageTarget {
  private static final Pattern PATH = Pattern.compile("\"path\": *\"([a-z]{1,40}\\.csv)\"");

  private final Path directory;
  private final Path staging;
  private final Set<String> tables;
  private final List<WholeFile> files = new ArrayList<>();
  private final Set<String> written = new TreeSet<>();

  /**
   * Begins a folder.
   *
   * @param tables the names of all tables of the format
   */
  DirectoryTarget(Path directory, Path staging, Set<String> tables) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new IOException("is no directory: " + directory);
    }
    this.directory = directory;
    this.staging = staging;
    this.tables = tables;
  }

  @Override
  public void table(StagedTable table, Fingerprint fingerprint) throws IOException {
    String name = table.name() + ".csv";
    try (OutputStream out = Files.newOutputStream(staging.resolve(name))) {
      table.csv(out, fingerprint);
    }
    written.add(name);
  }

  @Override
  public void manifest(DatasetDescriptor descriptor, byte[] json) throws IOException {
    Files.write(staging.resolve(DatasetDescriptor.FILE), json);
  }

  @Override
  public void commit() throws IOException {
    Set<String> stale = stale();
    Files.createDirectories(directory);
    List<String> names = new ArrayList<>(written);
    names.add(DatasetDescriptor.FILE);
    for (String name : names) {
      WholeFile file = WholeFile.of(directory.resolve(name));
      files.add(file);
      OutputStream out = new BufferedOutputStream(file.out());
      Files.copy(staging.resolve(name), out);
      out.flush();
    }
    for (WholeFile file : files) {
      file.commit();
    }
    for (String name : stale) {
      Files.deleteIfExists(directory.resolve(name));
    }
  }

  /** Returns the tables that the manifest there lists and that are not written again. */
  private Set<String> stale() throws IOException {
    Set<String> stale = new TreeSet<>();
    Path manifest = directory.resolve(DatasetDescriptor.FILE);
    if (Files.isRegularFile(manifest)) {
      String old = new String(Files.readAllBytes(manifest), StandardCharsets.UTF_8);
      Matcher path = PATH.matcher(old);
      while (path.find()) {
        String name = path.group(1);
        if (tables.contains(name.substring(0, name.length() - 4)) && !written.contains(name)) {
          stale.add(name);
        }
      }
    }
    return stale;
  }

  @Override
  public void close() throws IOException {
    Closing.all(files.iterator());
  }
}
