package org.collporterre.check;

import java.util.Set;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetLicense;
import org.collporterre.model.Entry;
import org.collporterre.model.Methodology;
import org.collporterre.report.Located;
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
    return new Check() {
      private @Nullable String file;

      @Override
      public void entry(Located<? extends Entry> row) {
        file = file == null ? row.origin().record().file() : file;
        if (row.value() instanceof Methodology methodology
            && isNotFree(methodology.sheet().license())) {
          context.finding(LicenceNotFree.this, row).field("licence").expected(FREE).report();
        }
      }

      @Override
      public void end() {
        DatasetDescriptor dataset = context.dataset();
        if (dataset != null) {
          report(context, dataset, manifest(file == null ? "" : file));
        }
      }
    };
  }

  private void report(CheckContext context, DatasetDescriptor dataset, Location place) {
    for (DatasetLicense licence : dataset.licenses()) {
      if (isNotFree(licence.name())) {
        context
            .finding(this, place)
            .field("licenses")
            .value(licence.name())
            .expected(FREE)
            .report();
      }
    }
  }

  /** A package has its manifest beside its tables; a workbook holds both. */
  private static Location manifest(String file) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    return Location.startOf(
        file.isEmpty() || file.endsWith(".csv") ? folder + DatasetDescriptor.FILE : file);
  }

  private static boolean isNotFree(@Nullable String licence) {
    return licence != null && NOT_FREE.contains(LicenseClass.of(licence));
  }
}
