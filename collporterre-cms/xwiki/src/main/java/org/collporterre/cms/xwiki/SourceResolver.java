package org.collporterre.cms.xwiki;

import java.io.IOException;
import java.nio.file.Path;
import org.collporterre.cms.page.RequestException;
import org.xwiki.component.annotation.Role;

/**
 * Finds the dataset that a page's author names. The one that comes along looks into a folder; an
 * application that wants attachments registers its own component, and sees to it that whoever looks
 * at the page may see what it returns. Must be thread-safe.
 */
@Role
@FunctionalInterface
public interface SourceResolver {
  /**
   * Returns where a dataset is.
   *
   * @param source what the page's author wrote; not to be trusted
   * @throws RequestException when there is none, or it may not be seen
   */
  Path resolve(String source) throws RequestException, IOException;
}
