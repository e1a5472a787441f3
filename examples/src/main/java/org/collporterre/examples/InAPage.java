package org.collporterre.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.collporterre.cms.page.Filter;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.Publication;
import org.collporterre.cms.page.Publications;
import org.collporterre.cms.page.RequestException;
import org.collporterre.cms.page.ViewRequest;

/** Shows a dataset in pages of any application. */
public final class InAPage {
  private final Publications publications = Publications.create();

  /**
   * Runs the example.
   *
   * @param args a dataset
   * @throws IOException when it cannot be read
   * @throws RequestException when it is none
   */
  public static void main(String[] args) throws IOException, RequestException {
    System.out.println(new InAPage().map(Path.of(args[0])));
  }

  String map(Path data) throws IOException, RequestException {
    // snippet: in-a-page
    // Read once, and again when the file changes; any format, only what the public may see.
    Publication publication = publications.get(data);
    Fragments fragments =
        Fragments.of(publication, Locale.FRENCH)
            .withAssets("/collporterre/")
            .withLinks(entry -> "/fiches/" + entry.id());
    String map = fragments.map(Filter.parse("champ=innovation-sociale; odd=11", publication));
    // end
    return map;
  }

  String asked(Path data, Map<String, String> parameters) throws IOException {
    // snippet: what-an-author-asks-for
    try {
      ViewRequest request = ViewRequest.of(parameters, Locale.FRENCH);
      return Fragments.of(publications.get(data), Locale.FRENCH).show(request);
    } catch (RequestException e) {
      return Fragments.problem(e.text(Locale.FRENCH), Locale.FRENCH);
    }
    // end
  }
}
