package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;

/**
 * Reads JSON-LD in terms of schema.org: what {@code JsonLdExporter} writes, documents of others,
 * and HTML pages with {@code application/ld+json} scripts. Reads all three record types: projects,
 * organizations and places are initiatives, articles are portraits, how-tos are methodologies, with
 * the subtypes that schema.org knows; other types are reported, once each. Properties that no field
 * is for are kept as extensions.
 *
 * <p>Nothing is ever fetched: of contexts elsewhere only schema.org's is known. Nodes of a graph
 * are read one by one, and records wait for the nodes they refer to; see {@code
 * docs/interpretation.md} for the limits.
 *
 * @see <a href="https://schema.org/docs/full.html">schema.org</a>
 */
public final class JsonLdImporter extends Importer<JsonLdImporter> {
  /** What the addresses of records begin with unless told otherwise. */
  public static final String DEFAULT_BASE_URI = "https://collporterre.org/";

  private final String base;

  private JsonLdImporter(ImportSettings settings, String base) {
    super(settings);
    this.base = base;
  }

  /** Returns an importer with the defaults. */
  public static JsonLdImporter create() {
    return new JsonLdImporter(ImportSettings.STANDARD, DEFAULT_BASE_URI);
  }

  @Override
  JsonLdImporter with(ImportSettings other) {
    return new JsonLdImporter(other, base);
  }

  /**
   * Returns this importer with another beginning of addresses, that of the dataset: references to
   * addresses that begin so are references to its own records. A record whose address and
   * identifier tell the beginning needs none.
   *
   * @throws IllegalArgumentException when it is not an {@code https} address without query and
   *     fragment that ends with a slash
   */
  public JsonLdImporter withBaseUri(String uri) {
    if (!FormatBlock.isBaseUri(uri)) {
      throw new IllegalArgumentException("not https://…/: " + uri);
    }
    return new JsonLdImporter(settings(), uri);
  }

  @Override
  <E extends Entry> EntryReader<E> reader(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    return new JsonLdReader<>(in, name, type, settings(), base, sink);
  }

  @Override
  void correct(CorrectedCopy copy) throws IOException {
    boolean page;
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(copy.file()))) {
      page = JsonLdScripts.isPage(in);
    }
    if (page) {
      super.correct(copy);
    } else {
      JsonCorrector.correct(this, copy);
    }
  }

  @Override
  public boolean hide(Path file, Class<? extends Entry> type, Path copy) throws IOException {
    return HiddenTexts.ofJson(file, settings(), copy);
  }
}
