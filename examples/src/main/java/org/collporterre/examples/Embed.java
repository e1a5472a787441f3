package org.collporterre.examples;

import java.util.List;
import org.collporterre.check.Checker;
import org.collporterre.constraint.Insee;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.Sdg;

/** Makes records in a program, checks them, and uses the constraints on a bean of one's own. */
public final class Embed {
  private Embed() {}

  // snippet: bean
  /** Our constraints are ordinary Jakarta constraints: put them on your own beans. */
  public record Membership(@Insee String municipality, @WebUrl String site) {}

  // end

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Report report = run();
    System.out.println(report.byRule());
  }

  static Report run() {
    // snippet: embed
    Initiative initiative =
        Initiative.named("jardin-de-keredern", "Jardin partagé de Kerédern")
            .fieldsOfAction(List.of(FieldOfAction.SOCIAL_INNOVATION))
            .sdgs(List.of(Sdg.ZERO_HUNGER, Sdg.SUSTAINABLE_CITIES))
            .locations(List.of(Place.at(48.41, -4.49)))
            .build();

    Report report = Report.create();
    Checker.standard().withProfile(Profile.PUBLICATION).check(List.of(initiative), report);
    // end
    return report;
  }
}
