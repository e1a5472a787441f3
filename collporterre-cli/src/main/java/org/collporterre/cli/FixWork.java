package org.collporterre.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.collporterre.check.Checker;
import org.collporterre.files.WorkFolder;
import org.collporterre.imports.Corrections;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.report.Report;

/**
 * Corrects copies of the files of a dataset, pass after pass, until nothing is left to correct:
 * what was wrong in two ways shows only when the first is put right. The copies lie in a temporary
 * folder that nobody else may read; {@link #close} deletes it.
 */
final class FixWork implements AutoCloseable {
  private static final int MOST_PASSES = 10;

  private final Session session;
  private final DatasetOptions options;
  private final Dataset dataset;
  private final Interruption interruption;
  private final WorkFolder folder;

  /** How each file was when it was first looked at, by what findings call it. */
  private final Map<String, FileState> states = new HashMap<>();

  /** The copies that stand for files, by file. */
  private final Map<Path, Path> copies = new LinkedHashMap<>();

  private final Map<String, Charset> changed = new TreeMap<>();
  private final Map<String, Integer> applied = new TreeMap<>();
  private List<Reading.Source> sources = List.of();
  private int pass;

  private FixWork(
      Session session,
      DatasetOptions options,
      Dataset dataset,
      Interruption interruption,
      WorkFolder folder) {
    this.session = session;
    this.options = options;
    this.dataset = dataset;
    this.interruption = interruption;
    this.folder = folder;
  }

  static FixWork begin(
      Session session, DatasetOptions options, Dataset dataset, Interruption interruption)
      throws IOException {
    WorkFolder folder = WorkFolder.temporary();
    FixWork work = new FixWork(session, options, dataset, interruption, folder);
    for (DatasetFile file : dataset.files()) {
      work.look(file.path());
    }
    return work;
  }

