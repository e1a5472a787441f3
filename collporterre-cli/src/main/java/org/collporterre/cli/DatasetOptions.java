package org.collporterre.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.check.Checker;
import org.collporterre.check.Rule;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.geo.Gazetteer;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Portrait;
import org.collporterre.pipeline.Pipeline;
import org.collporterre.report.Profile;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.update.Provenance;
import org.collporterre.vocabulary.Nearest;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that reads data. */
final class DatasetOptions {
  @Option(
      names = "--profile",
      converter = Choice.OfProfile.class,
      completionCandidates = Choice.OfProfile.class,
      paramLabel = "echange|publication")
  void profile(Profile asked) {
    profile = asked;
    profileSaid = true;
  }

  Profile profile = Profile.ECHANGE;
  private boolean profileSaid;

  @Mixin SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--type",
      converter = Choice.OfType.class,
      completionCandidates = Choice.OfType.class,
      paramLabel = "initiative|portrait|methodologie")
  @Nullable Class<? extends Entry> type;

  @Mixin MappingOptions mapping = new MappingOptions();

  @Option(names = "--sheet", paramLabel = "NAME")
  @Nullable String sheet;

  @Mixin DialectOptions dialect = new DialectOptions();

  @Option(names = "--fix")
  boolean repairs;

  @Option(names = "--without", split = ",", paramLabel = "CODE")
  List<String> refused = new ArrayList<>();

  @Option(names = "--no-gazetteer")
  boolean noGazetteer;

  @Option(names = "--threads", converter = Count.OfThreads.class, paramLabel = "N")
  @Nullable Integer threads;

  @Option(names = "--quiet")
  boolean quiet;

  /**
   * Returns the checker of the profile asked for, with the vocabularies that datasets bring, and
   * with what a lone dataset says of itself.
   */
  Checker checker(Dataset dataset) throws IOException {
    DatasetSettings decided = settings.read(dataset);
    if (decided.profile() != null && !profileSaid) {
      profile = decided.profile();
    }
    Checker checker = Checker.standard().withProfile(profile).with(settings.rules());
    if (decided.today() != null) {
      Instant day = decided.today().atStartOfDay(ZoneOffset.UTC).toInstant();
      checker = checker.withClock(Clock.fixed(day, ZoneOffset.UTC));
    }
    checker = checker.with(gazetteer());
    for (DatasetFile file : dataset.files()) {
      try (DatasetReader<?> reader = peek(file)) {
        if (reader != null) {
          for (Vocabulary vocabulary : reader.vocabularies().all()) {
            checker = checker.with(vocabulary);
          }
        }
      }
    }
    return checker.with(descriptor(dataset));
  }

  /** Returns what reads and checks, with as many threads as were asked for. */
  Pipeline pipeline() {
    return threads == null ? Pipeline.create() : Pipeline.create().withThreads(threads);
  }

  /** Returns what knows territories, as asked for. */
  Gazetteer gazetteer() {
    return noGazetteer ? Gazetteer.none() : FrenchGazetteer.load();
  }

  /** Returns what a dataset that is one file or folder says of itself, or null. */
  @Nullable DatasetDescriptor descriptor(Dataset dataset) throws IOException {
    if (dataset.files().size() != 1) {
      return null;
    }
    try (DatasetReader<?> reader = peek(dataset.files().get(0))) {
      return reader == null ? null : reader.descriptor().orElse(null);
    }
  }

  /** Returns what datasets among some files say of where their values come from. */
  Provenance provenance(Dataset dataset) throws IOException {
    Provenance all = Provenance.create();
    for (DatasetFile file : dataset.files()) {
      try (DatasetReader<?> reader = peek(file)) {
        if (reader != null) {
          for (Provenance.Line line : reader.provenance().lines()) {
            all.put(line.type(), line.id(), line.field(), line.origin());
          }
        }
      }
    }
    return all;
  }

  /**
   * Opens a package, or a workbook that is a dataset, for what it says of itself and before its
   * records; null for any other file. What is wrong with it is said when it is read.
   */
  private @Nullable DatasetReader<?> peek(DatasetFile file) throws IOException {
    return file.isPipe()
        ? null
        : ofSheet(file.importer())
            .openDataset(file.path(), Portrait.class, finding -> {})
            .orElse(null);
  }

  /** Returns an importer of the sheet asked for, if any was. */
  Importer<?> ofSheet(Importer<?> importer) {
    return sheet != null && importer instanceof SpreadsheetImporter workbook
        ? workbook.withSheet(sheet)
        : importer;
  }

  /** Returns an importer told all that is the same for every file. */
  Importer<?> prepared(Importer<?> base) {
    Importer<?> importer =
        dialect.on(ofSheet(base)).withProfile(profile).withRules(settings.rules());
    if (repairs) {
      importer = importer.withRepairs();
    }
    for (String code : refused) {
      importer = importer.without(code);
    }
    return importer;
  }

  /** Returns the columns chosen, key by header. */
  Map<String, String> columns(Session session) throws Misuse {
    Map<String, String> chosen = new LinkedHashMap<>();
    Set<String> keys = new HashSet<>();
    for (String column : mapping.columns) {
      // A header may hold the sign itself, a key never does.
      int sign = column.lastIndexOf('=');
      if (sign < 1) {
        throw session.misuse("misuse.column.form", column);
      }
      String key = column.substring(sign + 1).strip();
      for (String part : key.split(",", -1)) {
        requireKnown(part, session);
        if (!keys.add(part)) {
          throw session.misuse("misuse.column.twice", part);
        }
      }
      chosen.put(column.substring(0, sign), key);
    }
    return chosen;
  }

  /** Refuses codes, of what is not to be done, that no rule has; takes those of today. */
  void requireRules(Session session) throws Misuse {
    requireRules(refused, session);
  }

  /** Refuses codes that no rule has; puts those of today in the place of former ones. */
  static void requireRules(List<String> codes, Session session) throws Misuse {
    RuleNames names = RuleNames.of(session);
    List<String> current = new ArrayList<>();
    for (String code : codes) {
      Rule rule = names.find(code);
      if (rule != null) {
        current.add(rule.code());
      }
    }
    codes.clear();
    codes.addAll(current);
  }

  private static void requireKnown(String key, Session session) throws Misuse {
    if (Entry.TYPES.stream().noneMatch(type -> Schema.of(type).field(key) != null)) {
      TreeSet<String> keys = new TreeSet<>();
      for (Class<? extends Entry> type : Entry.TYPES) {
        Schema.of(type).fields().stream().map(Field::key).forEach(keys::add);
      }
      String near = Nearest.of(key, keys);
      String proposal = near == null ? "" : session.phrases().text("misuse.near", near);
      throw session.misuse("misuse.column.key", key, proposal);
    }
  }

  /**
   * Returns an importer with the columns chosen: those for keys that only other types have are not
   * its.
   */
  Importer<?> mapped(Importer<?> base, Map<String, String> chosen, Class<? extends Entry> type) {
    Importer<?> importer = base;
    for (Map.Entry<String, String> column : chosen.entrySet()) {
      boolean known = true;
      for (String key : column.getValue().split(",", -1)) {
        known &= type == Entry.class || Schema.of(type).field(key) != null;
      }
      if (known) {
        importer = importer.withColumn(column.getKey(), column.getValue());
      }
    }
    return importer;
  }
}
