package org.collporterre.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.model.Entry;
import org.collporterre.model.Portrait;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.ConsentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a person agreed to, in a dataset that says itself that it is for the public. The answer
 * alone may stay there when it allows the portrait to be shown: without it nobody could. In formats
 * that are public by themselves, readers find and leave out all of it. Once per file and column.
 */
final class ConsentExported implements Rule {
  private static final String CONSENT = "consent.";

  @Override
  public String code() {
    return "consent-exported";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public @Nullable Check start(CheckContext context) {
    DatasetDescriptor dataset = context.dataset();
    if (dataset == null || dataset.collporterre().profile() != Profile.PUBLICATION) {
      return null;
    }
    List<Field> fields =
        Schema.of(Portrait.class).fields().stream()
            .filter(field -> field.path().startsWith(CONSENT))
            .toList();
    Set<String> said = new HashSet<>();
    return row -> {
      if (row.value() instanceof Portrait) {
        for (Field field : fields) {
          if (!mayStay(field.from(row.value()))) {
            tell(context, row, field, said);
          }
        }
      }
    };
  }

  private static boolean mayStay(@Nullable Object value) {
    return value == null
        || value instanceof List<?> list && list.isEmpty()
        || value == ConsentStatus.GRANTED
        || value == ConsentStatus.NOT_REQUIRED;
  }

  private void tell(
      CheckContext context, Located<? extends Entry> row, Field field, Set<String> said) {
    if (said.add(field.key() + " " + row.origin().field(field.key()).file())) {
      context.finding(this, row).field(field.key()).report();
    } else {
      context.refuse(this);
    }
  }
}
