package org.collporterre.reports;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.yasson.JsonBindingProvider;

/** Writes values as JSON. The provider is named: a search might find another. */
public final class JsonText {
  private JsonText() {}

  /**
   * Writes a value as formatted JSON in UTF-8, with a line break at the end.
   *
   * @param out where it goes; not closed
   */
  public static void write(Object value, OutputStream out) throws IOException {
    JsonbConfig config = new JsonbConfig().withFormatting(true);
    out.write((text(value, config).strip() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a value as JSON on one line. */
  static String line(Object value) {
    return text(value, new JsonbConfig());
  }

  private static String text(Object value, JsonbConfig config) {
    // Never closed: outside a container it holds nothing, and close() may throw anything.
    Jsonb jsonb = new JsonBindingProvider().create().withConfig(config).build();
    return jsonb.toJson(value);
  }
}
