package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON texts of a file: the file itself, or the {@code application/ld+json} scripts of an HTML
 * page, which are found as a browser finds them.
 */
final class JsonLdScripts {
  private final BufferedInputStream in;
  private @Nullable HtmlScripts page;
  private boolean opened;

  JsonLdScripts(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** Tells whether the file is a page; known after the first text was asked for. */
  boolean isPage() {
    return page != null;
  }

  /**
   * Returns the next JSON text, or null after the last.
   *
   * @throws IOException when the file cannot be read
   * @throws JsonFault when a script is too long
   */
  @Nullable JsonScanner next() throws IOException, JsonFault {
    if (!opened) {
      opened = true;
      if (!isPage(in)) {
        return new JsonScanner(in);
      }
      page = new HtmlScripts(in);
    }
    HtmlScripts.Script script = page == null ? null : page.next();
    return script == null
        ? null
        : new JsonScanner(
            new ByteArrayInputStream(script.bytes(), script.from(), script.length()),
            script.line(),
            script.column());
  }

  /**
   * Tells whether a file, which is afterwards where it was before, is a page: JSON never begins
   * with {@code <}, a page always does.
   */
  static boolean isPage(BufferedInputStream in) throws IOException {
    in.mark(1 << 13);
    int b = in.read();
    for (int i = 1;
        i < 1 << 13 && (b <= ' ' && b >= 0 || b == 0xEF || b == 0xBB || b == 0xBF);
        i++) {
      b = in.read();
    }
    in.reset();
    return b == '<';
  }
}
