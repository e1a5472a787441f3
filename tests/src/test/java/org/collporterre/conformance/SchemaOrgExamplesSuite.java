package org.collporterre.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;

/** The examples in the documentation of schema.org, of types that are near to ours. */
final class SchemaOrgExamplesSuite implements Suite {
  @Override
  public String name() {
    return "schema.org examples";
  }

  @Override
  public String folder() {
    return "schemaorg-examples";
  }

  @Override
  public String shows() {
    return "the example gives a record, or a finding says why not";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(".jsonld")).sorted().toList()) {
        cases.add(run(String.valueOf(file.getFileName()), file));
      }
    }
    return cases;
  }

  private static Case run(String name, Path file) throws IOException {
    Report report = Report.create();
    int records = 0;
    try (EntryReader<Entry> in = JsonLdImporter.create().open(file, Entry.class, report)) {
      for (var row : in) {
        records += row.value() == null ? 0 : 1;
      }
    }
    TreeSet<String> codes = new TreeSet<>();
    TreeSet<String> types = new TreeSet<>();
    for (Finding finding : report.findings()) {
      codes.add(finding.code());
      if (finding.code().equals("node-type-ignored")) {
        types.add(String.valueOf(finding.value()));
      }
    }
    if (codes.contains("json-malformed")) {
      return Case.outOfScope(name, "is no JSON, which is said");
    } else if (codes.contains("context-unknown") || codes.contains("context-unsupported")) {
      return Case.outOfScope(name, "has another context, which is said");
    } else if (records > 0) {
      return Case.passed(name);
    }
    return types.isEmpty()
        ? Case.failed(name, "neither a record nor a finding")
        : Case.outOfScope(name, "only types that are no records, which is said");
  }
}
