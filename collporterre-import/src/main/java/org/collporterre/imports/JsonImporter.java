package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;

/**
 * Reads JSON in UTF-8, in constant memory. Native JSON: the records of a file, of an array, or one
 * alone. Each says its type by {@code type_fiche}, or stands in an array that is named by it, or is
 * of the only type asked for; records of other types are passed over. Members are named as the
 * columns of CSV are, or as child tables; names that are not known are kept as extensions. Texts
 * mean what they are: blanks, bars and words such as {@code N/A} in them are kept.
 *
 * <p>JSON of others, whose texts are read as cells of tables are: records under {@link
 * #withRecords}, or else in the first list of objects; a record a line (NDJSON), texts behind
 * record separators (RFC 7464), objects one after the other; elements of Overpass. A {@link
 * Mapping} says which members are which fields.
 *
 * <p>Limits: a record 32 MiB and 500,000 values, a text 1 MiB, nesting 512.
 */
public final class JsonImporter extends Importer<JsonImporter> {
  private JsonImporter(ImportSettings settings) {
    super(settings);
  }

  /** Returns an importer with the defaults. */
  public static JsonImporter create() {
    return new JsonImporter(ImportSettings.STANDARD);
  }

  @Override
  JsonImporter with(ImportSettings other) {
    return new JsonImporter(other);
  }

  @Override
  <E extends Entry> EntryReader<E> reader(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    InputStream utf8 = TextEncoding.json(in, name, settings(), sink);
    return new JsonReader<>(utf8, name, type, settings(), sink);
  }

  /**
   * {@inheritDoc}
   *
   * <p>That is what the mapping says, also that of the preset the file is like; any type when none
   * says one.
   */
  @Override
  public Optional<Class<? extends Entry>> detectType(Path file) throws IOException {
    requireFile(file);
    String name = file.toString();
    Findings unsaid = Findings.of(finding -> {}, settings(), null);
    try (InputStream bytes = Files.newInputStream(file);
        BufferedInputStream in =
            new BufferedInputStream(TextEncoding.json(bytes, name, settings(), finding -> {}))) {
      ImportSettings own = JsonPresets.ofRecords(in, name, Entry.class, settings(), unsaid);
      return Optional.of(own.mapping().type().orElse(Entry.class));
    }
  }

  @Override
  void correct(CorrectedCopy copy) throws IOException {
    JsonCorrector.correct(this, copy);
  }

  @Override
  public boolean hide(Path file, Class<? extends Entry> type, Path copy) throws IOException {
    return HiddenTexts.ofJson(file, settings(), copy);
  }
}