  private void look(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      states.put(path.toString(), FileState.of(path));
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry)) {
          states.put(entry.toString(), FileState.of(entry));
        }
      }
    }
  }

  /**
   * Corrects.
   *
   * @param unsafe whether corrections are made too that a person should look at
   * @param selected the rules whose corrections are made; all when empty
   */
  FixResult run(Checker checker, boolean unsafe, Set<String> selected) throws IOException, Misuse {
    Reading first = null;
    while (true) {
      Report report = Report.create();
      Corrections corrections = unsafe ? Corrections.all() : Corrections.safe();
      FindingSink sink =
          found -> {
            Finding finding = named(found);
            report.report(finding);
            boolean wanted = selected.isEmpty() || selected.contains(finding.code());
            if (wanted || finding.fix() == null) {
              corrections.report(finding);
            }
          };
      first = first == null ? reading(checker, sink) : first;
      Reading reading = pass == 0 ? first : first.again(copies, sink);
      try (Checker.Run run = checker.start(sink)) {
        reading.check(run);
      }
      List<Corrections.Left> left = new ArrayList<>();
      int made = interruption.isRequested() ? 0 : correct(reading, corrections, left);
      if (made == 0 || pass > MOST_PASSES) {
        return new FixResult(applied, left, corrections.unsafe(), made, report);
      }
    }
  }

  private Reading reading(Checker checker, FindingSink sink) throws IOException, Misuse {
    return Reading.of(session, options, checker, dataset, sink, interruption);
  }

  /** Makes a finding about a copy one about the file it stands for. */
  private Finding named(Finding found) {
    Location at = found.location();
    for (Map.Entry<Path, Path> each : copies.entrySet()) {
      String copy = each.getValue().toString();
      if (at.file().startsWith(copy)) {
        String file = each.getKey() + at.file().substring(copy.length());
        return new Finding(
            found.code(),
            found.severity(),
            found.profile(),
            new Location(file, at.line(), at.column(), at.pointer()),
            found.type(),
            found.id(),
            found.field(),
            found.value(),
            found.expected(),
            found.fix());
      }
    }
    return found;
  }

  /** Makes corrections; returns how many, of which those of a pass too many are not kept. */
  private int correct(Reading reading, Corrections corrections, List<Corrections.Left> left)
      throws IOException {
    pass++;
    sources = reading.sources();
    int made = 0;
    int number = 0;
    for (Reading.Source source : reading.sources()) {
      Path file = source.file().path();
      Path now = copies.getOrDefault(file, file);
      Path place = folder.path().resolve(pass + "-" + number++);
      Files.createDirectory(place);
      Path copy = place.resolve(source.file().name());
      Corrections.Outcome outcome =
          source.importer().correct(now, file.toString(), source.type(), corrections, copy);
      left.addAll(outcome.left());
      made += outcome.applied().values().stream().mapToInt(Integer::intValue).sum();
      if (!outcome.isChanged() || pass > MOST_PASSES) {
        WorkFolder.delete(place);
        continue;
      }
      outcome.applied().forEach((code, count) -> applied.merge(code, count, Integer::sum));
      changed.putAll(outcome.files());
      copies.put(file, copy);
      if (!now.equals(file)) {
        WorkFolder.delete(now);
      }
    }
    return made;
  }

  /** Returns the files that are no longer what they were, in the order of their names. */
  List<FixedFile> changed() throws IOException {
    List<FixedFile> files = new ArrayList<>();
    for (Map.Entry<String, Charset> each : changed.entrySet()) {
      String name = each.getKey();
      for (Map.Entry<Path, Path> copy : copies.entrySet()) {
        if (owns(copy.getKey(), name)) {
          FixedFile file = file(name, each.getValue(), copy.getKey(), copy.getValue());
          if (Files.mismatch(file.shownBefore(), file.shownAfter()) >= 0) {
            files.add(file);
          }
          break;
        }
      }
    }
    return files;
  }

  /** Tells whether findings name a file, or what is in it, so. */
  private static boolean owns(Path owner, String name) {
    String start = owner.toString();
    return name.startsWith(start)
        && (name.length() == start.length() || "/\\".indexOf(name.charAt(start.length())) >= 0);
  }

  private FixedFile file(String name, Charset charset, Path owner, Path copy) throws IOException {
    String inside = name.substring(Math.min(name.length(), owner.toString().length() + 1));
    boolean table = Files.isDirectory(owner);
    Path before = table ? Path.of(name) : owner;
    Path after = table ? copy.resolve(inside) : copy;
    FileState state = states.get(before.toString());
    FileState known = state == null ? FileState.of(before) : state;
    Path old = table || inside.isEmpty() ? before : extracted(before, inside, "old");
    Path recent = table || inside.isEmpty() ? after : extracted(after, inside, "new");
    return new FixedFile(name, charset, before, after, known, old, recent);
  }

  /** Returns an entry of an archive as a file. */
  private Path extracted(Path archive, String end, String side) throws IOException {
    Path target =
        Files.createDirectories(folder.path().resolve(side))
            .resolve(String.valueOf(Path.of(end).getFileName()));
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry =
          zip.stream()
              .filter(one -> one.getName().equals(end) || one.getName().endsWith("/" + end))
              .findFirst()
              .orElseThrow(() -> new NoSuchFileException(archive + "/" + end));
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return target;
  }

  /** Returns files with what must not be shown hidden, to be shown. */
  List<FixedFile> shown(List<FixedFile> files) throws IOException {
    List<FixedFile> shown = new ArrayList<>();
    int number = 0;
    for (FixedFile file : files) {
      for (Reading.Source source : sources) {
        if (owns(source.file().path(), file.name())) {
          Path old = hidden(source, file.shownBefore(), "hidden-old-" + number);
          Path recent = hidden(source, file.shownAfter(), "hidden-new-" + number++);
          shown.add(file.shown(old, recent));
          break;
        }
      }
    }
    return shown;
  }

  private Path hidden(Reading.Source source, Path file, String place) throws IOException {
    Path copy = folder.path().resolve(place);
    return source.importer().hide(file, source.type(), copy) ? copy : file;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
