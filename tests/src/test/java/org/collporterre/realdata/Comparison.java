package org.collporterre.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * How the records of two files are compared, field by field.
 *
 * @param except keys of fields that differ, as the register says
 * @param distance how far positions may be apart, in degrees; records without position are passed
 */
record Comparison(Set<String> except, double distance) {
  private static final List<String> POSITION = List.of("latitude", "longitude");

  static Comparison of(JsonObject said) {
    Set<String> except = new HashSet<>();
    if (said.containsKey("except")) {
      except.addAll(said.getJsonArray("except").getValuesAs(JsonString::getString));
    }
    boolean rounded = said.containsKey("within");
    if (rounded) {
      except.addAll(POSITION);
    }
    return new Comparison(
        except, rounded ? said.getJsonNumber("within").doubleValue() : Double.NaN);
  }

  void compare(Entry actual, Entry expected) {
    Schema<?> schema = Schema.of(expected.getClass());
    for (Field field : schema.fields()) {
      if (!except.contains(field.key())) {
        assertThat(field.text(actual)).as(field.key()).isEqualTo(field.text(expected));
      }
    }
    if (!Double.isNaN(distance) && !Outcome.positions(actual).isEmpty()) {
      for (String key : POSITION) {
        Field field = schema.requireField(key);
        assertThat(Double.parseDouble(field.text(actual)))
            .isCloseTo(Double.parseDouble(field.text(expected)), within(distance));
      }
    }
  }
}
