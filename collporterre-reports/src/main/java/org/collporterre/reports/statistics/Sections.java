package org.collporterre.reports.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.collporterre.reports.Phrases;
import org.collporterre.schema.Labels;
import org.collporterre.statistics.FieldCoverage;
import org.collporterre.statistics.Share;
import org.collporterre.statistics.Statistics;
import org.collporterre.statistics.Tally;
import org.collporterre.statistics.TerritoryCount;
import org.collporterre.vocabulary.Concept;

/** What all forms of statistics say, in one language: they only differ in how it looks. */
final class Sections {
  /** The most rows of what has no end: codes of open vocabularies, territories. */
  private static final int MOST = 20;

  /** The vocabulary whose codes are shown even when no record has them. */
  private static final String GOALS = "odd";

  private final StatisticsOutcome outcome;
  private final Statistics statistics;
  private final Phrases phrases;
  private final Labels labels;
  private final List<Section> sections = new ArrayList<>();

  private Sections(StatisticsOutcome outcome, Locale locale) {
    this.outcome = outcome;
    this.statistics = outcome.statistics();
    this.phrases = phrases(locale);
    this.labels = Labels.in(phrases.locale());
  }

  static Phrases phrases(Locale locale) {
    return Phrases.of("statistics", locale, file -> Sections.class.getResourceAsStream(file));
  }

  /** Returns what there is to say; the same sections and rows in each language. */
  static List<Section> of(StatisticsOutcome outcome, Locale locale) {
    Sections all = new Sections(outcome, locale);
    all.overview();
    all.statistics.tallies().stream().filter(Sections::isGoals).forEach(all::tally);
    all.territories("regions", all.statistics.regions());
    all.territories("departments", all.statistics.departments());
    all.territories("countries", all.statistics.countries());
    all.statistics.tallies().stream().filter(tally -> !isGoals(tally)).forEach(all::tally);
    all.statistics.records().forEach(all::coverage);
    return List.copyOf(all.sections);
  }

  private static boolean isGoals(Tally tally) {
    return tally.field().equals(GOALS);
  }

  private void overview() {
    List<Section.Row> rows = new ArrayList<>();
    int all = statistics.records().values().stream().mapToInt(Integer::intValue).sum();
    rows.add(new Section.Row(phrases.text("records"), all, 0));
    statistics.records().forEach((type, count) -> rows.add(row("type." + type, count, all)));
    share(rows, "located", statistics.located());
    share(rows, "documented", statistics.documented());
    share(rows, "fresh", statistics.fresh());
    rows.add(row("undated", statistics.undated(), all));
    String note = phrases.text("overview.note", statistics.today(), Statistics.MONTHS);
    sections.add(new Section(Section.Kind.OVERVIEW, phrases.text("overview"), rows, note));
  }

  private void share(List<Section.Row> rows, String key, Share share) {
    if (share.total() > 0) {
      rows.add(row(key, share.count(), share.total()));
    }
  }

  private Section.Row row(String key, int count, int total) {
    return new Section.Row(phrases.text(key, Statistics.MONTHS), count, total);
  }

  private void tally(Tally tally) {
    int total = statistics.records().getOrDefault(tally.type(), 0);
    if (tally.without() == total) {
      return;
    }
    List<Section.Row> rows = new ArrayList<>();
    int hidden = tally.others();
    for (Tally.Count count : tally.counts()) {
      if (count.records() == 0 && !isGoals(tally)) {
        continue;
      }
      if (rows.size() < MOST) {
        rows.add(new Section.Row(label(tally, count.code()), count.records(), total));
      } else {
        hidden++;
      }
    }
    if (tally.without() > 0) {
      rows.add(row("without", tally.without(), total));
    }
    String title = phrases.text("by." + tally.type(), labels.label(tally.field()));
    sections.add(
        new Section(
            Section.Kind.CODES, title, rows, hidden == 0 ? "" : phrases.text("hidden", hidden)));
  }

  private String label(Tally tally, String code) {
    Concept concept = outcome.vocabularies().get(tally.vocabulary()).concept(code);
    return concept == null ? code : concept.label(phrases.locale().getLanguage());
  }

  private void territories(String key, List<TerritoryCount> counts) {
    if (counts.isEmpty()) {
      return;
    }
    int total = statistics.records().getOrDefault("initiative", 0);
    List<Section.Row> rows = new ArrayList<>();
    for (TerritoryCount count : counts.subList(0, Math.min(MOST, counts.size()))) {
      rows.add(new Section.Row(name(count), count.initiatives(), total));
    }
    if (key.equals("regions") && statistics.placeless() > 0) {
      rows.add(row("placeless", statistics.placeless(), total));
    }
    int hidden = Math.max(0, counts.size() - MOST);
    String note = hidden == 0 ? "" : phrases.text("hidden", hidden);
    sections.add(new Section(Section.Kind.TERRITORIES, phrases.text(key), rows, note));
  }

  private String name(TerritoryCount count) {
    String code = count.territory().substring(count.territory().indexOf(':') + 1);
    if (count.name() != null) {
      return count.name() + " (" + code + ")";
    }
    String country =
        new Locale.Builder().setRegion(code).build().getDisplayCountry(phrases.locale());
    return country.isEmpty() ? code : country;
  }

  private void coverage(String type, int total) {
    List<Section.Row> rows = new ArrayList<>();
    for (FieldCoverage field : statistics.fields()) {
      if (field.type().equals(type)) {
        rows.add(new Section.Row(labels.label(field.field()), field.filled().count(), total));
      }
    }
    sections.add(
        new Section(
            Section.Kind.COVERAGE,
            phrases.text("coverage." + type),
            rows,
            phrases.text("coverage.note")));
  }

  /** Returns a count with its share, {@code 12 (40 %)}. */
  static String number(Section.Row row) {
    return row.total() == 0
        ? String.valueOf(row.count())
        : row.count() + " (" + row.percent() + " %)";
  }

  /** Returns the title of the whole. */
  static String title(StatisticsOutcome outcome, Locale locale) {
    return phrases(locale).text("title", outcome.title());
  }
}
