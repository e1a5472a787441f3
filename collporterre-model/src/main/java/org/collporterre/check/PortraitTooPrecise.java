package org.collporterre.check;

import java.util.List;
import java.util.Set;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.Territory;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.PositionText;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Folding;
import org.collporterre.vocabulary.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A portrait that tells where its subject can be found more exactly than by the municipality: by a
 * column for it, a territory that is a part of a municipality, or, unless the subject is an
 * organisation, an address in the text. No more of it is shown than is needed to find it again.
 * Postal codes in a text are only known with a gazetteer.
 */
final class PortraitTooPrecise implements RecordRule {
  private static final Set<String> PRECISE =
      Set.of("adresse", "code_postal", "latitude", "longitude");

  /** What is in the name of a column that holds a position, in one cell. */
  private static final List<String> POSITIONS = List.of("gps", "coord", "geo", "position");

  private static final String EXPECTED = "territoires = com:29019";

  @Override
  public String code() {
    return "portrait-too-precise";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Portrait portrait) {
        Schema<Place> places = Schema.of(Place.class);
        portrait
            .sheet()
            .extensions()
            .forEach(
                (name, text) -> {
                  if (isPrecise(places.byHeader(name), name, text)) {
                    report(context, row, name, null);
                  }
                });
        for (Territory territory : portrait.territories()) {
          territory(context, row, territory);
        }
        if (portrait.subject().kind() != SubjectKind.ORGANIZATION) {
          texts(context, row, portrait);
        }
      }
    };
  }

  private static boolean isPrecise(@Nullable Field field, String name, String text) {
    if (text.isBlank()) {
      return false;
    }
    if (field != null) {
      return PRECISE.contains(field.key());
    }
    String folded = Schema.foldHeader(name);
    return POSITIONS.stream().anyMatch(folded::contains)
        && PositionText.of(text, false) instanceof PositionText.Read;
  }

  private void territory(CheckContext context, Located<? extends Entry> row, Territory territory) {
    if (territory.kind() == Territory.Kind.LIBRE) {
      String address = StreetAddress.in(territory.code(), context.gazetteer());
      if (address != null) {
        report(context, row, "territoires", address);
      } else if (StreetAddress.isPart(Folding.fold(territory.code()))) {
        int blank = territory.code().indexOf(' ');
        String first = blank < 0 ? territory.code() : territory.code().substring(0, blank);
        report(context, row, "territoires", first + " …");
      }
    }
  }

  private void texts(CheckContext context, Located<? extends Entry> row, Portrait portrait) {
    text(context, row, "titre", text(portrait.title()));
    text(context, row, "resume", text(portrait.header().summary()));
    text(context, row, "description", text(portrait.header().description()));
    text(context, row, "texte", portrait.body());
    List<String> quotes = portrait.quotes();
    for (int i = 0; i < quotes.size(); i++) {
      text(context, row, "citations", quotes.get(i));
    }
  }

  private static @Nullable String text(@Nullable LocalizedText text) {
    return text == null ? null : text.text();
  }

  private void text(
      CheckContext context, Located<? extends Entry> row, String field, @Nullable String text) {
    Gazetteer gazetteer = context.gazetteer();
    String address = text == null ? null : StreetAddress.in(text, gazetteer);
    if (address != null) {
      report(context, row, field, address);
    }
  }

  private void report(
      CheckContext context, Located<? extends Entry> row, String field, @Nullable String value) {
    context.finding(this, row).field(field).value(value).expected(EXPECTED).report();
  }
}
