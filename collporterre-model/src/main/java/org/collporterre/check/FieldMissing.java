package org.collporterre.check;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field that the format asks for and the record does not have. Such fields are no constraints,
 * because how much it matters depends on the profile. A file that has no column for it gets one
 * finding, at its first record.
 *
 * @param code the rule's code
 * @param type the record type it is asked of; {@link Entry} for all
 * @param field the key of the field
 * @param echange how bad it is in profile {@code echange}
 * @param publication how bad it is in profile {@code publication}
 */
record FieldMissing(
    String code,
    Class<? extends Entry> type,
    String field,
    @Nullable Severity echange,
    @Nullable Severity publication)
    implements ScreenedRule {
  @Override
  public @Nullable Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? echange : publication;
  }

  @Override
  public Screen screen(CheckContext context) {
    ChosenFields asked = new ChosenFields(each -> each.key().equals(field));
    return (row, values) -> {
      if (!type.isInstance(row.value())) {
        return false;
      }
      Field one = asked.of(row.value())[0];
      Object value = values[one.index()];
      boolean missing = value == null || one.isList() && ((List<?>) value).isEmpty();
      return missing && !row.origin().hasText(field);
    };
  }

  @Override
  public Check start(CheckContext context) {
    MissingColumns columns = new MissingColumns();
    return row -> {
      if (columns.isNews(row, field)) {
        context.finding(this, row).field(field).report();
      } else {
        context.refuse(this);
      }
    };
  }
}
