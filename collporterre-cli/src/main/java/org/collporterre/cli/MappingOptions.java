package org.collporterre.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the texts of fields come from. */
final class MappingOptions {
  @Option(names = "--column", paramLabel = "SOURCE=KEY")
  List<String> columns = new ArrayList<>();

  @Option(names = "--mapping", paramLabel = "FILE")
  @Nullable Path file;

  @Option(
      names = "--preset",
      converter = Choice.OfPreset.class,
      completionCandidates = Choice.OfPreset.class,
      paramLabel = "NAME|none")
  @Nullable String preset;
}
