package org.collporterre.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.collporterre.cms.connect.Credentials;
import org.collporterre.cms.connect.Outcome;
import org.collporterre.cms.connect.PublicRow;
import org.collporterre.cms.connect.Publisher;
import org.collporterre.cms.connect.Site;
import org.collporterre.cms.connect.SiteAddress;
import org.collporterre.cms.connect.WordPress;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.Publication;
import org.collporterre.cms.page.Publications;
import org.collporterre.cms.page.RequestException;
import org.collporterre.model.Initiative;

/** Brings a WordPress of others up to date with the initiatives of a dataset. */
public final class OnASite {
  private OnASite() {}

  /**
   * Runs the example.
   *
   * @param args a dataset, the address of a site, a user; the password is in the environment
   * @throws IOException when the dataset cannot be read, or the site lets nobody in
   * @throws RequestException when it is no dataset
   */
  public static void main(String[] args) throws IOException, RequestException {
    Publication publication = Publications.create().get(Path.of(args[0]));
    String password = System.getenv().getOrDefault("COLLPORTERRE_PASSWORD", "");
    System.out.println(publish(publication, args[1], args[2], password).counts());
  }

  static Outcome publish(Publication publication, String url, String user, String password)
      throws IOException {
    // snippet: on-a-site
    SiteAddress address = SiteAddress.of(url, false);
    Fragments fragments = Fragments.of(publication, Locale.FRENCH).withoutScripts();
    Site site = WordPress.at(address, new Credentials(user, password), fragments::sheet);
    List<PublicRow> rows = new ArrayList<>();
    publication.entries(Initiative.class).forEach(entry -> rows.add(PublicRow.of(entry)));
    // Says what would be done; Publisher.to(site).applying() does it.
    Outcome outcome = Publisher.to(site).publish(rows, Map.of(), Set.of("initiative"));
    // end
    return outcome;
  }
}
