package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.export.lineage.LineageFormat;
import org.collporterre.export.lineage.LineageOptions;
import org.collporterre.geo.TerritoryNames;
import org.collporterre.lineage.EdgeKind;
import org.collporterre.lineage.ExcerptChoice;
import org.collporterre.lineage.Lineage;
import org.collporterre.lineage.LineageBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.report.Report;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what was made from what among the records of a dataset, or draws it. */
@Command(name = "lineage")
final class LineageCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin DatasetOptions options = new DatasetOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT")
  @Nullable Path output;

  @Option(names = "--root", paramLabel = "ID")
  @Nullable String root;

  @Option(names = "--family", paramLabel = "ID")
  @Nullable String family;

  @Option(
      names = "--kinds",
      split = ",",
      converter = Choice.OfEdge.class,
      completionCandidates = Choice.OfEdge.class,
      paramLabel = "derive_de|replique_de|applique|membre_de|documente")
  List<EdgeKind> kinds = new ArrayList<>();

  @Option(names = "--most", paramLabel = "N")
  @Nullable Integer most;

  @Option(names = "--drafts")
  boolean drafts;

  @Option(names = "--base-uri", paramLabel = "URI")
  @Nullable String baseUri;

  LineageCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    Dataset dataset = Dataset.of(paths, session);
    LineageFormat format = output == null ? null : format(output);
    requireSense(dataset);
    DatasetDescriptor descriptor = options.descriptor(dataset);
    LineageBuilder builder = Lineage.builder().license(license(descriptor));
    try (Interruption interruption = Interruption.watch(session)) {
      Report report = Report.keeping(Conversion.KEPT);
      Checker checker = options.checker(dataset);
      Reading reading = Reading.withIds(session, options, checker, dataset, report, interruption);
      try (Checker.Run run = checker.start(report)) {
        reading.readAll(run, (row, passes, from) -> add(row.value(), builder));
      }
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      DiffCommand.tell(session, options, report, null);
      if (reading.isRefused() || reading.stopped()) {
        throw session.misuse("lineage.stopped");
      }
      write(builder.build(), dataset, format, descriptor);
      return Exit.CLEAN;
    }
  }

  /** Drafts are for those who write them; a picture is for the public. */
  private void add(Entry entry, LineageBuilder builder) {
    boolean shown = drafts || output == null || entry.withheld(LocalDate.EPOCH).isEmpty();
    boolean asked = options.type == null || options.type.isInstance(entry);
    if (shown && asked) {
      builder.add(entry);
    }
  }

  private LineageFormat format(Path place) throws Misuse {
    LineageFormat format = LineageFormat.of(place.toString());
    if (format == null) {
      throw session.misuse("lineage.format", place);
    }
    return format;
  }

  private void requireSense(Dataset dataset) throws IOException, Misuse {
    if (output != null) {
      ReportFile.requirePlace(output, false, dataset, session);
    }
    if (baseUri != null && !FormatBlock.isBaseUri(baseUri)) {
      throw session.misuse("misuse.base", baseUri);
    }
    if (most != null && most < 1) {
      throw session.misuse("lineage.most", most);
    }
  }

  private static @Nullable String license(@Nullable DatasetDescriptor descriptor) {
    return descriptor == null || descriptor.licenses().isEmpty()
        ? null
        : descriptor.licenses().get(0).name();
  }

  private void write(
      Lineage lineage,
      Dataset dataset,
      @Nullable LineageFormat format,
      @Nullable DatasetDescriptor descriptor)
      throws IOException, Misuse {
    requireKnown(root, lineage);
    requireKnown(family, lineage);
    LineageOptions drawing =
        LineageOptions.in(session.phrases().locale())
            .withNames(TerritoryNames.of(options.gazetteer(), session.phrases().locale())::name)
            .withChoice(choice(format));
    Path place = output;
    if (place == null || format == null) {
      new LineageReport(session, lineage, drawing).print(session.shell().out());
      return;
    }
    String said = descriptor == null ? null : descriptor.collporterre().baseUri();
    drawing = drawing.withBaseUri(baseUri == null ? said : baseUri);
    drawing = drawing.withTitle(descriptor == null ? null : descriptor.title());
    try (ReportFile file = ReportFile.at(place, dataset, session)) {
      format.write(lineage, drawing, file.out());
      file.commit();
    }
  }

  /** A program reads all of it; a picture that nobody can read is of no use. */
  private ExcerptChoice choice(@Nullable LineageFormat format) {
    ExcerptChoice choice = ExcerptChoice.USUAL.withRoot(root).withFamily(family);
    if (most != null) {
      choice = choice.withMost(most);
    } else if (format == LineageFormat.JSON) {
      choice = choice.withMost(Integer.MAX_VALUE);
    }
    return kinds.isEmpty() ? choice : choice.withKinds(EnumSet.copyOf(kinds));
  }

  private void requireKnown(@Nullable String id, Lineage lineage) throws Misuse {
    if (id != null
        && Stream.of(Methodology.class, Initiative.class)
            .allMatch(type -> lineage.node(Schema.of(type).name(), id) == null)) {
      throw session.misuse("lineage.unknown", PlainText.line(id));
    }
  }
}
