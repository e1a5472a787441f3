package org.collporterre.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A record under another licence than the dataset it is in: who takes the dataset as a whole may
 * miss it. Each other licence is reported once in a file, at the first record that has it. Nothing
 * is said where the dataset names no licence.
 */
final class LicenceMixed implements Rule {
  @Override
  public String code() {
    return "licence-mixed";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.INFO : Severity.WARNING;
  }

  @Override
  public @Nullable Check start(CheckContext context) {
    DatasetDescriptor dataset = context.dataset();
    Set<String> licences = new LinkedHashSet<>();
    if (dataset != null) {
      dataset.licenses().forEach(licence -> licences.add(licence.name()));
    }
    if (licences.isEmpty()) {
      return null;
    }
    String expected = String.join("|", licences);
    Map<String, Set<String>> said = new HashMap<>();
    return row -> {
      String licence = row.value().sheet().license();
      if (licence != null
          && !licences.contains(licence)
          && said.computeIfAbsent(row.origin().record().file(), file -> new HashSet<>())
              .add(licence)) {
        context.finding(this, row).field("licence").expected(expected).report();
      }
    };
  }
}
