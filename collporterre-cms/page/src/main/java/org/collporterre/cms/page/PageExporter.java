package org.collporterre.cms.page;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.files.WholeFile;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.reports.page.MapFiles;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Writes a dataset as one HTML page that needs nothing beside it: map, list with filters, and each
 * record in place. It loads nothing, unless tiles are asked for or records have pictures. Records
 * that must not be public, confidential fields and persons named as actors are never written.
 * Immutable and thread-safe; the records are kept in memory until the end.
 *
 * <p>Unless changed: French, outlines of countries, the standard vocabularies, no gazetteer, the
 * system's clock in UTC.
 */
public final class PageExporter extends Exporter {
  private static final int MANY = 100;

  private final PageSettings settings;

  private PageExporter(PageSettings settings) {
    this.settings = settings;
  }

  /** Returns an exporter with the defaults. */
  public static PageExporter create() {
    return new PageExporter(PageSettings.USUAL);
  }

  /** Returns this exporter writing French, English or Breton. */
  public PageExporter withLocale(Locale locale) {
    return new PageExporter(settings.with(locale));
  }

  /** Returns this exporter with tiles under the map; null for outlines. */
  public PageExporter withTiles(@Nullable Tiles tiles) {
    return new PageExporter(settings.with(tiles));
  }

  /** Returns this exporter calling the dataset by what it says of itself. */
  public PageExporter withDescriptor(@Nullable DatasetDescriptor descriptor) {
    return new PageExporter(settings.with(descriptor));
  }

  /** Returns this exporter taking the labels of codes from other vocabularies. */
  public PageExporter withVocabularies(Vocabularies vocabularies) {
    return new PageExporter(settings.with(vocabularies));
  }

  /** Returns this exporter naming territories by a gazetteer. */
  public PageExporter withGazetteer(Gazetteer gazetteer) {
    return new PageExporter(settings.with(gazetteer));
  }

  /** Returns this exporter with another clock; whether a consent still holds depends on it. */
  public PageExporter withClock(Clock clock) {
    return new PageExporter(settings.with(clock));
  }

  @Override
  protected <E extends Entry> EntryWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink sink) {
    return new CollectingWriter<>(
        settings,
        name,
        sink,
        new CollectingWriter.Target() {
          @Override
          public void write(Publication publication) throws IOException {
            Writer out =
                new BufferedWriter(new OutputStreamWriter(target.out(), StandardCharsets.UTF_8));
            page(publication, out);
            out.flush();
            target.commit();
          }

          @Override
          public void close() throws IOException {
            target.close();
          }
        });
  }

  private void page(Publication publication, Writer out) throws IOException {
    Fragments fragments =
        Fragments.of(publication, settings.locale())
            .withTiles(settings.tiles())
            .withLinks(entry -> "#" + anchor(entry));
    Shell shell = new Shell(publication, settings);
    List<String> scripts =
        List.of(
            "/*\n" + Assets.text(MapFiles.LICENSE) + "*/\n" + Assets.text(MapFiles.SCRIPT),
            Assets.text(Assets.MAP),
            Assets.text(Assets.LIST));
    List<String> styles =
        List.of(Assets.text(MapFiles.STYLE), Assets.text(Assets.STYLE), Shell.style());
    shell.alone(
        out,
        styles,
        scripts,
        html -> {
          shell.banner(html);
          html.fragment(fragments.explorer(Filter.ALL));
          // What is far below is not laid out before it is come near to.
          String look = publication.entries().size() > MANY ? "fiche lointaine" : "fiche";
          for (Entry entry : publication.entries()) {
            html.open("section", "class", look, "id", anchor(entry)).line();
            html.fragment(fragments.withoutScripts().sheet(entry));
            html.close().line();
          }
          html.open("section", "class", "chiffres", "id", "chiffres").line();
          html.element("h2", Words.in(settings.locale()).text("site.numbers")).line();
          html.fragment(fragments.withHeading(3).statistics(Filter.ALL)).close().line();
        });
  }

  private static String anchor(Entry entry) {
    return Shell.segment(entry.getClass()) + "-" + Shell.file(entry.id());
  }
}
