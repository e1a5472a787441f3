package org.collporterre.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.files.WholeFile;
import org.collporterre.files.WorkFolder;
import org.jspecify.annotations.Nullable;

/** Where corrected files go: in the place of the files, or into a copy of all. */
final class FixOutput {
  private final Session session;
  private final @Nullable Path source;
  private final @Nullable Path target;

  private FixOutput(Session session, @Nullable Path source, @Nullable Path target) {
    this.session = session;
    this.source = source;
    this.target = target;
  }

  /** Returns what replaces the files themselves. */
  static FixOutput inPlace(Session session) {
    return new FixOutput(session, null, null);
  }

  /** Returns what writes a copy of a file or folder; refuses a place that is in use. */
  static FixOutput copy(Path source, Path target, Dataset dataset, Session session)
      throws IOException, Misuse {
    boolean folder = Files.isDirectory(source);
    ReportFile.requirePlace(target, folder, dataset, session);
    if (folder) {
      Path inside = target.toAbsolutePath().normalize();
      Path outside = source.toAbsolutePath().normalize();
      if (inside.startsWith(outside) || Files.exists(target) && !isEmpty(target)) {
        throw session.misuse("misuse.fix.folder", target);
      }
    }
    return new FixOutput(session, source, target);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Tells whether everything is copied. */
  boolean isCopy() {
    return target != null;
  }

  /** Writes; each file appears whole or not at all, and a folder that is a copy too. */
  void write(List<FixedFile> files, Interruption interruption) throws IOException {
    String reason = session.phrases().text("failure.changed");
    for (FixedFile file : files) {
      file.state().requireUnchanged(reason);
    }
    if (source == null || target == null) {
      replace(files, interruption, reason);
    } else if (Files.isDirectory(source)) {
      copyFolder(source, target, files, interruption);
    } else {
      Path from = files.isEmpty() ? source : files.get(0).after();
      try (WholeFile out = WholeFile.of(target)) {
        Files.copy(from, out.out());
        if (!interruption.isRequested()) {
          out.commit();
        }
      }
    }
  }

  private static void replace(List<FixedFile> files, Interruption interruption, String reason)
      throws IOException {
    Map<Path, FixedFile> each = new LinkedHashMap<>();
    files.forEach(file -> each.put(file.before(), file));
    for (Path file : each.keySet()) {
      requireWritable(file);
    }
    List<WholeFile> written = new ArrayList<>();
    try {
      for (FixedFile file : each.values()) {
        WholeFile out = WholeFile.replacing(file.before());
        written.add(out);
        Files.copy(file.after(), out.out());
      }
      for (FixedFile file : each.values()) {
        file.state().requireUnchanged(reason);
      }
      if (!interruption.isRequested()) {
        for (WholeFile out : written) {
          out.commit();
        }
      }
    } finally {
      for (WholeFile out : written) {
        out.close();
      }
    }
  }

  /** A file that is only for reading is not replaced, though its folder would allow for it. */
  private static void requireWritable(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    boolean locked = !Files.isWritable(file);
    if (view != null) {
      Set<PosixFilePermission> permissions = view.readAttributes().permissions();
      locked |=
          !permissions.contains(PosixFilePermission.OWNER_WRITE)
              && !permissions.contains(PosixFilePermission.GROUP_WRITE)
              && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
    if (locked) {
      throw new AccessDeniedException(file.toString());
    }
  }

  private static void copyFolder(
      Path source, Path target, List<FixedFile> files, Interruption interruption)
      throws IOException {
    Map<Path, Path> fixed = new LinkedHashMap<>();
    files.forEach(file -> fixed.put(file.before().toAbsolutePath().normalize(), file.after()));
    Path whole = target.toAbsolutePath().normalize();
    try (WorkFolder part = WorkFolder.sharedIn(whole.resolveSibling(""))) {
      Files.walkFileTree(source, new Copying(source, part.path(), fixed, interruption));
      if (!interruption.isRequested()) {
        Files.deleteIfExists(whole);
        Files.move(part.path(), whole);
      }
    }
  }

  /** Copies a folder with other files in the stead of some. */
  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path source;
    private final Path part;
    private final Map<Path, Path> fixed;
    private final Interruption interruption;

    Copying(Path source, Path part, Map<Path, Path> fixed, Interruption interruption) {
      this.source = source;
      this.part = part;
      this.fixed = fixed;
      this.interruption = interruption;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Files.createDirectories(part.resolve(source.relativize(folder).toString()));
      return interruption.isRequested() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (Files.isRegularFile(file)) {
        Path from = fixed.getOrDefault(file.toAbsolutePath().normalize(), file);
        try (InputStream in = Files.newInputStream(from)) {
          Files.copy(in, part.resolve(source.relativize(file).toString()));
        }
      }
      return interruption.isRequested() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
  }
}
