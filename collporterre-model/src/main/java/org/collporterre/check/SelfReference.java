package org.collporterre.check;

import java.util.List;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

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
  public Check start(CheckContext context) {
    return row -> {
      for (Field field : Schema.of(row.value()).references()) {
        if (!field.acyclic().isEmpty()
            && field.from(row.value()) instanceof List<?> refs
            && !refs.isEmpty()
            && refs.stream().anyMatch(ref -> ((RecordRef) ref).target().equals(row.value().id()))) {
          context.finding(this, row).field(field.key()).report();
        }
      }
    };
  }
}
