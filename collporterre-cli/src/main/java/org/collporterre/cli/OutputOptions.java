package org.collporterre.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.collporterre.check.Checker;
import org.collporterre.cms.page.PageExporter;
import org.collporterre.cms.page.SiteExporter;
import org.collporterre.cms.page.Tiles;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.export.PackageExporter;
import org.collporterre.model.Entry;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how records are written. */
final class OutputOptions {
  @Option(
      names = "--to",
      converter = Choice.OfFormat.class,
      completionCandidates = Choice.OfFormat.class,
      paramLabel = "geojson|jsonld|json|csv|xlsx|zip|package|html|site")
  @Nullable DataFormat to;

  @Option(names = "--detail")
  boolean detail;

  @Option(names = "--excel")
  boolean excel;

  @Option(names = "--base-uri", paramLabel = "URI")
  @Nullable String baseUri;

  @Option(names = "--tiles", paramLabel = "URL")
  @Nullable String tiles;

  @Option(names = "--attribution", paramLabel = "TEXT")
  @Nullable String attribution;

  /** Returns the format to write into a place; refuses what cannot go there. */
  DataFormat format(Path output, Session session) throws Misuse {
    DataFormat format = to == null ? DataFormat.of(output) : to;
    if (format == null) {
      throw session.misuse("misuse.output.format", output);
    }
    if (excel && format != DataFormat.CSV) {
      throw session.misuse("misuse.excel", format.word());
    }
    if (baseUri != null && !FormatBlock.isBaseUri(baseUri)) {
      throw session.misuse("misuse.base", baseUri);
    }
    if (format.isFolder() && Output.isStandard(output)) {
      throw session.misuse("misuse.output.package");
    }
    requireTiles(format, session);
    return format;
  }

  /**
   * Returns the type to write records as: the one asked for, else that of all, else any; refuses a
   * table of records of several types.
   *
   * @param asked the type asked for, or null
   * @param found the types there are
   */
  static Class<? extends Entry> type(
      DataFormat format,
      @Nullable Class<? extends Entry> asked,
      Set<Class<? extends Entry>> found,
      Session session)
      throws Misuse {
    Class<? extends Entry> type = asked;
    if (type == null) {
      type = found.size() == 1 ? found.iterator().next() : Entry.class;
    }
    if (format == DataFormat.CSV && type == Entry.class) {
      throw session.misuse("misuse.output.type");
    }
    return type;
  }

  private void requireTiles(DataFormat format, Session session) throws Misuse {
    boolean page = format == DataFormat.HTML || format == DataFormat.SITE;
    if ((tiles != null || attribution != null) && !page) {
      throw session.misuse("misuse.tiles.format", format.word());
    } else if (tiles != null && (attribution == null || !Tiles.isValid(tiles, attribution))) {
      throw session.misuse("misuse.tiles", tiles);
    }
  }

  private @Nullable Tiles tiles() {
    return tiles == null || attribution == null ? null : new Tiles(tiles, attribution);
  }

  /**
   * Returns what writes a format as the options say.
   *
   * @param extensions columns that the format does not know and that a table has even when they are
   *     empty
   * @param checker knows the vocabularies in force, the territories and the day
   * @param descriptor what the dataset says of itself, or null
   * @param locale the language of pages
   */
  Exporter exporter(
      DataFormat format,
      List<String> extensions,
      Checker checker,
      @Nullable DatasetDescriptor descriptor,
      Locale locale) {
    Vocabularies vocabularies = checker.vocabularies();
    return switch (format) {
      case GEOJSON -> {
        GeoJsonExporter plain = GeoJsonExporter.create();
        yield detail ? plain.withDetail() : plain;
      }
      case JSONLD -> {
        JsonLdExporter plain = JsonLdExporter.create().withVocabularies(vocabularies);
        String said = descriptor == null ? null : descriptor.collporterre().baseUri();
        String base = baseUri == null ? said : baseUri;
        yield base == null ? plain : plain.withBaseUri(base);
      }
      case CSV -> {
        CsvExporter plain = CsvExporter.create().withExtensions(extensions).withAllExtensions();
        yield excel ? plain.withExcelPreset() : plain;
      }
      case JSON -> JsonExporter.create();
      case XLSX -> packages(vocabularies, descriptor).asWorkbook();
      case ZIP -> packages(vocabularies, descriptor).asZip();
      case PACKAGE -> packages(vocabularies, descriptor).asDirectory();
      case HTML ->
          PageExporter.create()
              .withLocale(locale)
              .withTiles(tiles())
              .withDescriptor(descriptor)
              .withVocabularies(vocabularies)
              .withGazetteer(checker.gazetteer())
              .withClock(clock(checker));
      case SITE ->
          SiteExporter.create()
              .withLocale(locale)
              .withTiles(tiles())
              .withBaseUri(baseUri)
              .withDescriptor(descriptor)
              .withVocabularies(vocabularies)
              .withGazetteer(checker.gazetteer())
              .withClock(clock(checker));
    };
  }

  private static Clock clock(Checker checker) {
    return Clock.fixed(checker.today().atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
  }

  private static PackageExporter packages(
      Vocabularies vocabularies, @Nullable DatasetDescriptor descriptor) {
    PackageExporter plain = PackageExporter.create().withVocabularies(vocabularies);
    return descriptor == null ? plain : plain.withDescriptor(descriptor);
  }
}
