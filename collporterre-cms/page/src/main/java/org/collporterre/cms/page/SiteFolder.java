package org.collporterre.cms.page;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a site. Everything is made beside it; then the files take their places. It may be
 * closed by another thread than the one that writes, which is then told so.
 */
final class SiteFolder implements Closeable {
  private final Path folder;
  private final Path staging;
  private final List<String> names = new ArrayList<>();
  private volatile boolean closed;

  private SiteFolder(Path folder, Path staging) {
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
    Path staging = parent.resolve(".collporterre-" + UUID.randomUUID());
    return new SiteFolder(folder, Files.createDirectory(staging));
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
    if (closed) {
      throw new ClosedChannelException();
    }
    Path file = staging.resolve(name);
    Files.createDirectories(file.getParent());
    names.add(name);
    return file;
  }

  /** Moves the files into place and removes those of a former site that are no longer there. */
  void commit() throws IOException {
    Set<String> stale = former();
    stale.removeAll(names);
    stale.remove(SiteExporter.MANIFEST);
    String list = String.join("\n", new TreeSet<>(names)) + "\n";
    Files.writeString(staging.resolve(SiteExporter.MANIFEST), list);
    if (!Files.exists(folder)) {
      Files.move(staging, folder);
      return;
    }
    List<String> all = new ArrayList<>(names);
    all.add(SiteExporter.MANIFEST);
    for (String name : all) {
      Path place = folder.resolve(name);
      Files.createDirectories(place.getParent());
      Files.move(
          staging.resolve(name),
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
    closed = true;
    for (int i = 0; i < 5 && Files.exists(staging); i++) {
      try {
        Files.walkFileTree(staging, new Removal());
      } catch (DirectoryNotEmptyException | NoSuchFileException e) {
        // Who is writing has made one more file before it was told: once more.
      }
    }
  }

  /** Deletes what it comes to. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error)
        throws IOException {
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
