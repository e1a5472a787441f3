package org.collporterre.cms.page;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.files.WorkFolder;

/**
 * The folder of a site. Everything is made beside it; then the files take their places. It may be
 * closed by another thread than the one that writes, which is then told so.
 */
final class SiteFolder implements Closeable {
  private final Path folder;
  private final WorkFolder staging;
  private final List<String> names = new ArrayList<>();
  private boolean closed;

  private SiteFolder(Path folder, WorkFolder staging) {
    this.folder = folder;
    this.staging = staging;
  }

  /**
   * Begins a site.
   *
   * @throws IOException when there is something there that is no site, or it cannot be written
   */
  static SiteFolder begin(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (parent == null) {
      throw new IOException("no place for a folder: " + folder);
    } else if (!isFree(folder)) {
      throw new IOException("is no site and not empty: " + folder);
    }
    // What the system calls a temporary folder nobody else may read; a server has to.
    return new SiteFolder(folder, WorkFolder.sharedIn(parent));
  }

  /** Tells whether nothing is there, or an empty folder, or a site that was written here. */
  static boolean isFree(Path folder) throws IOException {
    boolean site = Files.isRegularFile(folder.resolve(SiteExporter.MANIFEST));
    return site || !Files.exists(folder) || Files.isDirectory(folder) && isEmpty(folder);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  /** Opens a file of the site, for writing. */
  OutputStream open(String name) throws IOException {
    return Files.newOutputStream(path(name));
  }

  void copy(String name, InputStream in) throws IOException {
    try (in;
        OutputStream out = open(name)) {
      in.transferTo(out);
    }
  }

  /** Returns where a file of the site is made. */
  Path path(String name) throws IOException {
    Path file = staging.path().resolve(name);
    // Else a folder could be made anew behind the back of who deletes all of them.
    synchronized (names) {
      if (closed) {
        throw new ClosedChannelException();
      }
      Files.createDirectories(file.getParent());
      names.add(name);
    }
    return file;
  }

  /** Moves the files into place and removes those of a former site that are no longer there. */
  void commit() throws IOException {
    Set<String> stale = former();
    stale.removeAll(names);
    stale.remove(SiteExporter.MANIFEST);
    String list = String.join("\n", new TreeSet<>(names)) + "\n";
    Files.writeString(staging.path().resolve(SiteExporter.MANIFEST), list);
    if (!Files.exists(folder)) {
      Files.move(staging.path(), folder);
      return;
    }
    List<String> all = new ArrayList<>(names);
    all.add(SiteExporter.MANIFEST);
    for (String name : all) {
      Path place = folder.resolve(name);
      Files.createDirectories(place.getParent());
      Files.move(
          staging.path().resolve(name),
          place,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
    for (String name : stale) {
      Path place = folder.resolve(name).normalize();
      if (place.startsWith(folder) && Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(place);
      }
    }
  }

  private Set<String> former() throws IOException {
    Path manifest = folder.resolve(SiteExporter.MANIFEST);
    return Files.isRegularFile(manifest)
        ? new TreeSet<>(Files.readAllLines(manifest, StandardCharsets.UTF_8))
        : new TreeSet<>();
  }

  @Override
  public void close() throws IOException {
    synchronized (names) {
      closed = true;
    }
    staging.close();
  }
}
