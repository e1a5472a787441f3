package org.collporterre.tests.consumer.payara;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.collporterre.json.CollporterreJsonb;

/** Binds records to native JSON. */
@Provider
public class RecordBinding implements ContextResolver<Jsonb> {
  private final Jsonb jsonb = JsonbBuilder.create(CollporterreJsonb.config());

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
