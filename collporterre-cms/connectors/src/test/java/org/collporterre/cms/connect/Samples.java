package org.collporterre.cms.connect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Place;
import org.collporterre.vocabulary.FieldOfAction;

/** Records to publish. */
final class Samples {
  /** A title and a text that would do much if they were markup. */
  static final String HOSTILE =
      "<script>alert(1)</script> }}{{Supprimer}} | id = autre [[Catégorie:Faux]] ~~~~ ''gras''"
          + " <nowiki> __NOTOC__ &amp; [gallery] \"x\" onload=y";

  private Samples() {}

  static InitiativeBuilder initiative(String id, String title, String summary) {
    return Initiative.named(id, title)
        .header(
            HeaderBuilder.builder()
                .id(id)
                .title(LocalizedText.of(title))
                .summary(LocalizedText.of(summary))
                .build());
  }

  static Initiative garden() {
    return initiative(
            "jardin-partage",
            "Jardin partagé de Kerlouan",
            "Un potager que tout le village cultive.")
        .fieldsOfAction(List.of(FieldOfAction.SOCIAL_INNOVATION))
        .themes(List.of("alimentation", "biodiversite"))
        .locations(List.of(Place.at(48.64, -4.36)))
        .website("https://jardin.example/")
        .contactEmail("secret@jardin.example")
        .build();
  }

  static Initiative cafe() {
    return initiative("repair-cafe", "Repair Café", "Réparer ensemble plutôt que jeter.").build();
  }

  static Initiative hostile() {
    return initiative("hostile", "Café {{Supprimer}} [[lien]] <b>gras</b>", HOSTILE)
        .trigger(
            "# pas un titre\n* pas une liste\n\n== pas un titre ==\n{| table |}\n espace\n----")
        .build();
  }

  /** What a record looks like: elements that authors of WordPress may use, quotes in two ways. */
  static String html(Entry entry) {
    String summary = entry.header().summary() == null ? "" : entry.header().summary().text();
    String trigger = entry instanceof Initiative one && one.trigger() != null ? one.trigger() : "";
    return """
        <article class="collporterre-sheet" data-id="%s"><h2 dir="auto">%s</h2>
        <p>%s</p><details><summary>L&#39;essentiel</summary><p>%s</p></details>
        <figure><table><tr><th scope="row">a</th><td>b<br>c</td></tr></table></figure></article>
        """
        .formatted(
            entry.id(),
            SheetBlock.escaped(entry.title().text()),
            SheetBlock.escaped(summary),
            SheetBlock.escaped(trigger));
  }

  static List<PublicRow> rows(Entry... entries) {
    return java.util.Arrays.stream(entries).map(PublicRow::of).toList();
  }

  /** Publishes for real. */
  static Outcome apply(Site site, Entry... entries) throws java.io.IOException {
    return publish(Publisher.to(site).applying(), entries);
  }

  static Outcome publish(Publisher publisher, Entry... entries) throws java.io.IOException {
    Set<String> types = new LinkedHashSet<>(List.of("initiative", "portrait", "methodologie"));
    return publisher.publish(rows(entries), Map.of(), types);
  }

  /** Returns the kinds of steps with identifiers, sorted. */
  static Set<String> told(Outcome outcome) {
    Set<String> told = new TreeSet<>();
    for (Step step : outcome.steps()) {
      String reason = step.reason() == null ? "" : " " + step.reason();
      told.add(step.key().id() + " " + step.kind().label() + reason);
    }
    return told;
  }
}
