package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.collporterre.check.BuiltInRules;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Mapping;
import org.collporterre.imports.Presets;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mapping that a file is read with: the one asked for, else the one that lies beside the
 * file, or in it when it is a folder.
 */
final class MappingChoice {
  private final MappingOptions options;
  private final Profile profile;
  private final FindingSink sink;
  private final Map<Path, Optional<Mapping>> read = new HashMap<>();

  private MappingChoice(MappingOptions options, Profile profile, FindingSink sink) {
    this.options = options;
    this.profile = profile;
    this.sink = sink;
  }

  /**
   * @param sink told what is wrong with mappings, and which are found
   */
  static MappingChoice of(DatasetOptions options, FindingSink sink, Session session) throws Misuse {
    MappingOptions said = options.mapping;
    if (said.file != null && said.preset != null && !said.preset.equals(Choice.OfPreset.NONE)) {
      throw session.misuse("misuse.mapping.preset");
    }
    return new MappingChoice(said, options.profile, sink);
  }

  /**
   * Returns an importer told of the mapping; empty when the mapping is wrong, which findings say.
   */
  Optional<Importer<?>> on(DatasetFile file, Importer<?> base) throws IOException {
    Importer<?> importer = options.preset == null ? base : base.without("preset-chosen");
    Optional<Mapping> preset = Optional.ofNullable(options.preset).flatMap(Presets::named);
    if (preset.isPresent()) {
      return preset.map(importer::withMapping);
    }
    Path path = options.file == null ? beside(file) : options.file;
    if (path == null) {
      return Optional.of(importer);
    }
    Optional<Mapping> mapping = read.get(path);
    if (mapping == null) {
      mapping = Mapping.read(path, sink);
      read.put(path, mapping);
      sayFound(path);
    }
    return mapping.map(importer::withMapping);
  }

  private static @Nullable Path beside(DatasetFile file) {
    if (file.isPipe()) {
      return null;
    }
    Path path = file.path();
    Path found =
        Files.isDirectory(path) ? path.resolve(Mapping.FILE) : path.resolveSibling(Mapping.FILE);
    return Files.isRegularFile(found) ? found : null;
  }

  private void sayFound(Path path) {
    Severity severity = BuiltInRules.severity("mapping-used", profile);
    if (severity != null && options.file == null) {
      String name = path.toString();
      Location place = Location.startOf(name);
      sink.report(
          new Finding(
              "mapping-used", severity, profile, place, null, null, null, name, null, null));
    }
  }
}
