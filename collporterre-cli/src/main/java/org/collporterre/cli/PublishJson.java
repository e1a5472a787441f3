package org.collporterre.cli;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.cms.connect.Outcome;
import org.collporterre.cms.connect.SiteException;
import org.collporterre.cms.connect.Step;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the records on a site, as JSON.
 *
 * @param version the version of the command
 * @param site the address of the site
 * @param applied whether it was done
 * @param counts the number of records by kind
 * @param steps each record
 * @param stopped why it went no further: {@code interrupted}, or what went wrong
 */
@JsonbPropertyOrder({"version", "site", "applied", "counts", "steps", "stopped"})
public record PublishJson(
    String version,
    String site,
    boolean applied,
    Map<String, Integer> counts,
    List<Item> steps,
    @Nullable String stopped) {
  /** What happens to a record, see {@link Step}. */
  @JsonbPropertyOrder({"kind", "type", "id", "title", "address", "reason", "detail"})
  public record Item(
      String kind,
      String type,
      String id,
      String title,
      String address,
      @Nullable String reason,
      @Nullable String detail) {}

  /** Returns an outcome in this form. */
  static PublishJson of(String version, String site, Outcome outcome) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    outcome.counts().forEach((kind, count) -> counts.put(kind.label(), count));
    List<Item> items = outcome.steps().stream().map(PublishJson::item).toList();
    return new PublishJson(
        version, site, outcome.applied(), counts, items, stopped(outcome.stopped()));
  }

  private static @Nullable String stopped(@Nullable IOException e) {
    if (e == null) {
      return null;
    }
    return e instanceof SiteException site ? site.reason().label() : "interrupted";
  }

  private static Item item(Step step) {
    return new Item(
        step.kind().label(),
        step.key().type(),
        step.key().id(),
        step.title(),
        step.address(),
        step.reason(),
        step.detail());
  }
}
