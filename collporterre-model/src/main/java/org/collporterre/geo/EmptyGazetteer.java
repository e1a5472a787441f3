package org.collporterre.geo;

import java.util.List;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/** Knows nothing. */
final class EmptyGazetteer implements Gazetteer {
  static final Gazetteer INSTANCE = new EmptyGazetteer();

  private EmptyGazetteer() {}

  @Override
  public String attribution() {
    return "";
  }

  @Override
  public int vintage() {
    return 0;
  }

  @Override
  public @Nullable Commune commune(String code) {
    return null;
  }

  @Override
  public List<Commune> named(String name) {
    return List.of();
  }

  @Override
  public List<Commune> withPostcode(String postcode) {
    return List.of();
  }

  @Override
  public @Nullable String name(Territory territory) {
    return null;
  }

  @Override
  public List<Territory> territories(String name) {
    return List.of();
  }
}
