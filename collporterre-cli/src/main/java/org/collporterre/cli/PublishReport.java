package org.collporterre.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.cms.connect.Outcome;
import org.collporterre.cms.connect.Step;
import org.collporterre.cms.connect.Step.Kind;
import org.collporterre.reports.Phrases;

/** What happens to the records on a site, for people. */
final class PublishReport {
  private final Phrases phrases;
  private final Outcome outcome;

  PublishReport(Phrases phrases, Outcome outcome) {
    this.phrases = phrases;
    this.outcome = outcome;
  }

  /** Prints how many records there are of each kind, then each that does not stay as it is. */
  void text(PrintStream out) {
    out.println(counts());
    for (Step step : outcome.steps()) {
      if (step.kind() != Kind.UNCHANGED || step.reason() != null) {
        out.println(mark(step.kind()) + " " + name(step) + note(step));
      }
    }
  }

  private String counts() {
    List<String> counts = new ArrayList<>();
    Map<Kind, Integer> found = outcome.counts();
    for (Kind kind : Kind.values()) {
      int count = found.getOrDefault(kind, 0);
      if (count > 0 || kind == Kind.CREATED || kind == Kind.UPDATED) {
        counts.add(phrases.count("publish." + kind.label(), count));
      }
    }
    return String.join(", ", counts);
  }

  private static char mark(Kind kind) {
    return switch (kind) {
      case CREATED -> '+';
      case UPDATED -> '~';
      case UNCHANGED -> '=';
      case WITHDRAWN -> '-';
      case CONFLICTING, FAILED -> '!';
      case EDITED, MISSING, WITHHELD -> '?';
    };
  }

  private String name(Step step) {
    String title = PlainText.line(step.title());
    String id = PlainText.line(step.key().id());
    return title.isEmpty() ? id : id + " " + phrases.text("plan.title", title);
  }

  private String note(Step step) {
    StringBuilder note = new StringBuilder();
    String reason = step.reason();
    String detail = step.detail();
    if (reason != null) {
      note.append(" (").append(reason(reason));
      note.append(detail == null || detail.isEmpty() ? "" : " : " + PlainText.line(detail));
      note.append(')');
    } else if (step.kind() == Kind.EDITED) {
      note.append(" (").append(reason("edited")).append(')');
    }
    if (!step.address().isEmpty()) {
      note.append(' ').append(PlainText.line(step.address()));
    }
    return note.toString();
  }

  /** Other reasons are the codes of rules. */
  private String reason(String reason) {
    String key = "publish.reason." + reason;
    return phrases.bundle().containsKey(key) ? phrases.text(key) : reason;
  }
}
