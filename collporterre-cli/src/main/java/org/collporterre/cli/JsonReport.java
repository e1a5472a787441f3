package org.collporterre.cli;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.check.Census;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.eclipse.yasson.JsonBindingProvider;
import org.jspecify.annotations.Nullable;

/**
 * A report for programs.
 *
 * @param version the version of the command that made it
 * @param profile the profile the data was judged in
 * @param summary the counts, of everything
 * @param findings the findings kept, in file order
 */
@JsonbPropertyOrder({"version", "profile", "summary", "findings"})
public record JsonReport(String version, String profile, Summary summary, List<Item> findings) {
  /**
   * The counts.
   *
   * @param records records by type
   * @param located initiatives with a valid position
   * @param unlocated initiatives without
   * @param findings findings by severity
   * @param byRule findings by rule, kept or not
   */
  @JsonbPropertyOrder({"records", "located", "unlocated", "findings", "byRule"})
  public record Summary(
      Map<String, Integer> records,
      int located,
      int unlocated,
      Map<String, Integer> findings,
      Map<String, Integer> byRule) {}

  /** A finding, see {@link org.collporterre.report.Finding}, with its sentences. */
  @JsonbPropertyOrder({
    "code",
    "severity",
    "profile",
    "file",
    "line",
    "column",
    "pointer",
    "type",
    "id",
    "field",
    "value",
    "expected",
    "fix",
    "message",
    "messageFr",
    "messageEn"
  })
  public record Item(
      String code,
      String severity,
      String profile,
      String file,
      int line,
      int column,
      @Nullable String pointer,
      @Nullable String type,
      @Nullable String id,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected,
      @Nullable Correction fix,
      String message,
      String messageFr,
      String messageEn) {}

  /** A correction, see {@link org.collporterre.report.Fix}. */
  @JsonbPropertyOrder({"safe", "cells"})
  public record Correction(boolean safe, Map<String, String> cells) {}

  /** Makes the report of a run. */
  static JsonReport of(Session session, Profile profile, Report report, Census census)
      throws IOException {
    Map<String, Integer> severities = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      severities.put(severity.label(), report.count(severity));
    }
    Summary summary =
        new Summary(
            census.byType(), census.located(), census.unlocated(), severities, report.byRule());
    Messages french = Messages.in(Locale.FRENCH);
    Messages english = Messages.in(Locale.ENGLISH);
    boolean inFrench = session.phrases().isFrench();
    List<Item> items =
        report.findings().stream().map(f -> item(f, french, english, inFrench)).toList();
    return new JsonReport(Collporterre.Version.number(), profile.label(), summary, items);
  }

  private static Item item(
      org.collporterre.report.Finding finding,
      Messages french,
      Messages english,
      boolean inFrench) {
    String fr = french.text(finding);
    String en = english.text(finding);
    var fix = finding.fix();
    return new Item(
        finding.code(),
        finding.severity().label(),
        finding.profile().label(),
        finding.location().file(),
        finding.location().line(),
        finding.location().column(),
        finding.location().pointer().isEmpty() ? null : finding.location().pointer(),
        finding.type(),
        finding.id(),
        finding.field(),
        finding.value(),
        finding.expected(),
        fix == null ? null : new Correction(fix.safe(), fix.cells()),
        inFrench ? fr : en,
        fr,
        en);
  }

  /** Prints it in UTF-8, whatever the stream's own charset. */
  void write(PrintStream out) throws IOException {
    print(this, out);
  }

  /** Prints any value as formatted JSON. The provider is named: a search might find another. */
  static void print(Object value, PrintStream out) throws IOException {
    JsonbConfig config = new JsonbConfig().withFormatting(true);
    // Never closed: outside a container it holds nothing, and close() may throw anything.
    Jsonb jsonb = new JsonBindingProvider().create().withConfig(config).build();
    out.write((jsonb.toJson(value).strip() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
