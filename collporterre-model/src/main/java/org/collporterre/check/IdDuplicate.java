package org.collporterre.check;

import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * Two records of a type have the same identifier. The second and later ones are reported, with the
 * place of the first. Memory: the identifiers are in {@link EntryIndex}.
 */
final class IdDuplicate implements Rule {
  @Override
  public String code() {
    return "id-duplicate";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      int number = context.entries().duplicateOf();
      if (number >= 0) {
        Location first = context.entries().location(number);
        context.finding(this, row).field("id").expected(first.toString()).report();
      }
    };
  }
}
