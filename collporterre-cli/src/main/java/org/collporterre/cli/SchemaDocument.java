package org.collporterre.cli;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.collporterre.export.FieldReference;
import org.collporterre.export.JsonLdContext;
import org.jspecify.annotations.Nullable;

/**
 * A document that describes the format.
 *
 * @param file its name, which is also that of its file
 * @param text makes it
 */
record SchemaDocument(String file, Supplier<String> text) {
  /** All documents, in the order in which they are listed. */
  static final List<SchemaDocument> ALL =
      List.of(
          new SchemaDocument("fields.fr.md", () -> FieldReference.markdown(Locale.FRENCH)),
          new SchemaDocument("fields.en.md", () -> FieldReference.markdown(Locale.ENGLISH)),
          new SchemaDocument("context.jsonld", JsonLdContext::json));

  byte[] bytes() {
    return text.get().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the document of a name, or null. */
  static @Nullable SchemaDocument of(String name) {
    return ALL.stream().filter(one -> one.file.equals(name)).findAny().orElse(null);
  }

  static List<String> names() {
    return ALL.stream().map(SchemaDocument::file).toList();
  }

  /** The names, for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }
}
