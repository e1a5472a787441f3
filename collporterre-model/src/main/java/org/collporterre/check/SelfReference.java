package org.collporterre.check;

import java.util.List;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;

/** A record that refers to itself: it cannot derive from, replicate or be a member of itself. */
final class SelfReference implements RecordRule {
  @Override
  public String code() {
    return "self-reference";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public FieldsCheck start(CheckContext context) {
    ChosenFields referring = new ChosenFields(field -> !field.acyclic().isEmpty());
    return (row, values) -> {
      for (Field field : referring.of(row.value())) {
        if (values[field.index()] instanceof List<?> refs && hasLoop(refs, row.value().id())) {
          context.finding(this, row).field(field.key()).report();
        }
      }
    };
  }

  private static boolean hasLoop(List<?> refs, String id) {
    for (int i = 0; i < refs.size(); i++) {
      if (((RecordRef) refs.get(i)).target().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
