package org.collporterre.cms.page;

import java.io.IOException;
import java.time.LocalDate;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Losses;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;

/** Keeps records until all are there: pages name each other. */
final class CollectingWriter<E extends Entry> implements EntryWriter<E> {
  /** Writes a publication, and releases what it was to be written with. */
  interface Target {
    void write(Publication publication) throws IOException;

    void close() throws IOException;
  }

  private final Publication.Builder builder;
  private final LocalDate today;
  private final Losses losses;
  private final FindingSink sink;
  private final Target target;

  CollectingWriter(PageSettings settings, String file, FindingSink sink, Target target) {
    this.builder = settings.builder(file);
    this.today = LocalDate.now(settings.clock());
    this.losses = new Losses(file);
    this.sink = sink;
    this.target = target;
  }

  @Override
  public void write(E entry) {
    String withheld = entry.id() == null ? "id-missing" : entry.withheld(today);
    if (!withheld.isEmpty()) {
      losses.record(Schema.of(entry).name(), withheld);
    }
    builder.add(entry);
  }

  @Override
  public void commit() throws IOException {
    target.write(builder.build());
    losses.report(sink);
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
