package org.collporterre.json;

import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;

/**
 * Binds records to native JSON with Jakarta JSON Binding: {@code
 * JsonbBuilder.create(CollporterreJsonb.config())}. It writes and reads {@link Initiative}, {@link
 * Portrait}, {@link Methodology}, and {@link Entry} when any of the three is meant, alone or in
 * lists and members of other objects; and {@link org.collporterre.dataset.DatasetSettings}.
 *
 * <p>Native JSON is no public format: all of a record is in it, also what a portrait's subject
 * agreed to and what is confidential.
 *
 * <p>Reading is strict. A value that is not in its plain form is refused with a {@link
 * JsonbException} whose message names each such value and the code of the rule against it. A member
 * that the format does not know becomes an extension. Constraints are not checked: that is for a
 * checker or a validator.
 */
public final class CollporterreJsonb {
  private CollporterreJsonb() {}

  /** Returns a new configuration with what is needed for records; add to it what you like. */
  public static JsonbConfig config() {
    return new JsonbConfig()
        .withSerializers(new EntrySerializer(), new SettingsJson.Writer())
        .withDeserializers(
            new EntryDeserializer(),
            new InitiativeDeserializer(),
            new PortraitDeserializer(),
            new MethodologyDeserializer(),
            new SettingsJson.Reader());
  }

  private static final class EntrySerializer implements JsonbSerializer<Entry> {
    @Override
    public void serialize(Entry entry, JsonGenerator out, SerializationContext context) {
      RecordJsonWriter.of(entry.getClass()).write(entry, out);
    }
  }

  // A binder finds the type from the declaration of the class, so there is one for each.

  private static final class EntryDeserializer implements JsonbDeserializer<Entry> {
    @Override
    public Entry deserialize(JsonParser in, DeserializationContext context, Type type) {
      JsonObject object = in.getObject();
      return RecordJsonReader.read(object, RecordJsonReader.type(object));
    }
  }

  private static final class InitiativeDeserializer implements JsonbDeserializer<Initiative> {
    @Override
    public Initiative deserialize(JsonParser in, DeserializationContext context, Type type) {
      return RecordJsonReader.read(in.getObject(), Initiative.class);
    }
  }

  private static final class PortraitDeserializer implements JsonbDeserializer<Portrait> {
    @Override
    public Portrait deserialize(JsonParser in, DeserializationContext context, Type type) {
      return RecordJsonReader.read(in.getObject(), Portrait.class);
    }
  }

  private static final class MethodologyDeserializer implements JsonbDeserializer<Methodology> {
    @Override
    public Methodology deserialize(JsonParser in, DeserializationContext context, Type type) {
      return RecordJsonReader.read(in.getObject(), Methodology.class);
    }
  }
}
