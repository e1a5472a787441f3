package org.collporterre.cms.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.files.WholeFile;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Writes a dataset as a site of static files: a page with map and list, one with numbers, one for
 * each record, and the data in Atom, GeoJSON, JSON-LD and, where it is known at which address the
 * site will be, a sitemap. It works from a folder as from a server, and loads nothing from
 * elsewhere, unless tiles are asked for or records have pictures. Records that must not be public,
 * confidential fields and persons named as actors are never written. Immutable and thread-safe; the
 * records are kept in memory until the end.
 *
 * <p>A folder that is already a site keeps what is not of this kind; the files take their places
 * one by one, and those of records that are no longer there go. A folder with anything else in it
 * is refused.
 *
 * <p>Unless changed: French, outlines of countries, the standard vocabularies, no gazetteer, the
 * system's clock in UTC.
 */
public final class SiteExporter extends Exporter {
  /** The file that lists those of a site, by which a folder is known to be one. */
  public static final String MANIFEST = "collporterre-site.txt";

  private final PageSettings settings;

  private SiteExporter(PageSettings settings) {
    this.settings = settings;
  }

  /**
   * Tells whether a site may be written to a place: there is nothing, an empty folder, or a site.
   *
   * @throws IOException when it cannot be looked at
   */
  public static boolean mayWrite(Path folder) throws IOException {
    return SiteFolder.isFree(folder);
  }

  /** Returns an exporter with the defaults. */
  public static SiteExporter create() {
    return new SiteExporter(PageSettings.USUAL);
  }

  /** Returns this exporter writing French, English or Breton. */
  public SiteExporter withLocale(Locale locale) {
    return new SiteExporter(settings.with(locale));
  }

  /** Returns this exporter with tiles under the map; null for outlines. */
  public SiteExporter withTiles(@Nullable Tiles tiles) {
    return new SiteExporter(settings.with(tiles));
  }

  /**
   * Returns this exporter for a site at an address.
   *
   * @throws IllegalArgumentException when it is not an {@code https} address without query and
   *     fragment that ends with a slash
   */
  public SiteExporter withBaseUri(@Nullable String uri) {
    if (uri != null && !FormatBlock.isBaseUri(uri)) {
      throw new IllegalArgumentException("not https://…/: " + uri);
    }
    return new SiteExporter(settings.withBaseUri(uri));
  }

  /** Returns this exporter calling the dataset by what it says of itself. */
  public SiteExporter withDescriptor(@Nullable DatasetDescriptor descriptor) {
    return new SiteExporter(settings.with(descriptor));
  }

  /** Returns this exporter taking the labels of codes from other vocabularies. */
  public SiteExporter withVocabularies(Vocabularies vocabularies) {
    return new SiteExporter(settings.with(vocabularies));
  }

  /** Returns this exporter naming territories by a gazetteer. */
  public SiteExporter withGazetteer(Gazetteer gazetteer) {
    return new SiteExporter(settings.with(gazetteer));
  }

  /** Returns this exporter with another clock; whether a consent still holds depends on it. */
  public SiteExporter withClock(Clock clock) {
    return new SiteExporter(settings.with(clock));
  }

  @Override
  public <E extends Entry> EntryWriter<E> open(Path target, Class<E> type, FindingSink losses)
      throws IOException {
    Path folder = target.toAbsolutePath().normalize();
    SiteFolder site = SiteFolder.begin(folder);
    return new CollectingWriter<>(
        settings,
        String.valueOf(folder.getFileName()),
        losses,
        new CollectingWriter.Target() {
          @Override
          public void write(Publication publication) throws IOException {
            new Site(publication, settings).write(site);
            site.commit();
          }

          @Override
          public void close() throws IOException {
            site.close();
          }
        });
  }

  /**
   * @throws UnsupportedOperationException always: a site is a folder
   */
  @Override
  public <E extends Entry> EntryWriter<E> open(
      OutputStream out, Class<E> type, FindingSink losses) {
    throw new UnsupportedOperationException("a site is a folder");
  }

  @Override
  protected <E extends Entry> EntryWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink sink) {
    throw new UnsupportedOperationException("a site is a folder");
  }
}
