package org.collporterre.cms.connect;

import java.io.IOException;
import java.util.List;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * A WordPress on which each record is a post. With the plugin Collporterre posts are its own; else
 * they are ordinary ones, in which the record is one block among those that people add. Not
 * thread-safe.
 */
public final class WordPress implements Site {
  private static final String PLUGIN = "collporterre/v1";

  private final SiteAddress site;
  private final @Nullable Credentials credentials;
  private final Patience patience;
  private final Content content;
  private final Vocabularies vocabularies;
  private final String base;
  private final String status;
  private @Nullable Site opened;

  private WordPress(
      SiteAddress site,
      @Nullable Credentials credentials,
      Patience patience,
      Content content,
      Vocabularies vocabularies,
      String base,
      String status) {
    this.site = site;
    this.credentials = credentials;
    this.patience = patience;
    this.content = content;
    this.vocabularies = vocabularies;
    this.base = base;
    this.status = status;
  }

  /**
   * Returns a site.
   *
   * @param site its address, without {@code /wp-json}
   * @param credentials an application password; null only reads what is public
   * @param content what records look like
   */
  public static WordPress at(SiteAddress site, @Nullable Credentials credentials, Content content) {
    return new WordPress(
        site, credentials, Patience.standard(), content, Vocabularies.standard(), "", "publish");
  }

  /** Returns the same site waited for in another way. */
  public WordPress withPatience(Patience other) {
    return new WordPress(site, credentials, other, content, vocabularies, base, status);
  }

  /** Returns the same site with labels of codes from these vocabularies. */
  public WordPress withVocabularies(Vocabularies other) {
    return new WordPress(site, credentials, patience, content, other, base, status);
  }

  /**
   * Returns the same site with records in another kind of posts, whether it has the plugin or not.
   *
   * @param kind as it stands in addresses of the REST API: {@code posts}, {@code pages}…
   */
  public WordPress withKind(String kind) {
    if (!kind.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("no kind of posts: " + kind);
    }
    return new WordPress(site, credentials, patience, content, vocabularies, kind, status);
  }

  /** Returns the same site with new posts that only those see who write it. */
  public WordPress withDrafts() {
    return new WordPress(site, credentials, patience, content, vocabularies, base, "draft");
  }

  @Override
  public String address() {
    return site.toString();
  }

  @Override
  public List<Published> open() throws IOException {
    WordPressRest rest = WordPressRest.open(site, credentials, patience);
    boolean plugin = rest.has(PLUGIN) && base.isEmpty();
    String kind = base.isEmpty() ? "posts" : base;
    Site found =
        plugin
            ? new WordPressRecords(rest, site, content, vocabularies, credentials != null)
            : new WordPressPosts(
                rest, site, content, "/wp/v2/" + kind, status, credentials != null);
    opened = found;
    return found.open();
  }

  private Site opened() {
    Site found = opened;
    if (found == null) {
      throw new IllegalStateException("not opened");
    }
    return found;
  }

  @Override
  public String fingerprint(PublicRow row) {
    return opened().fingerprint(row);
  }

  @Override
  public @Nullable Published look(PublicRow row) throws IOException {
    return opened().look(row);
  }

  @Override
  public String create(PublicRow row) throws IOException {
    return opened().create(row);
  }

  @Override
  public void update(PublicRow row, Published there) throws IOException {
    opened().update(row, there);
  }

  @Override
  public void withdraw(Published there) throws IOException {
    opened().withdraw(there);
  }
}
