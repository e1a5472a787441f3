package org.collporterre.cms.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.geo.Gazetteer;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What pages and sites are made with. Immutable. */
record PageSettings(
    Locale locale,
    @Nullable Tiles tiles,
    @Nullable String baseUri,
    @Nullable DatasetDescriptor descriptor,
    Vocabularies vocabularies,
    Gazetteer gazetteer,
    Clock clock) {
  static final PageSettings USUAL =
      new PageSettings(
          Locale.FRENCH,
          null,
          null,
          null,
          Vocabularies.standard(),
          Gazetteer.none(),
          Clock.systemUTC());

  PageSettings with(Locale other) {
    return new PageSettings(other, tiles, baseUri, descriptor, vocabularies, gazetteer, clock);
  }

  PageSettings with(@Nullable Tiles other) {
    return new PageSettings(locale, other, baseUri, descriptor, vocabularies, gazetteer, clock);
  }

  PageSettings withBaseUri(@Nullable String other) {
    return new PageSettings(locale, tiles, other, descriptor, vocabularies, gazetteer, clock);
  }

  PageSettings with(@Nullable DatasetDescriptor other) {
    return new PageSettings(locale, tiles, baseUri, other, vocabularies, gazetteer, clock);
  }

  PageSettings with(Vocabularies other) {
    return new PageSettings(locale, tiles, baseUri, descriptor, other, gazetteer, clock);
  }

  PageSettings with(Gazetteer other) {
    return new PageSettings(locale, tiles, baseUri, descriptor, vocabularies, other, clock);
  }

  PageSettings with(Clock other) {
    return new PageSettings(locale, tiles, baseUri, descriptor, vocabularies, gazetteer, other);
  }

  /** Returns what addresses of records begin with: of the site, else as the dataset says. */
  String dataUri() {
    return baseUri == null ? dataUri(descriptor) : baseUri;
  }

  static String dataUri(@Nullable DatasetDescriptor descriptor) {
    String said = descriptor == null ? null : descriptor.collporterre().baseUri();
    return said == null ? JsonLdExporter.DEFAULT_BASE_URI : said;
  }

  /** Returns what takes the records; a dataset of which nothing is said is called by its file. */
  Publication.Builder builder(String file) {
    String title = descriptor == null ? file : descriptor.title();
    return Publication.titled(title, LocalDate.now(clock))
        .with(vocabularies)
        .with(gazetteer)
        .with(descriptor);
  }
}
