package org.collporterre.cli;

import java.nio.file.Path;
import java.util.List;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.export.PackageExporter;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how records are written. */
final class OutputOptions {
  @Option(
      names = "--to",
      converter = Choice.OfFormat.class,
      completionCandidates = Choice.OfFormat.class,
      paramLabel = "geojson|jsonld|json|csv|xlsx|zip|package")
  @Nullable DataFormat to;

  @Option(names = "--detail")
  boolean detail;

  @Option(names = "--excel")
  boolean excel;

  @Option(names = "--base-uri", paramLabel = "URI")
  @Nullable String baseUri;

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
    if (format == DataFormat.PACKAGE && Output.isStandard(output)) {
      throw session.misuse("misuse.output.package");
    }
    return format;
  }

  /**
   * Returns what writes a format as the options say.
   *
   * @param extensions columns that the format does not know, for CSV
   * @param vocabularies the vocabularies in force
   * @param descriptor what the dataset says of itself, or null
   */
  Exporter exporter(
      DataFormat format,
      List<String> extensions,
      Vocabularies vocabularies,
      @Nullable DatasetDescriptor descriptor) {
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
        CsvExporter plain = CsvExporter.create().withExtensions(extensions);
        yield excel ? plain.withExcelPreset() : plain;
      }
      case JSON -> JsonExporter.create();
      case XLSX -> packages(vocabularies, descriptor).asWorkbook();
      case ZIP -> packages(vocabularies, descriptor).asZip();
      case PACKAGE -> packages(vocabularies, descriptor).asDirectory();
    };
  }

  private static PackageExporter packages(
      Vocabularies vocabularies, @Nullable DatasetDescriptor descriptor) {
    PackageExporter plain = PackageExporter.create().withVocabularies(vocabularies);
    return descriptor == null ? plain : plain.withDescriptor(descriptor);
  }
}
