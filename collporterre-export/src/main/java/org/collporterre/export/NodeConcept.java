package org.collporterre.export;

import org.collporterre.schema.Field;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Writes a code as a {@code DefinedTerm}: its label in the record's language, itself, and the
 * vocabulary it is from. A code that is not listed is its own label.
 *
 * @param set the address of the vocabulary, for concepts that have none of their own
 */
record NodeConcept(Field field, Vocabulary vocabulary, String set) implements NodeShape {
  private static final byte[] TYPE = JsonOut.encodedName("@type");
  private static final byte[] NAME = JsonOut.encodedName("name");
  private static final byte[] CODE = JsonOut.encodedName("termCode");
  private static final byte[] SET = JsonOut.encodedName("inDefinedTermSet");

  @Override
  public void write(Object value, NodeRun run) {
    String code = field.type().write(value);
    Concept concept = vocabulary.concept(code);
    JsonOut out = run.out().beginObject().name(TYPE).value("DefinedTerm");
    out.name(NAME).value(concept == null ? code : label(concept, run.language()));
    out.name(CODE).value(code);
    out.name(SET).value(setOf(concept)).endObject();
  }

  private static String label(Concept concept, String language) {
    int region = language.indexOf('-');
    boolean known = region < 0 || concept.labels().containsKey(language);
    return concept.label(known ? language : language.substring(0, region));
  }

  /** A concept with an address of its own lies in the set of that address. */
  private String setOf(@Nullable Concept concept) {
    String uri = concept == null ? null : concept.uri();
    int end = uri == null ? -1 : uri.lastIndexOf('/');
    return uri == null || end < 0 ? set : uri.substring(0, end);
  }
}
