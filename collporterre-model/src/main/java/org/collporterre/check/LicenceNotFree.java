package org.collporterre.check;

import java.util.Set;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetLicense;
import org.collporterre.model.Methodology;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A methodology, or the dataset itself, under a licence that forbids changes or commercial use:
 * what is free can be used, studied, changed and passed on by everybody. Of methodologies that name
 * no licence, that of the dataset is reported once.
 */
final class LicenceNotFree implements Rule {
  private static final Set<LicenseClass> NOT_FREE =
      Set.of(LicenseClass.NO_DERIVATIVES, LicenseClass.NON_COMMERCIAL);

  private static final String FREE = "CC0-1.0|CC-BY-4.0|CC-BY-SA-4.0";

  @Override
  public String code() {
    return "licence-not-free";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    DatasetDescriptor dataset = context.dataset();
    if (dataset != null) {
      dataset(context, dataset);
    }
    return row -> {
      if (row.value() instanceof Methodology methodology
          && isNotFree(methodology.sheet().license())) {
        context.finding(this, row).field("licence").expected(FREE).report();
      }
    };
  }

  private void dataset(CheckContext context, DatasetDescriptor dataset) {
    for (DatasetLicense licence : dataset.licenses()) {
      if (isNotFree(licence.name())) {
        context
            .finding(this, Location.startOf(DatasetDescriptor.FILE))
            .field("licenses")
            .value(licence.name())
            .expected(FREE)
            .report();
      }
    }
  }

  private static boolean isNotFree(@Nullable String licence) {
    return licence != null && NOT_FREE.contains(LicenseClass.of(licence));
  }
}
