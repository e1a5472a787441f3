package org.collporterre.conformance;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** The cases of the W3C's test suite for the expansion algorithm of JSON-LD 1.1. */
final class JsonLdExpandSuite implements Suite {
  /** Cases about types that are addresses relative to the document's own, which is not known. */
  private static final Set<String> RELATIVE = Set.of("t0029", "t0060", "t0062");

  /** What is found at the top of a document. */
  private record Reading(String refused, boolean error, Map<String, String> types) {}

  @Override
  public String name() {
    return "JSON-LD 1.1 expansion";
  }

  @Override
  public String folder() {
    return "json-ld-api";
  }

  @Override
  public String shows() {
    return "the document has the same top-level node types as its expanded form; a wrong one is"
        + " refused; values are not compared";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = Files.newInputStream(folder.resolve("expand-manifest.jsonld"));
        JsonReader reader = Json.createReader(in)) {
      for (JsonObject each :
          reader.readObject().getJsonArray("sequence").getValuesAs(JsonObject.class)) {
        cases.add(run(folder, each));
      }
    }
    return cases;
  }

  private static Case run(Path folder, JsonObject test) throws IOException {
    String name = test.getString("@id").substring(1);
    boolean positive =
        test.getJsonArray("@type").getValuesAs(JsonString.class).stream()
            .anyMatch(type -> type.getString().equals("jld:PositiveEvaluationTest"));
    JsonObject option = test.getJsonObject("option");
    Path input = folder.resolve(test.getString("input"));
    if (!Files.exists(input)) {
      return Case.outOfScope(name, "input is not in this copy");
    } else if (option != null
        && !option.getString("specVersion", "").equals("json-ld-1.1")
        && option.containsKey("specVersion")) {
      return Case.outOfScope(name, "for JSON-LD 1.0 only");
    } else if (option != null && option.containsKey("expandContext")) {
      return Case.outOfScope(name, "a context that is not in the document");
    } else if (RELATIVE.contains(name)) {
      return Case.outOfScope(name, "types with relative addresses");
    }
    Reading found = read(input);
    if (!positive) {
      return found.error()
          ? Case.passed(name)
          : Case.outOfScope(name, "an error in what is not looked at");
    } else if (!found.refused().isEmpty()) {
      return Case.outOfScope(name, "refused, " + found.refused());
    }
    Reading wanted = read(folder.resolve(test.getString("expect")));
    if (!found.types().equals(wanted.types())) {
      return Case.failed(name, "other node types than in the expanded form");
    }
    return wanted.types().size() == 1
        ? Case.outOfScope(name, "read, but no node has a type, so there is nothing to compare")
        : Case.passed(name);
  }

  private static Reading read(Path file) throws IOException {
    Report report = Report.create();
    int records = 0;
    try (EntryReader<Entry> in = JsonLdImporter.create().open(file, Entry.class, report)) {
      for (var row : in) {
        records += row.value() == null ? 0 : 1;
      }
    }
    Map<String, String> types = new TreeMap<>();
    String refused = "";
    boolean error = false;
    for (Finding finding : report.findings()) {
      error |= finding.severity() == Severity.ERROR;
      if (finding.code().startsWith("context-")) {
        refused = finding.code();
      } else if (finding.code().equals("node-type-ignored") && finding.value() != null) {
        types.put(finding.value(), String.valueOf(finding.expected()));
      }
    }
    types.put("records", Integer.toString(records));
    return new Reading(refused, error, types);
  }
}
