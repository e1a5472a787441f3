package org.collporterre.examples;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.collporterre.check.Checker;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.imports.Corrections;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.Mapping;
import org.collporterre.json.CollporterreJsonb;
import org.collporterre.model.Initiative;
import org.collporterre.pipeline.Pipeline;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabulary;

/** Short answers to what developers ask first; the documentation quotes them. */
final class Recipes {
  private Recipes() {}

  static List<Initiative> dirtyCsv(Path csv, Path mappingFile, Report report) throws IOException {
    // snippet: dirty-csv
    Mapping mapping = Mapping.read(mappingFile, report).orElseThrow();
    CsvImporter importer = CsvImporter.create().withMapping(mapping).withRepairs();
    List<Initiative> initiatives = new ArrayList<>();
    try (EntryReader<Initiative> in = importer.open(csv, Initiative.class, report);
        Checker.Run check = Checker.standard().start(report)) {
      for (Located<Initiative> row : in) {
        if (check.accept(row)) {
          initiatives.add(row.value());
        }
      }
    }
    // end
    return initiatives;
  }

  // snippet: web-form
  /** Checks what a form sent; returns the sentences to show, by the name of the input. */
  static Map<String, String> problems(Map<String, String> form) throws IOException {
    JsonObjectBuilder json = Json.createObjectBuilder().add("type_fiche", "initiative");
    form.forEach(json::add); // inputs are named as the columns: titre, latitude, date_debut…
    byte[] body = json.build().toString().getBytes(StandardCharsets.UTF_8);

    Report report = Report.create();
    JsonImporter importer = JsonImporter.create().withProfile(Profile.PUBLICATION);
    Checker checker = Checker.standard().withProfile(Profile.PUBLICATION);
    InputStream stream = new ByteArrayInputStream(body);
    try (EntryReader<Initiative> in = importer.open(stream, "form", Initiative.class, report);
        Checker.Run check = checker.start(report)) {
      in.forEach(check::accept);
    }
    Messages messages = Messages.in(Locale.FRENCH);
    Map<String, String> problems = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      String input = Optional.ofNullable(finding.field()).orElse("");
      problems.putIfAbsent(input, messages.text(finding));
    }
    return problems;
  }

  // end

  static String linkedData(Initiative initiative) throws IOException {
    // snippet: linked-data
    JsonLdExporter exporter = JsonLdExporter.create().withBaseUri("https://exemple.org/");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EntryWriter<Initiative> out = exporter.open(bytes, Initiative.class, loss -> {})) {
      out.write(initiative);
      out.commit();
    }
    // No text of a record can end the script: the exporter writes < as an escape.
    String json = bytes.toString(StandardCharsets.UTF_8);
    String script = "<script type=\"application/ld+json\">" + json + "</script>";
    // end
    return script;
  }

  static Report fourThreads(Path file, Path csv) throws IOException {
    // snippet: four-threads
    Report report = Report.create();
    try (EntryReader<Initiative> in = CsvImporter.create().open(file, Initiative.class, report);
        Checker.Run check = Checker.standard().start(report);
        EntryWriter<Initiative> out = CsvExporter.create().open(csv, Initiative.class, report)) {
      Pipeline.create().withThreads(4).convert(in, check, out);
      if (!in.stopped()) {
        out.commit();
      }
    }
    // end
    return report;
  }

  static Report ownVocabulary(Path csv) throws IOException {
    // snippet: own-vocabulary
    Concept lowTech = Concept.of("low-tech", "Basses technologies", "Low-tech");
    Checker checker = Checker.standard().with(Vocabulary.of("themes", List.of(lowTech)));
    // The importer reads labels as codes, so it needs the same vocabularies.
    CsvImporter importer = CsvImporter.create().withVocabularies(checker.vocabularies());
    // end
    Report report = Report.create();
    try (EntryReader<Initiative> in = importer.open(csv, Initiative.class, report);
        Checker.Run check = checker.start(report)) {
      in.forEach(check::accept);
    }
    return report;
  }

  static Report stream(InputStream from, OutputStream to) throws IOException {
    // snippet: stream
    Report report = Report.keeping(100, 1_000); // counts all, keeps 1,000, the worst first
    try (EntryReader<Initiative> in =
            CsvImporter.create().open(from, "entrée", Initiative.class, report);
        Checker.Run check = Checker.standard().start(report);
        EntryWriter<Initiative> out = CsvExporter.create().open(to, Initiative.class, report)) {
      for (Located<Initiative> row : in) { // one record is in memory
        if (check.accept(row)) {
          out.write(row.value());
        }
      }
      out.commit();
    }
    // end
    return report;
  }

  static Corrections.Outcome corrected(Importer<?> importer, Path file, Path copy)
      throws IOException {
    // snippet: corrections
    Corrections corrections = Corrections.safe(); // or all()
    try (EntryReader<Initiative> in = importer.open(file, Initiative.class, corrections);
        Checker.Run check = Checker.standard().start(corrections)) {
      in.forEach(check::accept);
    }
    Corrections.Outcome outcome = importer.correct(file, Initiative.class, corrections, copy);
    // end
    return outcome;
  }

  static Optional<Initiative> strictJson(String json) {
    // snippet: strict-json
    Jsonb jsonb = JsonbBuilder.create(CollporterreJsonb.config());
    try {
      return Optional.of(jsonb.fromJson(json, Initiative.class));
    } catch (JsonbException e) {
      System.err.println(e.getMessage()); // names each value and the code of the rule against it
      return Optional.empty();
    }
    // end
  }
}
