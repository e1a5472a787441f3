package org.collporterre.examples.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What records have in common that a rule must compare. A key brings together at least those; that
 * it brings more does no harm, since the rule itself decides.
 */
final class BlockingKeys {
  static final String LINK = "link";
  static final String EXTERNAL = "external";
  static final String POINT = "point";

  private static final Pattern AROUND =
      Pattern.compile("^\\s*(https?://)?(www\\.)?|[?#].*$|(/(index|default)\\.\\w+)?/*\\s*$");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PORT = Pattern.compile("^([^/]*):(80|443)(?=/|$)");

  private BlockingKeys() {}

  static List<Row> of(Entry entry) {
    List<Row> keys = new ArrayList<>();
    String type = Schema.of(entry).name();
    String page = page(entry);
    if (page != null) {
      keys.add(RowFactory.create(LINK, type + ' ' + page(page)));
    }
    for (ExternalId id : entry.header().externalIds()) {
      keys.add(RowFactory.create(EXTERNAL, externalKey(type, id)));
    }
    if (entry instanceof Initiative initiative) {
      for (Place place : initiative.locations()) {
        if (place.isLocated()) {
          keys.add(RowFactory.create(POINT, point(place)));
        }
      }
    }
    return keys;
  }

  static String externalKey(String type, ExternalId id) {
    return type + ' ' + id.scheme() + ':' + id.value().replace(" ", "").toLowerCase(Locale.ROOT);
  }

  static String point(Place place) {
    return place.latitude() + " " + place.longitude();
  }

  /** The letters and digits of the page, without what often differs although it is the same. */
  private static String page(String address) {
    String plain = AROUND.matcher(address.toLowerCase(Locale.ROOT)).replaceAll("");
    return NO_LETTER.matcher(PORT.matcher(plain).replaceFirst("$1")).replaceAll("");
  }

  private static @Nullable String page(Entry entry) {
    if (entry instanceof Initiative initiative) {
      return initiative.website();
    } else if (entry instanceof Portrait portrait) {
      return portrait.bodyUrl();
    }
    return ((Methodology) entry).documentUrl();
  }
}
