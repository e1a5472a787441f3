package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.check.DeprecatedRules;
import org.collporterre.check.RuleSettings;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Profile;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;

/**
 * Reads records in one format. Immutable and thread-safe.
 *
 * <p>Unless changed: profile {@link Profile#ECHANGE}, the standard vocabularies, and no identifiers
 * made up.
 *
 * @param <I> the importer's own class
 */
public abstract class Importer<I extends Importer<I>> {
  private static final Set<String> PAIRS = Set.of("latitude,longitude", "longitude,latitude");

  private final ImportSettings settings;

  Importer(ImportSettings settings) {
    this.settings = settings;
  }

  /** Returns an importer of the same format, otherwise configured. */
  abstract I with(ImportSettings other);

  /** Returns this importer with another profile: it says how bad each finding is. */
  public I withProfile(Profile other) {
    return with(settings.changed(builder -> builder.profile(other)));
  }

  /** Returns this importer with what a dataset or an application decides about rules. */
  public I withRules(RuleSettings other) {
    return with(settings.changed(builder -> builder.rules(other)));
  }

  /** Returns this importer with other vocabularies; their labels are understood as codes. */
  public I withVocabularies(Vocabularies other) {
    return with(settings.changed(builder -> builder.vocabularies(other)));
  }

  /**
   * Returns this importer with a header, or a property name, of the caller's own: an entry of the
   * mapping, in place of what it says of that field.
   *
   * @param header the name as it is in the file
   * @param key the key of the field it is for; {@code latitude,longitude} for a text of both
   */
  public I withColumn(String header, String key) {
    return with(settings.with(header, key));
  }

  /**
   * Returns this importer reading files as a mapping says, which also says how they are written and
   * of what type the records are, unless the caller does. It takes the place of a mapping and of
   * columns given before.
   *
   * <p>Without a mapping or column, one of {@link Presets} may be chosen, see there; {@code
   * without("preset-chosen")} turns that off.
   */
  public I withMapping(Mapping mapping) {
    return with(settings.changed(builder -> builder.mapping(mapping)));
  }

  /** Returns the mapping it reads with; columns that were added are in it. Empty for none. */
  public Optional<Mapping> mapping() {
    return settings.mapping().isNone() ? Optional.empty() : Optional.of(settings.mapping());
  }

  /**
   * Returns this importer giving an identifier, made from title and place, to records without one.
   */
  public I withGeneratedIds() {
    return with(settings.changed(builder -> builder.generatesIds(true)));
  }

  /** Returns this importer reading text in an encoding, whatever the bytes look like. */
  public I withCharset(Charset charset) {
    return with(
        settings.changed(builder -> builder.toldDialect(settings.toldDialect().with(charset))));
  }

