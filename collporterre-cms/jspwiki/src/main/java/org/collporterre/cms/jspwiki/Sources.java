package org.collporterre.cms.jspwiki;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.wiki.api.core.Context;
import org.apache.wiki.api.core.Engine;
import org.apache.wiki.api.exceptions.ProviderException;
import org.collporterre.cms.page.DataFolder;
import org.collporterre.cms.page.Publications;
import org.collporterre.cms.page.RequestException;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.jspecify.annotations.Nullable;

/** The datasets of a wiki, and what has been read of them. Thread-safe. */
final class Sources {
  /** The property of the wiki that names its folder of datasets. */
  static final String FOLDER = "collporterre.dossier";

  private static final String PAGES = "jspwiki.fileSystemProvider.pageDir";

  private final Attachments attachments;
  private final @Nullable DataFolder folder;
  private final Publications publications = Publications.create().with(FrenchGazetteer.load());

  private Sources(Engine engine) {
    this.attachments = new Attachments(Path.of(engine.getWorkDir(), "collporterre"));
    this.folder = folder(engine.getWikiProperties());
  }

  /** Returns those of a wiki, made when it is asked for the first time. */
  static Sources of(Engine engine) {
    Sources known = engine.getAttribute(Sources.class.getName());
    if (known == null) {
      // Made twice at worst, and the same.
      known = new Sources(engine);
      engine.setAttribute(Sources.class.getName(), known);
    }
    return known;
  }

  private static @Nullable DataFolder folder(Properties properties) {
    String told = properties.getProperty(FOLDER, "").strip();
    if (!told.isEmpty()) {
      return DataFolder.of(Path.of(told));
    }
    String pages = properties.getProperty(PAGES, "").strip();
    return pages.isEmpty() ? null : DataFolder.of(Path.of(pages, "collporterre"));
  }

  Publications publications() {
    return publications;
  }

  /** Returns where a dataset is that whoever looks at the page may see. */
  Path file(Context context, String source)
      throws RequestException, IOException, ProviderException {
    Path attached = attachments.file(context, DataFolder.requireName(source));
    if (attached != null) {
      return attached;
    } else if (folder == null) {
      throw new RequestException("source-missing", source);
    }
    return folder.file(source);
  }
}
