package org.collporterre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.collporterre.check.Census;
import org.collporterre.imports.Mapping;
import org.collporterre.imports.MappingProposal;
import org.collporterre.report.Profile;
import org.collporterre.reports.TextReport;
import org.jspecify.annotations.Nullable;

/** Tells what was proposed as the mapping of a file, for people or for programs. */
final class MapReport {
  private static final int WIDTH = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 400;
  private static final int MOST_DOUBTS = 12;

  private final Session session;
  private final Path file;
  private final MappingProposal proposal;
  private final MapPreview preview;
  private final Census census;

  /**
   * @param preview what the file gives with the mapping
   * @param census the counts of its records
   */
  MapReport(
      Session session, Path file, MappingProposal proposal, MapPreview preview, Census census) {
    this.session = session;
    this.file = file;
    this.proposal = proposal;
    this.preview = preview;
    this.census = census;
  }

  /**
   * Prints it as text.
   *
   * @param written where the mapping was written to, or null
   */
  void print(PrintStream out, Profile profile, @Nullable Path written) {
    out.println(text("map.title", file.getFileName(), proposal.records()));
    out.println();
    table(out, proposal.guesses().stream().filter(MappingProposal.Guess::used).toList());
    List<MappingProposal.Guess> doubts =
        proposal.guesses().stream().filter(guess -> !guess.used()).limit(MOST_DOUBTS).toList();
    if (!doubts.isEmpty()) {
      out.println();
      out.println(text("map.doubtful"));
      table(out, doubts);
    }
    if (!proposal.others().isEmpty()) {
      out.println();
      String names =
          proposal.others().stream().map(PlainText::line).collect(Collectors.joining(", "));
      out.println(text("map.others", names));
    }
    out.println();
    if (!proposal.mapping().targets().contains("titre")) {
      out.println(text("map.title-missing"));
    } else {
      out.println(text("map.preview"));
      records(out);
      TextReport.summary(preview.report(), census, profile, session.messages())
          .forEach(out::println);
    }
    out.println();
    out.println(
        written == null ? text("map.unwritten", Mapping.FILE) : text("map.written", written, file));
  }

  private void table(PrintStream out, List<MappingProposal.Guess> guesses) {
    TextTable table = new TextTable(width(), true);
    table.row(
        List.of(
            text("map.column.field"),
            text("map.column.confidence"),
            text("map.column.source"),
            text("map.column.why")));
    for (MappingProposal.Guess guess : guesses) {
      table.row(
          List.of(
              guess.target(),
              guess.confidence() + " %",
              String.join(" + ", guess.sources()),
              why(guess, session.phrases().locale())));
    }
    table.print(out);
  }

  private void records(PrintStream out) {
    List<String> columns = preview.columns();
    TextTable table = new TextTable(width(), false);
    table.row(columns);
    for (Map<String, String> texts : preview.records()) {
      table.row(columns.stream().map(key -> texts.getOrDefault(key, "")).toList());
    }
    if (!columns.isEmpty()) {
      table.print(out);
    }
  }

  private static String why(MappingProposal.Guess guess, Locale locale) {
    return guess.evidence().stream()
        .map(one -> PlainText.line(one.text(locale)))
        .collect(Collectors.joining("; "));
  }

  /** Returns how wide a line is: what the terminal's shell says, else 80. */
  private int width() {
    String said = session.shell().environment().getOrDefault("COLUMNS", "");
    int width = said.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(said) : WIDTH;
    return Math.max(NARROWEST, Math.min(WIDEST, width));
  }

  private String text(String key, Object... arguments) {
    return session.phrases().text(key, arguments);
  }

  /** Returns it for programs. */
  MapJson json() throws IOException {
    List<MapJson.Guess> guesses = new ArrayList<>();
    for (MappingProposal.Guess guess : proposal.guesses()) {
      guesses.add(
          new MapJson.Guess(
              guess.target(),
              guess.sources(),
              guess.confidence(),
              guess.used(),
              guess.example(),
              why(guess, session.phrases().locale())));
    }
    return MapJson.of(proposal, guesses, preview, census);
  }
}
