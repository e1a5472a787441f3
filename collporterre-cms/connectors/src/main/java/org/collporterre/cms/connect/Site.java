package org.collporterre.cms.connect;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site that records are published on, one user at a time. What was published is recognised by
 * what the site itself holds; nothing is remembered elsewhere.
 */
public interface Site {
  /** Returns where the site is. */
  String address();

  /**
   * Signs in, when there is a user, and returns all that is published there, each record once. To
   * be called first.
   *
   * @throws SiteException when the site or the user is not what it should be
   */
  List<Published> open() throws IOException;

  /** Returns what a row would be known by once published: it is another one for another content. */
  String fingerprint(PublicRow row);

  /**
   * Returns what the site holds of a record now, or in the place it would get; null for nothing.
   */
  @Nullable Published look(PublicRow row) throws IOException;

  /**
   * Publishes a record that is not there.
   *
   * @return where people see it
   * @throws SiteException with {@link SiteException.Reason#CHANGED} when meanwhile it is
   */
  String create(PublicRow row) throws IOException;

  /**
   * Publishes another content of a record; what people added around it stays.
   *
   * @param there what was seen
   * @throws SiteException with {@link SiteException.Reason#CHANGED} when it is no longer that
   */
  void update(PublicRow row, Published there) throws IOException;

  /**
   * Takes a record out of the public's sight, as far as the site lets a user do.
   *
   * @param there what was seen
   * @throws SiteException with {@link SiteException.Reason#CHANGED} when it is no longer that
   */
  void withdraw(Published there) throws IOException;
}
