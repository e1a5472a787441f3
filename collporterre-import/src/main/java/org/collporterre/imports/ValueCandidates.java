package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.collporterre.schema.Field;
import org.collporterre.schema.PositionText;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** What sources hold going by their values alone, whatever their names. */
final class ValueCandidates {
  /** The box of metropolitan France, and of Lambert-93 in metres. */
  private static final Predicate<String> LATITUDE = ValueTests.number(41, 52);

  private static final Predicate<String> LONGITUDE = ValueTests.number(-6, 10);
  private static final Predicate<String> EASTING = ValueTests.number(100_000, 1_300_000);
  private static final Predicate<String> NORTHING = ValueTests.number(6_000_000, 7_200_000);
  private static final Predicate<String> PRECISE =
      Pattern.compile(".*[.,][0-9]{3,}").asMatchPredicate();

  private static final double NEARLY_ALL = 0.9;
  private static final int LONG = 120;

  private ValueCandidates() {}

  /** Returns what a source holds going by its values; null when they tell nothing. */
  static @Nullable Candidate of(SourceSample sample, Schema<?> schema) {
    if (sample.isEmpty()) {
      return null;
    }
    Candidate plain = plain(sample);
    if (plain != null) {
      return plain;
    }
    boolean words = sample.distinct() > 1 && sample.share(ValueTests.NAME) > NEARLY_ALL;
    for (Field field : words ? schema.fields() : List.<Field>of()) {
      if (field.codeList() != null && !field.isOpen()) {
        double share = sample.share(text -> ValueTests.reads(field, text));
        if (share > NEARLY_ALL) {
          return new Candidate(sample, field.key(), 70, Evidence.share("values-codes", share));
        }
      }
    }
    int length = (int) sample.averageLength();
    return length > LONG
            && sample.variety() > 0.5
            && sample.share(text -> text.indexOf(' ') > 0) > 0.9
        ? new Candidate(
            sample, "description", 60, new Evidence("values-long", Integer.toString(length)))
        : null;
  }

  private static @Nullable Candidate plain(SourceSample sample) {
    double positions = sample.share(ValueTests.POSITION);
    double mails = sample.share(ValueTests.MAIL);
    double addresses = sample.share(ValueTests.URL);
    double sirets = sample.share(ValueTests.SIRET);
    if (positions > NEARLY_ALL) {
      String target = "latitude,longitude";
      return new Candidate(sample, target, 82, Evidence.share("values-positions", positions));
    } else if (mails > NEARLY_ALL) {
      return new Candidate(sample, "courriel", 80, Evidence.share("values-mail", mails));
    } else if (sirets > NEARLY_ALL) {
      return new Candidate(sample, "siret", 85, Evidence.share("values-siret", sirets));
    } else if (addresses > NEARLY_ALL) {
      boolean pictures = sample.share(ValueTests.PICTURE) > 0.5;
      String target = pictures ? "images" : "site_web";
      return new Candidate(sample, target, 62, Evidence.share("values-url", addresses));
    } else if (sample.share(ValueTests.UUID) > NEARLY_ALL && sample.variety() == 1) {
      return new Candidate(sample, "id", 70, Evidence.of("values-uuid"));
    }
    return null;
  }

  /** Returns a latitude and a longitude among sources whose names say nothing; else none. */
  static List<Candidate> degrees(List<SourceSample> samples) {
    List<Candidate> found = new ArrayList<>();
    SourceSample latitude = first(samples, LATITUDE.and(PRECISE));
    SourceSample longitude = first(samples, LONGITUDE.and(PRECISE));
    if (latitude != null && longitude != null) {
      found.add(new Candidate(latitude, "latitude", 60, Evidence.of("values-degrees")));
      found.add(new Candidate(longitude, "longitude", 60, Evidence.of("values-degrees")));
    }
    return found;
  }

  private static @Nullable SourceSample first(List<SourceSample> samples, Predicate<String> test) {
    return samples.stream()
        .filter(sample -> sample.share(test) > NEARLY_ALL)
        .findFirst()
        .orElse(null);
  }

  /** Returns what a source named {@code x} or {@code y} is; null for any other name. */
  static @Nullable Candidate projected(SourceSample sample, Schema<?> schema) {
    boolean east = ProjectedColumns.isEast(sample.name());
    if (!east && !ProjectedColumns.isNorth(sample.name())) {
      return null;
    }
    String target = east ? "longitude" : "latitude";
    if (sample.share(east ? EASTING : NORTHING) > NEARLY_ALL) {
      return new Candidate(sample, target, 55, Evidence.of("values-lambert"));
    }
    Evidence named = new Evidence("header-words", east ? "x" : "y");
    return Candidate.named(sample, new HeaderWords(target, 66, named), schema);
  }

  /** Tells whether what is named latitude is the longitude, and the other way round. */
  static boolean areSwapped(SourceSample latitude, SourceSample longitude) {
    return latitude.share(LONGITUDE) > 0.8
        && longitude.share(LATITUDE) > 0.8
        && latitude.share(LATITUDE) < 0.2;
  }

  /** Tells whether positions in one text have their longitude first. */
  static boolean isLongitudeFirst(SourceSample sample) {
    int swapped = 0;
    int plain = 0;
    for (String value : sample.values()) {
      if (ValueTests.saysOrder(value)
          || !(PositionText.of(value, false) instanceof PositionText.Read read)) {
        continue;
      }
      boolean north = read.latitude() >= 41 && read.latitude() <= 52;
      boolean south = read.longitude() >= 41 && read.longitude() <= 52;
      plain += north || Math.abs(read.longitude()) > 90 ? 1 : 0;
      swapped += !north && south || Math.abs(read.latitude()) > 90 ? 1 : 0;
    }
    return swapped > plain;
  }
}
