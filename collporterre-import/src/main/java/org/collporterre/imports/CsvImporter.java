package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Profile;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;

/**
 * Reads CSV files (RFC 4180) in UTF-8, with or without byte order mark, delimited by comma,
 * semicolon or tab, with a header in any order: French or English keys, or the names other
 * platforms use. Lists are delimited by {@code |}. Columns that are not known are kept as
 * extensions, except those that look like secrets. Immutable and thread-safe.
 *
 * <p>Unless changed: profile {@link Profile#ECHANGE}, the standard vocabularies, and no identifiers
 * made up. Limits: a row 32 MiB, a cell 1 MiB.
 */
public final class CsvImporter {
  /** The greatest number of bytes of a row. */
  static final int MAX_ROW = 1 << 25;

  private final Profile profile;
  private final Vocabularies vocabularies;
  private final Map<String, String> chosen;
  private final boolean generatesIds;

  private CsvImporter(
      Profile profile,
      Vocabularies vocabularies,
      Map<String, String> chosen,
      boolean generatesIds) {
    this.profile = profile;
    this.vocabularies = vocabularies;
    this.chosen = chosen;
    this.generatesIds = generatesIds;
  }

  /** Returns an importer with the defaults. */
  public static CsvImporter create() {
    return new CsvImporter(Profile.ECHANGE, Vocabularies.standard(), Map.of(), false);
  }

  /** Returns this importer with another profile: it says how bad each finding is. */
  public CsvImporter withProfile(Profile other) {
    return new CsvImporter(other, vocabularies, chosen, generatesIds);
  }

  /** Returns this importer with other vocabularies; their labels are understood as codes. */
  public CsvImporter withVocabularies(Vocabularies other) {
    return new CsvImporter(profile, other, chosen, generatesIds);
  }

  /**
   * Returns this importer with a header of the caller's own.
   *
   * @param header the header as it is in the file
   * @param key the key of the field it is for; {@code latitude,longitude} for a cell of both
   */
  public CsvImporter withColumn(String header, String key) {
    Map<String, String> more = new LinkedHashMap<>(chosen);
    more.put(header.strip(), key);
    return new CsvImporter(profile, vocabularies, Collections.unmodifiableMap(more), generatesIds);
  }

  /** Returns this importer giving an identifier, made from title and place, to rows without one. */
  public CsvImporter withGeneratedIds() {
    return new CsvImporter(profile, vocabularies, chosen, true);
  }

  /**
   * Opens a file.
   *
   * @param type the type of its records
   * @param sink told what is wrong with it, now and while it is read
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a column was chosen for a key the type does not have
   */
  public <E extends Entry> EntryReader<E> open(Path file, Class<E> type, FindingSink sink)
      throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a directory: " + file);
    }
    return open(Files.newInputStream(file), file.toString(), type, sink);
  }

  /**
   * Opens a stream, which the reader closes.
   *
   * @param name what findings call it
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a column was chosen for a key the type does not have
   */
  public <E extends Entry> EntryReader<E> open(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    Schema<E> schema = Schema.of(type);
    for (String keys : chosen.values()) {
      for (String key : keys.split(",", -1)) {
        schema.requireField(key);
      }
    }
    boolean opened = false;
    try {
      CsvHead head = CsvHead.read(in, name, schema, this, sink);
      EntryReader<E> reader = new CsvReader<>(in, schema, this, head, sink);
      opened = true;
      return reader;
    } finally {
      if (!opened) {
        in.close();
      }
    }
  }

  /**
   * Returns the record type of a file, by its name when that begins with {@code initiatives},
   * {@code portraits} or {@code methodologies}, else by the header: the type that knows the most of
   * its names, when no other knows as many. A file of which no name is known counts as initiatives.
   *
   * @throws IOException when it cannot be read
   */
  public Optional<Class<? extends Entry>> detectType(Path file) throws IOException {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    for (Class<? extends Entry> type : Entry.TYPES) {
      if (lower.startsWith(Schema.of(type).name() + "s")) {
        return Optional.of(type);
      }
    }
    if (Files.isDirectory(file)) {
      throw new IOException("is a directory: " + file);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      List<Integer> known =
          CsvHead.known(in, Entry.TYPES.stream().<Schema<?>>map(Schema::of).toList(), chosen);
      int most = Collections.max(known);
      if (most == 0) {
        return Optional.of(Initiative.class);
      }
      int first = known.indexOf(most);
      return first == known.lastIndexOf(most)
          ? Optional.of(Entry.TYPES.get(first))
          : Optional.empty();
    }
  }

  Profile profile() {
    return profile;
  }

  Vocabularies vocabularies() {
    return vocabularies;
  }

  Map<String, String> chosen() {
    return chosen;
  }

  boolean generatesIds() {
    return generatesIds;
  }
}
