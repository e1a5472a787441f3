package org.collporterre.tests;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.check.BuiltInRules;
import org.collporterre.report.Profile;

/**
 * The page of a rule, as a test: files with something wrong, what is found in them, the same files
 * put right.
 */
record RulePage(
    String code,
    boolean inCode,
    Profile profile,
    LocalDate today,
    Map<String, String> example,
    List<String> findings,
    Map<String, String> corrected) {
  private static final String FENCE = "```";

  static RulePage of(String code) {
    List<String> lines =
        requireNonNull(BuiltInRules.page(code), "write check/rules/" + code + ".md")
            .lines()
            .toList();
    Profile profile = Profile.named(option(lines, "Profile", Profile.ECHANGE.label()));
    return new RulePage(
        code,
        option(lines, "Example", "").equals("in code"),
        requireNonNull(profile, code),
        LocalDate.parse(option(lines, "Clock", "2026-01-15")),
        files(section(lines, "## Example")),
        section(lines, "## Findings").stream()
            .filter(line -> !line.isBlank() && !line.equals(FENCE))
            .toList(),
        files(section(lines, "## Corrected")));
  }

  private static String option(List<String> lines, String name, String otherwise) {
    return lines.stream()
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2).strip())
        .findFirst()
        .orElse(otherwise);
  }

  private static List<String> section(List<String> lines, String heading) {
    int from = lines.indexOf(heading) + 1;
    List<String> section = new ArrayList<>();
    for (int i = from; from > 0 && i < lines.size() && !lines.get(i).startsWith("## "); i++) {
      section.add(lines.get(i));
    }
    return section;
  }

  private static Map<String, String> files(List<String> lines) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      int blank = lines.get(i).indexOf(' ');
      if (lines.get(i).startsWith(FENCE) && blank > 0) {
        String name = lines.get(i).substring(blank + 1);
        StringBuilder text = new StringBuilder();
        while (!lines.get(++i).equals(FENCE)) {
          text.append(lines.get(i)).append('\n');
        }
        files.put(name, text.toString());
      }
    }
    return files;
  }
}
