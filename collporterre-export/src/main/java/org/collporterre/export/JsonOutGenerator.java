package org.collporterre.export;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.BitSet;

/**
 * A {@link JsonOut} for code that writes to any generator. Numbers are written as their own class
 * writes them, but doubles without exponent. Bytes stay in the buffer until flushed.
 */
final class JsonOutGenerator implements JsonGenerator {
  private final JsonOut out;

  /** Which of the open structures, from the outermost, are objects. */
  private final BitSet objects = new BitSet();

  private int depth;
  private boolean named;
  private boolean ended;

  JsonOutGenerator(JsonOut out) {
    this.out = out;
  }

  @Override
  public JsonGenerator writeStartObject() {
    return open(true);
  }

  @Override
  public JsonGenerator writeStartObject(String name) {
    writeKey(name);
    return open(true);
  }

  @Override
  public JsonGenerator writeStartArray() {
    return open(false);
  }

  @Override
  public JsonGenerator writeStartArray(String name) {
    writeKey(name);
    return open(false);
  }

  @Override
  public JsonGenerator writeKey(String name) {
    if (depth == 0 || !objects.get(depth) || named) {
      throw new JsonGenerationException("no name can stand here: " + name);
    }
    named = true;
    out.name(name);
    return this;
  }

  @Override
  public JsonGenerator writeEnd() {
    if (depth == 0 || named) {
      throw new JsonGenerationException("nothing can end here");
    }
    if (objects.get(depth--)) {
      out.endObject();
    } else {
      out.endArray();
    }
    ended = depth == 0;
    return this;
  }

  private JsonGenerator open(boolean object) {
    value();
    depth++;
    objects.set(depth, object);
    ended = false;
    if (object) {
      out.beginObject();
    } else {
      out.beginArray();
    }
    return this;
  }

  /** Refuses a value where none can stand. */
  private void value() {
    if (depth == 0 ? ended : objects.get(depth) && !named) {
      throw new JsonGenerationException("no value can stand here");
    }
    named = false;
    ended = depth == 0;
  }

  /** Makes ready for another value of the caller's own array. */
  void next() {
    ended = false;
  }

  @Override
  public JsonGenerator write(String text) {
    value();
    out.value(text);
    return this;
  }

  @Override
  public JsonGenerator write(BigDecimal number) {
    value();
    out.number(number.toString());
    return this;
  }

  @Override
  public JsonGenerator write(BigInteger number) {
    value();
    out.number(number.toString());
    return this;
  }

  @Override
  public JsonGenerator write(int number) {
    return write((long) number);
  }

  @Override
  public JsonGenerator write(long number) {
    value();
    out.value(number);
    return this;
  }

  @Override
  public JsonGenerator write(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new NumberFormatException("no number of JSON: " + number);
    }
    value();
    out.value(number);
    return this;
  }

  @Override
  public JsonGenerator write(boolean value) {
    value();
    out.value(value);
    return this;
  }

  @Override
  public JsonGenerator writeNull() {
    value();
    out.nullValue();
    return this;
  }

  @Override
  public JsonGenerator write(JsonValue value) {
    switch (value.getValueType()) {
      case ARRAY -> {
        writeStartArray();
        value.asJsonArray().forEach(this::write);
        writeEnd();
      }
      case OBJECT -> {
        writeStartObject();
        value.asJsonObject().forEach(this::write);
        writeEnd();
      }
      case STRING -> write(((JsonString) value).getString());
      case NUMBER -> write(((JsonNumber) value).bigDecimalValue());
      case TRUE -> write(true);
      case FALSE -> write(false);
      case NULL -> writeNull();
    }
    return this;
  }

  @Override
  public JsonGenerator write(String name, JsonValue value) {
    return writeKey(name).write(value);
  }

  @Override
  public JsonGenerator write(String name, String value) {
    return writeKey(name).write(value);
  }

  @Override
  public JsonGenerator write(String name, BigInteger value) {
    return writeKey(name).write(value);
  }

  @Override
  public JsonGenerator write(String name, BigDecimal value) {
    return writeKey(name).write(value);
  }

  @Override
  public JsonGenerator write(String name, int value) {
    return writeKey(name).write(value);
  }

  @Override
  public JsonGenerator write(String name, long value) {
    return writeKey(name).write(value);
  }

  @Override
  public JsonGenerator write(String name, double value) {
    return writeKey(name).write(value);
  }

  @Override
  public JsonGenerator write(String name, boolean value) {
    return writeKey(name).write(value);
  }

  @Override
  public JsonGenerator writeNull(String name) {
    return writeKey(name).writeNull();
  }

  /** Passes on what is buffered; the stream behind stays open, and is for its owner to flush. */
  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new JsonException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (!ended) {
      throw new JsonGenerationException("the text is not complete");
    }
    flush();
  }
}
