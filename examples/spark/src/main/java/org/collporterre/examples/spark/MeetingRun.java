package org.collporterre.examples.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.collporterre.check.Checker;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.PortraitBuilder;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.PositionPrecision;
import org.jspecify.annotations.Nullable;

/** The rules at work in one meeting. */
final class MeetingRun {
  private static final String CHANGES = "modifications";

  /** A record that findings may be about. */
  private record Subject(Order order, boolean hasChanges) {}

  private final String kind;
  private final String key;
  private final Order firstPrecise;
  private final Order lastSearched;
  private final List<String> codes;
  private final Map<Location, Subject> subjects = new HashMap<>();
  private final Map<Order, Integer> unresolved = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Checker.Run run;
  private boolean ending;

  MeetingRun(Checker checker, String kind, String key, Order firstPrecise, Order lastSearched) {
    this.kind = kind;
    this.key = key;
    this.firstPrecise = firstPrecise;
    this.lastSearched = lastSearched;
    this.codes = Meeting.RULES.getOrDefault(kind, List.of());
    this.run = checker.start(this::found);
    if (kind.equals(BlockingKeys.POINT)) {
      // Whether a file is told but once depends on all records before, so it is decided later.
      run.accept(Located.of(someonePrecise()));
    }
  }

  private static Entry someonePrecise() {
    Place place = PlaceBuilder.builder().precision(PositionPrecision.EXACT).build();
    return Initiative.named("-", "-").locations(List.of(place)).build();
  }

  void accept(Row member) {
    Located<Entry> row = Facts.record(member.getStruct(5));
    if (member.getBoolean(4)) {
      Order order = new Order(member.getInt(2), member.getLong(3), 0);
      Subject subject = new Subject(order, row.origin().hasColumn(CHANGES));
      subjects.put(row.origin().record(), subject);
      for (Field field : Schema.of(row.value()).fields()) {
        subjects.put(row.origin().field(field.key()), subject);
      }
    }
    run.accept(new Located<>(ofKey(row.value()), row.origin()));
  }

  List<Row> end() {
    ending = true;
    run.close();
    return rows;
  }

  /** Leaves to the record only what this meeting is about: the rest is another meeting's. */
  private Entry ofKey(Entry entry) {
    if (kind.equals(BlockingKeys.EXTERNAL)) {
      String type = Schema.of(entry).name();
      return with(
          entry,
          entry.header().externalIds().stream()
              .filter(id -> BlockingKeys.externalKey(type, id).equals(key))
              .toList());
    } else if (kind.equals(BlockingKeys.POINT) && entry instanceof Initiative initiative) {
      List<Place> places = initiative.locations().stream().map(this::ofKey).toList();
      return InitiativeBuilder.builder(initiative).locations(places).build();
    }
    return entry;
  }

  private Place ofKey(Place place) {
    return BlockingKeys.point(place).equals(key)
        ? place
        : PlaceBuilder.builder(place).latitude(null).longitude(null).build();
  }

  private static Entry with(Entry entry, List<ExternalId> ids) {
    var header = HeaderBuilder.builder(entry.header()).externalIds(ids).build();
    if (entry instanceof Initiative initiative) {
      return InitiativeBuilder.builder(initiative).header(header).build();
    } else if (entry instanceof Portrait portrait) {
      return PortraitBuilder.builder(portrait).header(header).build();
    }
    return MethodologyBuilder.builder((Methodology) entry).header(header).build();
  }

  private void found(Finding finding) {
    Subject subject = subjects.get(finding.location());
    if (subject == null || !codes.contains(finding.code())) {
      return;
    }
    Order order = subject.order();
    rows.add(
        RowFactory.create(
            order.source(),
            order.position(),
            holds(finding),
            isOnce(finding, subject) ? finding.code() : null,
            ending ? 1 : 0,
            FindingRow.of(searched(finding, order))));
  }

  /** As a run decides it: what is found when all have passed comes too late. */
  private boolean holds(Finding finding) {
    String field = finding.field();
    return !ending
        && finding.severity() == Severity.ERROR
        && (finding.profile() == Profile.PUBLICATION
            || "id".equals(field)
            || "titre".equals(field));
  }

  private boolean isOnce(Finding finding, Subject subject) {
    return switch (finding.code()) {
      case "attribution-missing" -> CHANGES.equals(finding.field()) && !subject.hasChanges();
      case "precision-missing" -> subject.order().compareTo(firstPrecise) < 0;
      default -> false;
    };
  }

  /** One machine looks for what was meant only so long; what is beyond that gets no proposal. */
  private Finding searched(Finding finding, Order order) {
    if (!finding.code().equals("ref-unresolved")) {
      return finding;
    }
    int number = unresolved.merge(order, 1, Integer::sum);
    Order item = new Order(order.source(), order.position(), number);
    return item.compareTo(lastSearched) <= 0 ? finding : withoutProposal(finding);
  }

  private static Finding withoutProposal(Finding finding) {
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.profile(),
        finding.location(),
        finding.type(),
        finding.id(),
        finding.field(),
        finding.value(),
        targetType(finding),
        null);
  }

  private static @Nullable String targetType(Finding finding) {
    for (Class<? extends Entry> type : Entry.TYPES) {
      Field field = Schema.of(type).field(String.valueOf(finding.field()));
      if (Schema.of(type).name().equals(finding.type()) && field != null) {
        Class<? extends Entry> target = field.refersTo();
        return target == null ? null : Schema.of(target).name();
      }
    }
    return finding.expected();
  }
}
