package org.collporterre.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** JavaCsvComparison by Oliver Siegmar: what readers make of the corners of RFC 4180. */
final class JavaCsvComparison implements Suite {
  private static final Pattern ID = Pattern.compile("  - id: (\\S+)");
  private static final Pattern INPUT = Pattern.compile("    input: (['\"])(.*)\\1");
  private static final Pattern RECORD = Pattern.compile("      - \\[(.*)]");
  private static final Pattern CELL = Pattern.compile("'((?:[^']|'')*)'");
  private static final List<String> LINE_BREAKS = List.of("\n", "\r\n", "\r");

  /** A check of the suite, with its marks for line breaks. */
  private record Check(String id, String input, List<List<String>> records) {}

  @Override
  public String name() {
    return "JavaCsvComparison";
  }

  @Override
  public String folder() {
    return "JavaCsvComparison";
  }

  @Override
  public String shows() {
    return "The cells are as expected with LF, CRLF and CR, or the row is refused where that is"
        + " allowed.";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        String yaml = Files.readString(file);
        boolean comments = yaml.contains("commentMode:");
        for (Check check : checks(yaml)) {
          cases.add(
              comments
                  ? Case.outOfScope(check.id(), "the format has no comments")
                  : run(check, yaml.contains("exceptionAllowed: true")));
        }
      }
    }
    return cases;
  }

  private static Case run(Check check, boolean mayRefuse) throws IOException {
    boolean asTrimmed = false;
    for (String lineBreak : LINE_BREAKS) {
      List<List<String>> records =
          check.records().stream()
              .map(row -> row.stream().map(cell -> marked(cell, lineBreak)).toList())
              .toList();
      int width = CsvTable.width(records);
      List<List<String>> expected = CsvTable.filled(records, width);
      byte[] csv = marked(check.input(), lineBreak).getBytes(StandardCharsets.UTF_8);
      CsvTable found = CsvTable.read(csv, width);
      if (!found.rows().equals(expected) && !(mayRefuse && found.refused())) {
        if (!found.rows().equals(CsvTable.trimmed(expected))) {
          return Case.failed(check.id(), "read as " + found.rows());
        }
        asTrimmed = true;
      }
    }
    return asTrimmed ? Case.outOfScope(check.id(), CsvTable.TRIMMED) : Case.passed(check.id());
  }

  private static String marked(String text, String lineBreak) {
    return text.replace("⏎", lineBreak)
        .replace("␤", "\r\n")
        .replace("␍", "\r")
        .replace("␊", "\n")
        .replace("␠", " ");
  }

  /** Reads the little of YAML that these files use. */
  private static List<Check> checks(String yaml) {
    List<Check> checks = new ArrayList<>();
    String id = "";
    String input = "";
    List<List<String>> records = new ArrayList<>();
    for (String line : yaml.split("\n", -1)) {
      Matcher ids = ID.matcher(line);
      Matcher inputs = INPUT.matcher(line);
      Matcher rows = RECORD.matcher(line);
      if (ids.matches()) {
        add(checks, id, input, records);
        id = ids.group(1);
        records = new ArrayList<>();
      } else if (inputs.matches()) {
        input = inputs.group(2).replace("''", "'");
      } else if (rows.matches()) {
        records.add(
            CELL.matcher(rows.group(1))
                .results()
                .map(cell -> cell.group(1).replace("''", "'"))
                .toList());
      }
    }
    add(checks, id, input, records);
    return checks;
  }

  private static void add(List<Check> checks, String id, String input, List<List<String>> records) {
    if (!id.isEmpty()) {
      checks.add(new Check(id, input, records));
    }
  }
}
