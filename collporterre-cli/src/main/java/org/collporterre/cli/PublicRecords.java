package org.collporterre.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.cms.connect.Content;
import org.collporterre.cms.connect.PublicRow;
import org.collporterre.cms.connect.RecordKey;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.Publication;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.report.Severity;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** The records of a dataset that may be published, and those that must not be on a site. */
final class PublicRecords {
  /** Why a record with errors is not published. */
  private static final String REFUSED = "not-passing";

  /** Why a record that the dataset says is deleted is not published. */
  private static final String DELETED = "deleted";

  private final Reading reading;
  private final Checker checker;
  private final @Nullable Class<? extends Entry> only;
  private final List<PublicRow> rows = new ArrayList<>();
  private final Map<RecordKey, String> withheld = new LinkedHashMap<>();
  private final Set<RecordKey> seen = new LinkedHashSet<>();
  private final Publication.Builder publication;
  private int refused;

  private PublicRecords(
      Reading reading, Checker checker, @Nullable Class<? extends Entry> only, String title) {
    this.reading = reading;
    this.checker = checker;
    this.only = only;
    this.publication =
        Publication.titled(title, checker.today())
            .with(checker.vocabularies())
            .with(checker.gazetteer());
  }

  /** Reads a dataset; identifiers are not made up, as the site would keep them. */
  static PublicRecords read(
      Session session,
      DatasetOptions options,
      Dataset dataset,
      Checker checker,
      FindingSink sink,
      Interruption interruption)
      throws IOException, Misuse {
    Reading reading = Reading.of(session, options, checker, dataset, sink, interruption);
    String title = String.valueOf(dataset.files().get(0).path().getFileName());
    PublicRecords records = new PublicRecords(reading, checker, options.type, title);
    try (Checker.Run run = checker.with(options.descriptor(dataset)).start(sink)) {
      reading.readAll(run, (row, passes, from) -> records.add(row.value(), passes));
    }
    reading
        .deleted()
        .forEach((type, ids) -> ids.forEach(id -> records.delete(Schema.of(type).name(), id)));
    return records;
  }

  private void add(Entry entry, boolean passes) {
    Class<? extends Entry> type = only;
    if (type != null && !type.isInstance(entry)) {
      return;
    }
    String id = entry.id();
    RecordKey key = new RecordKey(Schema.of(entry).name(), id == null ? "" : id);
    String reason = passes && seen.add(key) ? entry.withheld(checker.today()) : REFUSED;
    if (reason.equals(REFUSED)) {
      refused++;
    }
    if (reason.isEmpty()) {
      rows.add(PublicRow.of(entry));
      publication.add(entry);
    } else if (!key.id().isEmpty()) {
      withheld.putIfAbsent(key, reason);
    }
  }

  private void delete(String type, String id) {
    RecordKey key = new RecordKey(type, id);
    if (!seen.contains(key)) {
      withheld.putIfAbsent(key, DELETED);
    }
  }

  /** Returns what may be published, in order. */
  List<PublicRow> rows() {
    return rows;
  }

  /** Returns what must not be on a site, with the reason. */
  Map<RecordKey, String> withheld() {
    return withheld;
  }

  /** Returns the names of the record types that are read. */
  Set<String> types() {
    Set<String> names = new LinkedHashSet<>();
    Class<? extends Entry> type = only;
    Set<Class<? extends Entry>> types = type == null ? reading.types() : Set.of(type);
    for (Class<? extends Entry> one : Entry.TYPES) {
      if (types.contains(one) || types.contains(Entry.class)) {
        names.add(Schema.of(one).name());
      }
    }
    return names;
  }

  /** Returns how many records have errors. */
  int refused() {
    return refused;
  }

  /** Tells whether not everything could be read. */
  boolean isStopped() {
    return reading.stopped() || reading.isRefused();
  }

  /** Returns what records look like in a post, in French as the records are. */
  Content content() {
    Fragments fragments =
        Fragments.of(publication.build(), Locale.FRENCH).withoutScripts().withHeading(3);
    return fragments::sheet;
  }

  /** Tells how many values of which fields are not published, as exports do. */
  void tellLosses(Session session, DatasetOptions options, String address) {
    Map<String, Integer> counts = new TreeMap<>();
    for (PublicRow row : rows) {
      row.lost().forEach(key -> counts.merge(row.key().type() + "/" + key, 1, Integer::sum));
    }
    Severity severity = BuiltInRules.severity("export-loss", options.profile);
    if (severity != null && !options.quiet) {
      List<Finding> told = new ArrayList<>();
      counts.forEach((key, count) -> told.add(loss(key, count, severity, options, address)));
      session.print(told, session.shell().err());
    }
  }

  private static Finding loss(
      String key, int count, Severity severity, DatasetOptions options, String address) {
    int slash = key.indexOf('/');
    return new Finding(
        "export-loss",
        severity,
        options.profile,
        Location.startOf(address),
        key.substring(0, slash),
        null,
        key.substring(slash + 1),
        Integer.toString(count),
        null,
        null);
  }
}
