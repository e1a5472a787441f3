package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.check.Checker;
import org.collporterre.export.DatasetWriter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.ProvenanceFile;
import org.collporterre.files.WholeFile;
import org.collporterre.imports.ProvenanceRows;
import org.collporterre.model.Entry;
import org.collporterre.report.Report;
import org.collporterre.update.Provenance;
import org.collporterre.update.UpdatePlan;

/** Where a merged dataset goes, with what says where its values come from. */
final class MergeOutput {
  private final Session session;
  private final DatasetOptions options;
  private final OutputOptions writing;
  private final Path place;

  MergeOutput(Session session, DatasetOptions options, OutputOptions writing, Path place) {
    this.session = session;
    this.options = options;
    this.writing = writing;
    this.place = place;
  }

  /** Returns what a dataset says of where its values come from: in itself, or beside it. */
  static Provenance provenance(Path path, Snapshot of, DatasetOptions options) throws IOException {
    Path beside = beside(path);
    return Files.isRegularFile(path) && Files.isRegularFile(beside)
        ? ProvenanceRows.read(beside, finding -> {})
        : options.provenance(of.dataset());
  }

  /** Returns the file beside another one: {@code a.provenance.csv} for {@code a.geojson}. */
  private static Path beside(Path path) {
    Path last = path.getFileName();
    String name = last == null ? "" : last.toString();
    int dot = name.lastIndexOf('.');
    String stem = dot < 1 ? name : name.substring(0, dot);
    return path.resolveSibling(stem + ".provenance.csv");
  }

  /** Writes everything; a file appears whole or not at all. */
  void write(
      UpdatePlan plan, Snapshot base, Snapshot incoming, Checker checker, Provenance provenance)
      throws IOException, Misuse {
    Set<Class<? extends Entry>> types = new LinkedHashSet<>(base.types());
    types.addAll(incoming.types());
    DataFormat format = writing.format(place, session);
    Class<? extends Entry> type = OutputOptions.type(format, options.type, types, session);
    Set<String> extensions = new LinkedHashSet<>();
    if (format == DataFormat.CSV) {
      extensions.addAll(base.extensions(type));
      extensions.addAll(incoming.extensions(type));
    }
    Exporter exporter =
        writing.exporter(
            format,
            List.copyOf(extensions),
            checker,
            options.descriptor(base.dataset()),
            session.phrases().locale());
    write(plan, new Output(session, place, exporter, type), provenance);
  }

  private void write(UpdatePlan plan, Output target, Provenance provenance) throws IOException {
    Report report = Report.keeping(Conversion.KEPT);
    boolean whole = false;
    try (target;
        EntryWriter<Entry> writer = target.open(report)) {
      for (Entry entry : plan.records()) {
        writer.write(entry);
      }
      if (writer instanceof DatasetWriter<Entry> dataset) {
        plan.deleted().forEach((type, ids) -> ids.forEach(id -> dataset.delete(type, id)));
        dataset.provenance(provenance);
        whole = true;
      }
      writer.commit();
      target.finish();
    }
    if (!whole && !Output.isStandard(place) && !ReportFile.isDevice(place)) {
      try (WholeFile file = WholeFile.of(beside(place))) {
        ProvenanceFile.write(provenance, file.out());
        file.commit();
      }
    }
    session.print(report.findings(), session.shell().err());
  }
}
