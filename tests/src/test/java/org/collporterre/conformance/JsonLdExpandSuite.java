package org.collporterre.conformance;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.regex.Pattern;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.imports.JsonLdNodes;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** The cases of the W3C's test suite for the expansion algorithm of JSON-LD 1.1. */
final class JsonLdExpandSuite implements Suite {
  /** Cases about types that are addresses relative to the document's own, which is not known. */
  private static final Set<String> RELATIVE = Set.of("t0029", "t0059", "t0060", "t0062");

  /** Where the documents of the suite have their addresses. */
  private static final String TESTS = "https://w3c.github.io/json-ld-api/tests/";

  private static final Pattern VOCABULARY_VALUES = Pattern.compile("\"@type\"\\s*:\\s*\"@vocab\"");

  /** What the reader says of a document. */
  private record Reading(String refused, boolean error) {}

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
    return "the document's nodes, with the nodes in them, have the types, properties, texts with"
        + " their languages, and references of the expanded form, in any order; a wrong one is"
        + " refused";
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
    String address = TESTS + test.getString("input");
    List<String> nodes = JsonLdNodes.read(input, address);
    if (nodes.equals(ExpandedNodes.read(folder.resolve(test.getString("expect"))))) {
      return Case.passed(name);
    }
    String text = Files.readString(input);
    if (text.contains("\"@base\"") || option != null && option.containsKey("base")) {
      return Case.outOfScope(name, "addresses relative to a base, which are compared as written");
    }
    if (name.startsWith("tli")) {
      return Case.outOfScope(name, "lists in lists, which are read as one list");
    }
    return VOCABULARY_VALUES.matcher(text).find()
        ? Case.outOfScope(name, "values of type @vocab, which are kept as texts")
        : Case.failed(name, "read otherwise than it is expanded");
  }

  private static Reading read(Path file) throws IOException {
    Report report = Report.create();
    try (EntryReader<Entry> in = JsonLdImporter.create().open(file, Entry.class, report)) {
      in.forEach(row -> assertThat(row.value()).isNotNull());
    }
    String refused = "";
    boolean error = false;
    for (Finding finding : report.findings()) {
      error |= finding.severity() == Severity.ERROR;
      if (finding.code().startsWith("context-")) {
        refused = finding.code();
      }
    }
    return new Reading(refused, error);
  }
}
