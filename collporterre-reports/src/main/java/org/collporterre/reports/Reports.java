package org.collporterre.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collporterre.reports.page.HtmlPage;

/** The forms of reports: one line each. */
public final class Reports {
  private static final List<ReportRenderer> ALL =
      List.of(
          TextReport.create(),
          new JsonReport(),
          new SarifReport(),
          new GitHubReport(),
          new GitLabReport(),
          new JUnitReport(),
          new MarkdownReport(),
          new HtmlReport());

  private Reports() {}

  /** Returns all forms. */
  public static List<ReportRenderer> all() {
    return ALL;
  }

  /** Returns the JSON Schema (draft 2020-12) of the report {@code json}. */
  public static String jsonSchema() {
    return HtmlPage.resource(Reports.class, "report.schema.json");
  }

  /** Returns the form of a name. */
  public static Optional<ReportRenderer> named(String name) {
    return ALL.stream().filter(form -> form.name().equals(name)).findFirst();
  }

  /** Returns the form that the name of a file means by its ending. */
  public static Optional<ReportRenderer> forFile(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(form -> lower.endsWith(form.ending())).findFirst();
  }
}