  /**
   * Returns this importer splitting rows at a delimiter, whatever the header looks like. Formats
   * without delimiter do not look at it.
   *
   * @throws IllegalArgumentException for a quote, a line break or what is not ASCII
   */
  public I withDelimiter(char delimiter) {
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r' || delimiter > 0x7E) {
      throw new IllegalArgumentException("no delimiter: " + (int) delimiter);
    }
    return with(
        settings.changed(builder -> builder.toldDialect(settings.toldDialect().with(delimiter))));
  }

  /**
   * Returns this importer passing over so many physical lines before the header of a table.
   *
   * @throws IllegalArgumentException for a negative number
   */
  public I withSkippedLines(int lines) {
    if (lines < 0) {
      throw new IllegalArgumentException("negative: " + lines);
    }
    TableDialect dialect = settings.toldDialect().withSkippedLines(lines);
    return with(settings.changed(builder -> builder.toldDialect(dialect)));
  }

  /** Returns this importer for tables without header: columns are {@code colonne_1} and so on. */
  public I withoutHeader() {
    TableDialect dialect = settings.toldDialect().withoutHeader();
    return with(settings.changed(builder -> builder.toldDialect(dialect)));
  }

  /**
   * Returns this importer reading the records of JSON that stand at a place. Formats other than
   * JSON do not look at it.
   *
   * @param pointers JSON Pointers (RFC 6901), {@code /data} for instance; a segment {@code *} is
   *     each item of an array or each member of an object. Of several the one that comes up first
   *     in a file counts
   * @throws IllegalArgumentException when one is no pointer
   */
  public I withRecords(String... pointers) {
    for (String pointer : pointers) {
      if (!JsonPath.isPointer(pointer)) {
        throw new IllegalArgumentException("no JSON Pointer: " + pointer);
      }
    }
    return with(settings.changed(builder -> builder.toldRecords(List.of(pointers))));
  }

  /**
   * Returns this importer for positions in another reference system than WGS 84.
   *
   * @param crs its name, {@code EPSG:2154} for Lambert-93
   * @throws IllegalArgumentException when it is not one of those known, which are the systems in
   *     use in France, UTM and Web Mercator
   */
  public I withCrs(String crs) {
    if (ReferenceSystem.of(crs) == null) {
      throw new IllegalArgumentException("not a known reference system: " + crs);
    }
    return with(settings.changed(builder -> builder.toldCrs(crs)));
  }

  /**
   * Returns this importer repairing what it otherwise only reports with a safe fix, such as text
   * that was encoded twice or codes that lost their leading zero.
   */
  public I withRepairs() {
    return with(settings.changed(builder -> builder.repairs(true)));
  }

  /**
   * Returns this importer not making a normalization or guess.
   *
   * @param code the code of the finding that tells of it, {@code number-decimal-comma} for instance
   */
  public I without(String code) {
    Set<String> refused = new TreeSet<>(settings.refused());
    refused.add(DeprecatedRules.standard().current(code));
    return with(settings.changed(builder -> builder.refused(refused)));
  }

  /**
   * Opens a file.
   *
   * @param type the type of the records wanted; {@code Entry.class} for all, where the format can
   *     hold several
   * @param sink told what is wrong with it, now and while it is read
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a column was chosen for a key the type does not have
   */
  public <E extends Entry> EntryReader<E> open(Path file, Class<E> type, FindingSink sink)
      throws IOException {
    requireFile(file);
    return open(Files.newInputStream(file), file.toString(), type, sink);
  }

  /**
   * Opens a stream, which the reader closes.
   *
   * @param name what findings call it
   * @param type the type of the records wanted; {@code Entry.class} for all, where the format can
   *     hold several
   * @param sink told what is wrong with it, now and while it is read
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a column was chosen for a key the type does not have
   */
  public <E extends Entry> EntryReader<E> open(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    boolean opened = false;
    try {
      requireKeys(type);
      DeferredFindings findings = new DeferredFindings(sink);
      EntryReader<E> reader = reader(in, name, type, findings);
      if (reader instanceof LookaheadReader<E> own) {
        own.readAhead(findings);
      }
      opened = true;
      return reader;
    } finally {
      if (!opened) {
        in.close();
      }
    }
  }

  /** Opens a stream for {@link #open}, which closes it when this fails. */
  abstract <E extends Entry> EntryReader<E> reader(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException;

  /**
   * Opens a file, or folder, that is a whole dataset, with what is said of it; empty for any other.
   *
   * @param type the type of the records wanted; {@code Entry.class} for all
   * @param sink told what is wrong with it, now and while it is read
   * @throws IOException when it cannot be read
   */
  public <E extends Entry> Optional<DatasetReader<E>> openDataset(
      Path path, Class<E> type, FindingSink sink) throws IOException {
    return Optional.empty();
  }

  /**
   * Returns the type of the records in a file: {@code Entry.class} when they can be of any; empty
   * when nothing tells.
   *
   * @throws IOException when it cannot be read
   */
  public Optional<Class<? extends Entry>> detectType(Path file) throws IOException {
    return Optional.of(Entry.class);
  }

  /**
   * Returns the names of the columns of a table that the format does not know, in their order, also
   * of those without a cell. Other formats name what they do not know with their records, see
   * {@link EntryReader#extensions}.
   *
   * @throws IOException when it cannot be read
   */
  public List<String> extensions(Path file, Class<? extends Entry> type) throws IOException {
    try (EntryReader<? extends Entry> reader = open(file, type, finding -> {})) {
      return List.copyOf(reader.extensions());
    }
  }

  /**
   * Tells whether it wants to find its place in a file: a stream would first be copied to a
   * temporary file, and a folder has none.
   */
  public boolean needsFile() {
    return false;
  }

  static void requireFile(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a directory: " + file);
    }
  }

  /** Returns the type a file is named after. */
  static Optional<Class<? extends Entry>> byName(Path file) {
    return typeNamed(file.getFileName() == null ? "" : file.getFileName().toString());
  }

  /** Returns the type that a name begins with, in the plural: {@code portraits-2024.csv}. */
  static Optional<Class<? extends Entry>> typeNamed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Entry.TYPES.stream()
        .filter(type -> lower.startsWith(Schema.of(type).name() + "s"))
        .findFirst();
  }

  /**
   * Returns the type that knows the most names of a header, when no other knows as many;
   * initiatives when none knows any.
   *
   * @param known how many each type of {@link Entry#TYPES} knows
   */
  static Optional<Class<? extends Entry>> mostKnown(List<Integer> known) {
    int most = Collections.max(known);
    if (most == 0) {
      return Optional.of(Initiative.class);
    }
    int first = known.indexOf(most);
    return first == known.lastIndexOf(most)
        ? Optional.of(Entry.TYPES.get(first))
        : Optional.empty();
  }

  /** Refuses keys chosen for a type that does not have them. */
  final void requireKeys(Class<? extends Entry> type) {
    for (MappedField field : settings.mapping().columns()) {
      if (field.isPair() && !PAIRS.contains(field.target())) {
        throw new IllegalArgumentException("not a pair of fields: " + field.target());
      }
      for (String key : field.keys()) {
        if (type != Entry.class) {
          Schema.of(type).requireField(key);
        } else if (Entry.TYPES.stream().noneMatch(t -> Schema.of(t).field(key) != null)) {
          throw new IllegalArgumentException("no field " + key + " in any record type");
        }
      }
    }
  }

  /**
   * Makes corrections in a copy of a file: see {@link #correct(Path, String, Class, Corrections,
   * Path)}; findings call the file as its path does.
   *
   * @throws IOException when the file cannot be read or the copy not written
   */
  public final Corrections.Outcome correct(
      Path file, Class<? extends Entry> type, Corrections corrections, Path copy)
      throws IOException {
    return correct(file, file.toString(), type, corrections, copy);
  }

  /**
   * Makes corrections in a copy of a file. Bytes that no correction is about stay as they are:
   * encoding, byte order mark, delimiter, quotes, line ends. Of the folder of a dataset the tables
   * and the manifest are copied. Files of CSV, JSON, GeoJSON, JSON-LD and datasets are corrected;
   * of others the outcome says that they are not.
   *
   * @param file the file, or folder
   * @param name what the findings call it
   * @param type what it was opened with
   * @param corrections what this importer, and who checked the records, found in it
   * @param copy where to write; what is there when nothing was changed does not matter
   * @return what was done, and what was not
   * @throws IOException when the file cannot be read or the copy not written
   */
  public final Corrections.Outcome correct(
      Path file, String name, Class<? extends Entry> type, Corrections corrections, Path copy)
      throws IOException {
    Corrections.Log log = new Corrections.Log();
    log.begin(name);
    correct(new CorrectedCopy(file, name, type, corrections, log, copy));
    return log.outcome();
  }

  /**
   * Copies a file, or a table of a dataset, with the texts hidden that reports must not show, so
   * that what a copy with corrections changes can be shown: what a person consented to, and what
   * stands under names of secrets, becomes {@code ***}; line breaks stay.
   *
   * @param file a file that was corrected, or the file of a table in the dataset that was
   * @param type what it was opened with
   * @param copy where to write
   * @return whether there was anything to hide; if not, what is written does not matter
   * @throws IOException when the file cannot be read or the copy not written
   */
  public boolean hide(Path file, Class<? extends Entry> type, Path copy) throws IOException {
    return false;
  }

  /** Makes corrections, if the format allows for it. */
  void correct(CorrectedCopy copy) throws IOException {
    copy.log().left(copy.own(), Corrections.Reason.FORMAT);
  }

  final ImportSettings settings() {
    return settings;
  }
}
