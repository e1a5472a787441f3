package org.collporterre.export;

import org.collporterre.schema.Field;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Writes a code as a {@code DefinedTerm}: its label in the record's language, itself, and the
 * vocabulary it is from. A code that is not listed is its own label. The nodes of listed codes are
 * remembered. Used by one thread.
 */
final class NodeConcept implements NodeShape {
  private static final byte[] TYPE = JsonOut.encodedMember("@type", "DefinedTerm");
  private static final byte[] NAME = JsonOut.encodedName("name");
  private static final byte[] CODE = JsonOut.encodedName("termCode");
  private static final byte[] SET = JsonOut.encodedName("inDefinedTermSet");
  private static final int PLACES = 256;

  private static final class Written {
    final Object value;
    final String language;
    final byte[] node;

    Written(Object value, String language, byte[] node) {
      this.value = value;
      this.language = language;
      this.node = node;
    }
  }

  private final Field field;
  private final Vocabulary vocabulary;
  private final String set;
  private final @Nullable Written[] places = new @Nullable Written[PLACES];

  /**
   * @param set the address of the vocabulary, for concepts that have none of their own
   */
  NodeConcept(Field field, Vocabulary vocabulary, String set) {
    this.field = field;
    this.vocabulary = vocabulary;
    this.set = set;
  }

  @Override
  public void write(Object value, NodeRun run) {
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 8) & PLACES - 1;
    Written known = places[place];
    if (known != null && known.value.equals(value) && known.language.equals(run.language())) {
      run.out().encoded(known.node);
      return;
    }
    String code = field.type().write(value);
    Concept concept = vocabulary.concept(code);
    JsonOut out = run.out();
    int start = out.separator().size();
    out.beginObject().encoded(TYPE);
    out.name(NAME).value(concept == null ? code : label(concept, run.language()));
    out.name(CODE).value(code);
    out.name(SET).value(setOf(concept)).endObject();
    if (concept != null) {
      places[place] = new Written(value, run.language(), out.bytes(start));
    }
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
