package org.collporterre.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how a file is written, instead of having it found out. */
final class DialectOptions {
  /** The encodings that are usual; any other that Java knows is taken too. */
  private static final String USUAL =
      "UTF-8, UTF-16, windows-1252, ISO-8859-1, ISO-8859-15, x-MacRoman, IBM850";

  /** Takes the name of an encoding, in any case, or an alias. */
  static final class CharsetName implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        throw new TypeConversionException(USUAL);
      }
    }
  }

  /** Takes JSON Pointers. */
  static final class OfPointer implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      try {
        JsonImporter.create().withRecords(text);
        return text;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("/data, /data/*");
      }
    }
  }

  @Option(names = "--charset", converter = CharsetName.class, paramLabel = "NAME")
  @Nullable Charset charset;

  @Option(names = "--delimiter", converter = Choice.OfDelimiter.class, paramLabel = "CHAR|TAB")
  @Nullable Character delimiter;

  @Option(names = "--skip-lines", converter = Count.OfLines.class, paramLabel = "N")
  @Nullable Integer skippedLines;

  @Option(names = "--no-header")
  boolean noHeader;

  @Option(names = "--crs", converter = KnownCrs.class, paramLabel = "EPSG:N")
  @Nullable String crs;

  /** A reference system that importers know. */
  static final class KnownCrs implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
      try {
        CsvImporter.create().withCrs(name);
        return name;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("EPSG:2154, EPSG:3857, EPSG:32631…");
      }
    }
  }

  @Option(names = "--records", converter = OfPointer.class, paramLabel = "POINTER")
  @Nullable String records;

  /** Returns an importer told what was said. */
  Importer<?> on(Importer<?> base) {
    Importer<?> importer = base;
    if (charset != null) {
      importer = importer.withCharset(charset);
    }
    if (delimiter != null) {
      importer = importer.withDelimiter(delimiter);
    }
    if (skippedLines != null) {
      importer = importer.withSkippedLines(skippedLines);
    }
    if (noHeader) {
      importer = importer.withoutHeader();
    }
    if (records != null) {
      importer = importer.withRecords(records);
    }
    return crs == null ? importer : importer.withCrs(crs);
  }
}
