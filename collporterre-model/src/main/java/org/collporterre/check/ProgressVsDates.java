package org.collporterre.check;

import org.collporterre.model.Initiative;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.Progress;

/**
 * An initiative with the date of its end that is neither ended nor suspended, or that is ended and
 * does not say since when. The date is that of the end, not of one that is planned.
 */
final class ProgressVsDates implements ScreenedRule {
  private static final String PROGRESS = "avancement";
  private static final String END = "date_fin";

  @Override
  public String code() {
    return "progress-vs-dates";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Screen screen(CheckContext context) {
    return (row, values) ->
        row.value() instanceof Initiative initiative
            && (isTooEarly(initiative)
                || initiative.progress() == Progress.ENDED
                    && initiative.endDate() == null
                    && !row.origin().hasText(END));
  }

  @Override
  public Check start(CheckContext context) {
    MissingColumns columns = new MissingColumns();
    return row -> {
      if (row.value() instanceof Initiative initiative && isTooEarly(initiative)) {
        context.finding(this, row).field(PROGRESS).expected("terminee|suspendue").report();
      } else if (columns.isNews(row, END)) {
        context.finding(this, row).field(END).report();
      }
    };
  }

  /** Tells whether an end is given of what goes on. */
  private static boolean isTooEarly(Initiative initiative) {
    return initiative.endDate() != null
        && initiative.progress() != null
        && initiative.progress() != Progress.ENDED
        && initiative.progress() != Progress.SUSPENDED;
  }
}
