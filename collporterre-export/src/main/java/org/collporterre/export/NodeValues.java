package org.collporterre.export;

import org.collporterre.model.ExternalId;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Territory;
import org.collporterre.schema.Term;

/** The shapes of values that are nodes without being records. */
final class NodeValues {
  private static final byte[] ID = JsonOut.encodedName("@id");
  private static final byte[] TYPE = JsonOut.encodedName("@type");
  private static final byte[] NAME = JsonOut.encodedName("name");
  private static final byte[] VERSION = JsonOut.encodedName("version");
  private static final byte[] IDENTIFIER = JsonOut.encodedName("identifier");
  private static final byte[] PROPERTY_ID = JsonOut.encodedName("propertyID");
  private static final byte[] VALUE = JsonOut.encodedName("value");
  private static final String REGISTERED = "PropertyValue";

  private NodeValues() {}

  /** Returns the shape of values that a term wraps into a node each. */
  static NodeShape wrapped(Term term, String key, NodeShape inner) {
    String type = term.node();
    byte[] typeMember = JsonOut.encodedMember("@type", type);
    byte[] property = JsonOut.encodedName(term.property());
    String register =
        !type.equals(REGISTERED) ? "" : term.propertyId().isEmpty() ? key : term.propertyId();
    byte[] registerMember = JsonOut.encodedMember("propertyID", register);
    boolean typed = !type.equals(NodePlan.UNTYPED);
    return (value, run) -> {
      JsonOut out = run.out().beginObject();
      if (typed) {
        out.encoded(typeMember);
      }
      if (!register.isEmpty()) {
        out.encoded(registerMember);
      }
      out.name(property);
      inner.write(value, run);
      out.endObject();
    };
  }

  /**
   * Returns the shape of references to records.
   *
   * @param type the schema.org type to state of them; empty for none
   * @param prefix what stands before a local identifier in an address
   */
  static NodeShape reference(String type, String prefix) {
    byte[] typeMember = JsonOut.encodedMember("@type", type);
    return (value, run) -> {
      RecordRef ref = (RecordRef) value;
      JsonOut out = run.out().beginObject();
      if (!type.isEmpty()) {
        out.encoded(typeMember);
      }
      out.name(ID).value(ref.isLocal() ? prefix + ref.target() : ref.target());
      if (ref.version() != null) {
        out.name(VERSION).value(ref.version());
      }
      out.endObject();
    };
  }

  static void territory(Object value, NodeRun run) {
    Territory territory = (Territory) value;
    JsonOut out = run.out().beginObject();
    switch (territory.kind()) {
      case MONDE -> out.name(TYPE).value("Place").name(NAME).value("Monde");
      case LIBRE -> out.name(TYPE).value("AdministrativeArea").name(NAME).value(territory.code());
      default -> {
        out.name(TYPE).value("AdministrativeArea").name(IDENTIFIER);
        registered(territory.propertyId(), territory.code(), out);
      }
    }
    out.endObject();
  }

  /**
   * Tells whether an external identifier is one in a register, rather than a web address from which
   * it can be told again.
   */
  static boolean isRegistered(Object value) {
    String address = ((ExternalId) value).address();
    return address == null || !value.equals(ExternalId.at(address));
  }

  /**
   * Writes a keyword. In schema.org a comma in a text parts keywords, so one with a comma in it is
   * a node.
   */
  static void keyword(Object value, NodeRun run) {
    String keyword = (String) value;
    if (keyword.indexOf(',') < 0) {
      run.out().value(keyword);
    } else {
      run.out().beginObject().name(TYPE).value("DefinedTerm").name(NAME).value(keyword).endObject();
    }
  }

  static void externalId(Object value, NodeRun run) {
    ExternalId id = (ExternalId) value;
    registered(id.scheme(), id.value(), run.out());
  }

  static void address(Object value, NodeRun run) {
    run.out().value(String.valueOf(((ExternalId) value).address()));
  }

  private static void registered(String register, String value, JsonOut out) {
    out.beginObject().name(TYPE).value(REGISTERED);
    out.name(PROPERTY_ID).value(register).name(VALUE).value(value).endObject();
  }

  /** Tells whether a text can be part of an address as it is: RFC 3986, unreserved characters. */
  static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || "-._~".indexOf(c) >= 0)) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
