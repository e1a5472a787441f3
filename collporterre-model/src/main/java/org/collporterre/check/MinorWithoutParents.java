package org.collporterre.check;

import java.util.Set;
import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/**
 * A portrait of somebody under age whose parents are not known to agree, or that shows a picture.
 * The only place for a word on parents is the reference to the proof.
 */
final class MinorWithoutParents implements RecordRule {
  private static final Set<String> PARENTS =
      Set.of(
          "parent",
          "parents",
          "parental",
          "parentale",
          "parentaux",
          "mere",
          "pere",
          "tuteur",
          "tutrice",
          "legal",
          "legaux",
          "mother",
          "father",
          "guardian",
          "guardians");

  @Override
  public String code() {
    return "minor";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Portrait portrait
          && Boolean.TRUE.equals(portrait.consent().minor())) {
        if (!portrait.header().images().isEmpty()) {
          context.finding(this, row).field("images").value(null).report();
        } else if (!namesParents(portrait.consent().proof())) {
          context
              .finding(this, row)
              .field("mineur")
              .expected("consentement_preuve: parents")
              .report();
        }
      }
    };
  }

  private static boolean namesParents(@Nullable String proof) {
    if (proof != null) {
      for (String word : Folding.fold(proof).split(" ", -1)) {
        if (PARENTS.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
