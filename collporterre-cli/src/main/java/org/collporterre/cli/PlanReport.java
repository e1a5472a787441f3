package org.collporterre.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.reports.Phrases;
import org.collporterre.update.Change;
import org.collporterre.update.Change.Kind;
import org.collporterre.update.FieldChange;
import org.collporterre.update.UpdatePlan;

/** What happens to the records of a dataset, for people: as text or as a Markdown table. */
final class PlanReport {
  private final Phrases phrases;
  private final UpdatePlan plan;

  PlanReport(Phrases phrases, UpdatePlan plan) {
    this.phrases = phrases;
    this.plan = plan;
  }

  /** Prints how many records there are of each kind, then each that does not stay as it is. */
  void text(PrintStream out) {
    out.println(counts());
    for (Change change : plan.changes()) {
      if (change.kind() != Kind.UNCHANGED) {
        out.println(mark(change.kind()) + " " + name(change) + note(change));
        for (FieldChange field : change.fields()) {
          out.println("    " + text(field));
        }
      }
    }
  }

  /** Prints the same as a Markdown table with a row per record and field. */
  void markdown(PrintStream out) {
    out.println(PlainText.markdown(counts()));
    out.println();
    List<String> head = new ArrayList<>();
    for (String column : List.of("kind", "record", "field", "before", "after")) {
      head.add(phrases.text("plan.column." + column));
    }
    row(out, head);
    out.println("|---|---|---|---|---|");
    for (Change change : plan.changes()) {
      if (change.kind() != Kind.UNCHANGED) {
        rows(out, change);
      }
    }
  }

  private void rows(PrintStream out, Change change) {
    String kind = phrases.text("plan.kind." + change.kind().label()) + note(change);
    if (change.fields().isEmpty()) {
      row(out, List.of(PlainText.markdown(kind), cell(change), "", "", ""));
    }
    for (FieldChange field : change.fields()) {
      row(
          out,
          List.of(
              PlainText.markdown(kind),
              cell(change),
              PlainText.markdown(field.field()),
              PlainText.markdown(field.before()),
              PlainText.markdown(field.after())));
    }
  }

  private String cell(Change change) {
    return PlainText.markdown(id(change)) + " " + PlainText.markdown(quoted(change));
  }

  private static void row(PrintStream out, List<String> cells) {
    out.println("| " + String.join(" | ", cells) + " |");
  }

  /** Returns the line of counts; kinds without a record are left out, but for the first ones. */
  String counts() {
    List<String> counts = new ArrayList<>();
    for (Map.Entry<Kind, Integer> count : plan.counts().entrySet()) {
      boolean usual = count.getKey() == Kind.CREATED || count.getKey() == Kind.UPDATED;
      if (usual || count.getValue() > 0) {
        counts.add(phrases.count("plan." + count.getKey().label(), count.getValue()));
      }
    }
    return String.join(", ", counts);
  }

  private static char mark(Kind kind) {
    return switch (kind) {
      case CREATED, RESTORED -> '+';
      case UPDATED -> '~';
      case DELETED -> '-';
      case CONFLICTING -> '!';
      case MISSING -> '?';
      case UNCHANGED -> '=';
    };
  }

  private String name(Change change) {
    return id(change) + (change.title().isEmpty() ? "" : " " + quoted(change));
  }

  private static String id(Change change) {
    String id = change.id();
    return id == null ? "—" : PlainText.line(id);
  }

  private String quoted(Change change) {
    String title = PlainText.line(change.title());
    return title.isEmpty() ? "" : phrases.text("plan.title", title);
  }

  private String note(Change change) {
    String reason = change.reason();
    if (change.kind() == Kind.CONFLICTING && reason != null) {
      return " (" + phrases.text("plan.reason." + reason) + ")";
    }
    return change.matchedBy() == null || change.matchedBy().label().equals("id")
        ? ""
        : " (" + phrases.text("plan.matched", change.matchedBy().label()) + ")";
  }

  private String text(FieldChange field) {
    return phrases.text(
        field.conflicting() ? "plan.conflict" : "plan.change",
        PlainText.line(field.field()),
        shown(field.before()),
        shown(field.after()));
  }

  private String shown(String text) {
    return text.isEmpty() ? phrases.text("plan.nothing") : PlainText.line(text);
  }
}
