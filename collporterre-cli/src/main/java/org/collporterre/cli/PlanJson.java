package org.collporterre.cli;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.update.Change;
import org.collporterre.update.UpdatePlan;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the records of a dataset, as JSON; see docs/updates.md.
 *
 * @param version the version of the command
 * @param counts the number of records by kind
 * @param changes the records that do not stay as they are
 */
@JsonbPropertyOrder({"version", "counts", "changes"})
public record PlanJson(String version, Map<String, Integer> counts, List<Item> changes) {
  /** What happens to a record, see {@link Change}; {@code matchedBy} and others may be missing. */
  @JsonbPropertyOrder({"kind", "type", "id", "title", "matchedBy", "reason", "fields"})
  public record Item(
      String kind,
      String type,
      @Nullable String id,
      String title,
      @Nullable String matchedBy,
      @Nullable String reason,
      List<FieldItem> fields) {}

  /** What happens to a field, see {@link org.collporterre.update.FieldChange}; texts are whole. */
  @JsonbPropertyOrder({"field", "before", "after", "conflicting"})
  public record FieldItem(String field, String before, String after, boolean conflicting) {}

  /** Returns a plan in this form. */
  static PlanJson of(String version, UpdatePlan plan) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    plan.counts().forEach((kind, count) -> counts.put(kind.label(), count));
    List<Item> items =
        plan.changes().stream()
            .filter(change -> change.kind() != Change.Kind.UNCHANGED)
            .map(PlanJson::item)
            .toList();
    return new PlanJson(version, counts, items);
  }

  private static Item item(Change change) {
    return new Item(
        change.kind().label(),
        change.type(),
        change.id(),
        change.title(),
        change.matchedBy() == null ? null : change.matchedBy().label(),
        change.reason(),
        change.fields().stream()
            .map(f -> new FieldItem(f.field(), f.before(), f.after(), f.conflicting()))
            .toList());
  }
}
