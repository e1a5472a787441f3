package org.collporterre.reports;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.OneLine;
import org.collporterre.report.Severity;
import org.collporterre.reports.page.Both;
import org.collporterre.reports.page.HtmlWriter;

/** Writes what is the same wherever a finding is shown. */
final class HtmlFindings {
  /** The number of characters after which a text of the data is cut. */
  private static final int TEXT = 200;

  private static final int SENTENCE = 600;

  /** Reasons and evidence, which sentences put in words. */
  private static final Pattern CODES = Pattern.compile("^[a-z]+(-[a-z]+)*($| |;)");

  private final HtmlWords words;
  private final boolean showsFiles;

  HtmlFindings(HtmlWords words, boolean showsFiles) {
    this.words = words;
    this.showsFiles = showsFiles;
  }

  /** Returns a text of the data as it is shown: cut when it is long. */
  static String cut(String text) {
    return cut(OneLine.of(text), TEXT);
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
    return text.substring(0, end) + "…";
  }

  /** Returns the name of a file as it is shown. */
  static String file(String name) {
    return cut(ReportPath.of(name));
  }

  /** Writes how bad something is, as an icon and in a word that is heard. */
  void severity(HtmlWriter html, Severity severity) throws IOException {
    html.icon(severity.label());
    html.element("span", words.text("severity." + severity.label()), "class", "heard");
  }

  /** Writes the sentence of a finding. */
  void sentence(HtmlWriter html, Finding finding) throws IOException {
    Both sentence = words.sentence(finding);
    String french = cut(OneLine.of(sentence.french()), SENTENCE);
    html.element(
        "span",
        new Both(french, cut(OneLine.of(sentence.english()), SENTENCE)),
        "class",
        "sentence");
  }

  /** Returns where a finding is, as people say it. */
  Both place(Location place) {
    String file = showsFiles && !place.file().isEmpty() ? file(place.file()) + ", " : "";
    if (place.pointer().contains("!")) {
      return Both.same(file + cut(place.pointer()));
    }
    if (!place.pointer().isEmpty()) {
      return words.text("place.pointer", file, cut(place.pointer()), place.line());
    }
    return words.text("place", file, String.valueOf(place.line()), String.valueOf(place.column()));
  }

  /** Writes what was found and what would be right, and a correction if a machine can make one. */
  void correction(HtmlWriter html, Finding finding) throws IOException {
    Fix fix = finding.fix();
    if (fix == null) {
      return;
    }
    html.open("span", "class", "fix");
    for (Map.Entry<String, String> cell : fix.cells().entrySet()) {
      html.open("span", "class", "change");
      if (fix.cells().size() > 1) {
        html.element("span", words.field(cell.getKey()), "class", "muted").text(" ");
      } else if (finding.value() != null) {
        html.open("del").value(cut(finding.value())).close();
      }
      html.icon("arrow").open("ins");
      html.value(cut(cell.getValue())).close().close();
    }
    String key = fix.safe() ? "fix.safe" : "fix.unsafe";
    html.element("span", words.text(key), "class", fix.safe() ? "chip ok" : "chip");
    html.close();
  }

  /** Writes the name of a field, or the header of a column. */
  void field(HtmlWriter html, String key) throws IOException {
    Both label = words.field(key);
    html.open("span", "class", "field");
    html.text(new Both(cut(label.french()), cut(label.english()))).close();
  }

  /** Tells whether what was expected adds to the sentence: it is neither in it nor a code. */
  boolean adds(Finding finding) {
    String expected = finding.expected();
    return expected != null
        && finding.fix() == null
        && !CODES.matcher(expected).find()
        && !words.sentence(finding).french().contains(expected);
  }
}
