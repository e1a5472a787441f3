package org.collporterre.check;

import java.util.List;
import java.util.Map;
import org.collporterre.constraint.CountryCode;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.model.Territory;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A territory by a code of ISO 3166 whose country does not exist, or by that of a French region
 * before 2016. Other subdivisions are not looked up.
 */
final class IsoUnknown implements RecordRule {
  /** What people write for two countries. */
  private static final Map<String, String> COUNTRIES = Map.of("UK", "GB", "EL", "GR");

  /** The regions of before 2016; those that became a part of a larger one have no code of today. */
  private static final Map<String, String> REGIONS =
      Map.ofEntries(
          Map.entry("FR-A", ""),
          Map.entry("FR-B", ""),
          Map.entry("FR-C", ""),
          Map.entry("FR-D", ""),
          Map.entry("FR-E", "FR-BRE"),
          Map.entry("FR-F", "FR-CVL"),
          Map.entry("FR-G", ""),
          Map.entry("FR-H", "FR-20R"),
          Map.entry("FR-I", ""),
          Map.entry("FR-J", "FR-IDF"),
          Map.entry("FR-K", ""),
          Map.entry("FR-L", ""),
          Map.entry("FR-M", ""),
          Map.entry("FR-N", ""),
          Map.entry("FR-O", ""),
          Map.entry("FR-P", ""),
          Map.entry("FR-Q", ""),
          Map.entry("FR-R", "FR-PDL"),
          Map.entry("FR-S", ""),
          Map.entry("FR-T", ""),
          Map.entry("FR-U", "FR-PAC"),
          Map.entry("FR-V", ""));

  @Override
  public String code() {
    return "iso-unknown";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      Entry entry = row.value();
      if (entry instanceof Initiative initiative) {
        check(context, row, "territoires", initiative.territories());
      } else if (entry instanceof Portrait portrait) {
        check(context, row, "territoires", portrait.territories());
      } else if (entry instanceof Methodology methodology) {
        check(context, row, "adapte_pour", methodology.adaptedFor());
      }
    };
  }

  private void check(
      CheckContext context, Located<? extends Entry> row, String field, List<Territory> all) {
    for (int i = 0; i < all.size(); i++) {
      Territory territory = all.get(i);
      if (territory.kind() == Territory.Kind.ISO && isUnknown(territory.code())) {
        String known = known(territory.code());
        context
            .finding(this, row)
            .field(field)
            .value(territory.toString())
            .expected(known)
            .fix(known == null || all.size() > 1 ? null : Fix.unsafe(field, known))
            .report();
      }
    }
  }

  private static boolean isUnknown(String code) {
    String country = code.substring(0, 2);
    return !CountryCode.Validator.matches(country) || REGIONS.containsKey(code);
  }

  private static @Nullable String known(String code) {
    String region = REGIONS.getOrDefault(code, "");
    String country = COUNTRIES.getOrDefault(code.substring(0, 2), "");
    String known = country.isEmpty() ? region : country + code.substring(2);
    return known.isEmpty() ? null : "iso:" + known;
  }
}
