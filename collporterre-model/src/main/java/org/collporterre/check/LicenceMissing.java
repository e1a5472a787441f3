package org.collporterre.check;

import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.model.Entry;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** A record without licence in a dataset that has none either. */
final class LicenceMissing implements ScreenedRule {
  @Override
  public String code() {
    return "licence-missing";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
  }

  @Override
  public Screen screen(CheckContext context) {
    return asked().screen(context);
  }

  @Override
  public @Nullable Check start(CheckContext context) {
    DatasetDescriptor dataset = context.dataset();
    return dataset == null || dataset.licenses().isEmpty() ? asked().start(context) : null;
  }

  private FieldMissing asked() {
    return new FieldMissing(code(), Entry.class, "licence", Severity.WARNING, Severity.ERROR);
  }
}
