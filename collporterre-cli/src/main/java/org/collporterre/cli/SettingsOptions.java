package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.RuleSettings;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.imports.SettingsFile;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the settings of a dataset are: in the file asked for, else in the folder of the first file
 * or folder that is read.
 */
final class SettingsOptions {
  @Option(names = "--config", paramLabel = "FILE")
  @Nullable Path file;

  @Option(names = "--no-config")
  boolean none;

  private final Report findings = Report.create();
  private DatasetSettings settings = DatasetSettings.NONE;
  private RuleSettings rules = RuleSettings.NONE;
  private @Nullable Path found;

  /** Reads the settings of a dataset; none when it has none, or they are wrong. */
  DatasetSettings read(Dataset dataset) throws IOException {
    found = none ? null : file == null ? beside(dataset.files()) : file;
    if (found != null) {
      settings =
          SettingsFile.read(found, BuiltInRules.all(), findings).orElse(DatasetSettings.NONE);
      rules = settings.ruleSettings(BuiltInRules.all());
    }
    return settings;
  }

  private static @Nullable Path beside(List<DatasetFile> files) {
    if (files.isEmpty() || files.get(0).isPipe()) {
      return null;
    }
    Path path = files.get(0).path();
    Path beside =
        Files.isDirectory(path)
            ? path.resolve(DatasetSettings.FILE)
            : path.resolveSibling(DatasetSettings.FILE);
    return Files.isRegularFile(beside) ? beside : null;
  }

  /** Returns what was read. */
  DatasetSettings settings() {
    return settings;
  }

  /** Returns what was read of rules. */
  RuleSettings rules() {
    return rules;
  }

  /** Reports what is wrong with the settings, and tells whether that is why nothing is read. */
  boolean isRefused(FindingSink sink) {
    findings.findings().forEach(sink::report);
    return !findings.isClean();
  }

  /** Returns where a file is that the settings name. */
  Path resolve(String name) {
    return found == null ? Path.of(name) : found.resolveSibling(name);
  }
}
