package org.collporterre.cms.connect;

/**
 * Which record something is.
 *
 * @param type the name of its type, {@code initiative}
 * @param id its identifier, unique among records of the type
 */
public record RecordKey(String type, String id) {
  @Override
  public String toString() {
    return type + ":" + id;
  }
}
