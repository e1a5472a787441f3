package org.collporterre.cms.xwiki;

import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.collporterre.cms.page.DataFolder;
import org.collporterre.cms.page.RequestException;
import org.xwiki.component.annotation.Component;

/** Finds datasets in one folder, and nothing outside of it. Thread-safe. */
@Component
@Singleton
public class FolderResolver implements SourceResolver {
  @Inject private Settings settings;

  /** Made by XWiki, which gives it the rest. */
  @SuppressWarnings("NullAway.Init")
  public FolderResolver() {}

  @Override
  public Path resolve(String source) throws RequestException, IOException {
    String folder = settings.get(Settings.FOLDER);
    if (folder.isEmpty()) {
      throw new RequestException("source-missing", DataFolder.requireName(source));
    }
    return DataFolder.of(Path.of(folder)).file(source);
  }
}
