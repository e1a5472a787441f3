package org.collporterre.benchmarks;

import org.collporterre.export.TableSchemas;
import org.collporterre.model.Initiative;
import org.collporterre.schema.Schema;

/** Prints the Table Schema of initiatives, for validators that take one. */
public final class Schemas {
  private Schemas() {}

  /** Takes nothing. */
  public static void main(String[] args) {
    System.out.println(TableSchemas.json(TableSchemas.ofRecords(Schema.of(Initiative.class))));
  }
}
