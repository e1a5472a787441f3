package org.collporterre.tests.consumer.model;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.collporterre.check.Checker;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Messages;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.Sdg;

/** Makes an initiative, checks it and prints what was found, with nothing but the model. */
public final class ModelOnly {
  private static final Clock DAY =
      Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

  private ModelOnly() {}

  /** Prints one finding a line, in the language whose tag is the argument. */
  public static void main(String[] args) {
    Initiative initiative =
        Initiative.named("jardin-de-keredern", "Jardin partagé de Kerédern")
            .fieldsOfAction(List.of(FieldOfAction.SOCIAL_INNOVATION))
            .sdgs(List.of(Sdg.ZERO_HUNGER, Sdg.SUSTAINABLE_CITIES))
            .website("ftp://jardin.example.org")
            .locations(List.of(Place.at(148.41, -4.49)))
            .build();
    Report report = Report.create();
    Checker.standard().withClock(DAY).check(List.of(initiative), report);
    Messages messages = Messages.in(Locale.forLanguageTag(args[0]));
    StringBuilder lines = new StringBuilder();
    for (Finding finding : report.findings()) {
      lines.append(messages.line(finding)).append('\n');
    }
    System.out.writeBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
