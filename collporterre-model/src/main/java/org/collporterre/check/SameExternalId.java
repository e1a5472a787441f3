package org.collporterre.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.collporterre.internal.TextHash;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Two records of a type have the same identifier in Wikidata or OpenStreetMap: an error. Two
 * initiatives of the same kind have the same SIRET or RNA number: a warning, since one association
 * may run two gardens; of different or unknown kinds, nothing. The later record is reported, with
 * the first one. Memory: 13 bytes per such identifier, of which {@value RecordValues#MOST_RECORDS}
 * are remembered: that the rest is not compared is said.
 */
final class SameExternalId implements Rule {
  private static final Set<String> OF_THINGS = Set.of("wikidata", "osm");
  private static final Set<String> OF_ORGANISATIONS = Set.of("siret", "rna");

  private final Rule forOrganisations =
      new ReportedElsewhere(code(), Severity.WARNING, Severity.WARNING);

  @Override
  public String code() {
    return "same-external-id";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return new Comparison(context);
  }

  private final class Comparison implements Check {
    private final CheckContext context;
    private @Nullable FirstRecords first = new FirstRecords();

    Comparison(CheckContext context) {
      this.context = context;
    }

    @Override
    public void entry(Located<? extends Entry> row) {
      EntryIndex entries = context.entries();
      if (first == null || entries.duplicateOf() >= 0) {
        return;
      }
      if (first.size() >= RecordValues.MOST_RECORDS) {
        first = null;
        String most = String.valueOf(RecordValues.MOST_RECORDS);
        context.finding(ProbableDuplicate.NOT_SEARCHED, row).expected(most).report();
        return;
      }
      int number = entries.size() - 1;
      List<ExternalId> ids = row.value().header().externalIds();
      for (int i = 0; i < ids.size(); i++) {
        ExternalId id = ids.get(i);
        String key = key(row, id);
        int other = key == null ? number : first.putIfAbsent(TextHash.of(key), number);
        if (other != number) {
          context
              .finding(
                  OF_THINGS.contains(id.scheme()) ? SameExternalId.this : forOrganisations, row)
              .field("identifiants_externes")
              .value(id.toString())
              .expected(entries.id(other))
              .report();
        }
      }
    }
  }

  /** Returns what two records must not have in common, or null. */
  private static @Nullable String key(Located<? extends Entry> row, ExternalId id) {
    String name = id.scheme() + ':' + id.value().replace(" ", "").toLowerCase(Locale.ROOT);
    if (OF_THINGS.contains(id.scheme())) {
      return Schema.of(row.value()).name() + ' ' + name;
    }
    return OF_ORGANISATIONS.contains(id.scheme())
            && row.value() instanceof Initiative initiative
            && initiative.kind() != null
        ? initiative.kind() + ' ' + name
        : null;
  }
}
