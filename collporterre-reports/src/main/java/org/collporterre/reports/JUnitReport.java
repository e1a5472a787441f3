package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;
import org.collporterre.check.RulePage;
import org.collporterre.report.Finding;
import org.collporterre.report.Messages;
import org.collporterre.report.OneLine;
import org.collporterre.report.Severity;

/**
 * A report as tests in JUnit's XML: a suite for each file, in it a test for each rule of the
 * profile. A test fails when the rule has errors there; warnings and notes are its output. Times
 * are 0: the same outcome gives the same bytes.
 */
final class JUnitReport implements ReportRenderer {
  private static final String FAILED = "rule-failed";

  /** The findings of a file, by rule. */
  private record Suite(String name, Map<String, List<Finding>> findings) {
    boolean fails(String code) {
      return !code.equals(FAILED)
          && findings.getOrDefault(code, List.of()).stream()
              .anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
  }

  @Override
  public String name() {
    return "junit";
  }

  @Override
  public String ending() {
    return ".xml";
  }

  @Override
  public void render(CheckOutcome outcome, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      // The platform's own, whatever else is on the class path.
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", OneLine.of(outcome.title()));
      for (Suite suite : suites(outcome)) {
        write(suite, outcome, xml);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
      writer.flush();
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  private static List<Suite> suites(CheckOutcome outcome) {
    Map<String, Suite> suites = new LinkedHashMap<>();
    outcome.files().forEach(file -> suite(file, outcome, suites));
    for (Finding finding : outcome.report().findings()) {
      suite(finding.location().file(), outcome, suites)
          .findings()
          .computeIfAbsent(finding.code(), code -> new ArrayList<>())
          .add(finding);
    }
    return List.copyOf(suites.values());
  }

  private static Suite suite(String file, CheckOutcome outcome, Map<String, Suite> suites) {
    String path = ReportPath.of(file);
    String name = path.isEmpty() ? OneLine.of(outcome.title()) : path;
    return suites.computeIfAbsent(name, n -> new Suite(n, new TreeMap<>()));
  }

  private static void write(Suite suite, CheckOutcome outcome, XMLStreamWriter xml)
      throws XMLStreamException {
    Set<String> codes = new LinkedHashSet<>();
    for (Rule rule : BuiltInRules.all()) {
      if (rule.severity(outcome.profile()) != null) {
        codes.add(rule.code());
      }
    }
    codes.addAll(suite.findings().keySet());
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", suite.name());
    xml.writeAttribute("tests", String.valueOf(codes.size()));
    xml.writeAttribute("failures", String.valueOf(codes.stream().filter(suite::fails).count()));
    xml.writeAttribute("errors", suite.findings().containsKey(FAILED) ? "1" : "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("time", "0");
    for (String code : codes) {
      write(code, suite, outcome, xml);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void write(String code, Suite suite, CheckOutcome outcome, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    List<Finding> findings = suite.findings().getOrDefault(code, List.of());
    if (findings.isEmpty()) {
      xml.writeEmptyElement("testcase");
      attributes(code, suite, xml);
      return;
    }
    xml.writeStartElement("testcase");
    attributes(code, suite, xml);
    xml.writeCharacters("\n      ");
    if (suite.fails(code) || code.equals(FAILED)) {
      xml.writeStartElement(code.equals(FAILED) ? "error" : "failure");
      String page = RulePage.of(code).title(outcome.messages().locale());
      xml.writeAttribute("message", (page.isEmpty() ? code : page) + ": " + findings.size());
      xml.writeAttribute("type", code);
    } else {
      xml.writeStartElement("system-out");
    }
    xml.writeCharacters(lines(findings, outcome.messages()));
    xml.writeEndElement();
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  private static void attributes(String code, Suite suite, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeAttribute("name", code);
    xml.writeAttribute("classname", suite.name());
    xml.writeAttribute("time", "0");
  }

  private static String lines(List<Finding> findings, Messages messages) {
    StringBuilder lines = new StringBuilder();
    for (Finding finding : findings) {
      lines.append(ReportPath.of(finding.location().file()));
      lines.append(':').append(finding.location().line());
      lines.append(':').append(finding.location().column()).append(": ");
      lines.append(messages.severity(finding.severity())).append(": ");
      lines.append(OneLine.of(messages.text(finding))).append('\n');
    }
    return lines.toString();
  }
}
