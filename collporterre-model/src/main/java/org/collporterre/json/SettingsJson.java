package org.collporterre.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.dataset.DatasetSettingsBuilder;
import org.collporterre.dataset.FailOn;
import org.collporterre.dataset.RuleLevel;
import org.collporterre.dataset.RuleSetting;
import org.collporterre.report.Profile;
import org.jspecify.annotations.Nullable;

/** The settings of a dataset in JSON. A rule of which only the severity is said is that text. */
final class SettingsJson {
  private SettingsJson() {}

  static final class Writer implements JsonbSerializer<DatasetSettings> {
    @Override
    public void serialize(
        DatasetSettings settings, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      text(out, "profile", settings.profile() == null ? null : settings.profile().label());
      text(out, "today", settings.today() == null ? null : settings.today().toString());
      text(out, "fail_on", settings.failOn() == null ? null : settings.failOn().label());
      if (settings.maxFindings() != null) {
        out.write("max_findings", settings.maxFindings());
      }
      text(out, "baseline", settings.baseline());
      if (!settings.rules().isEmpty()) {
        out.writeStartObject("rules");
        settings.rules().forEach((code, setting) -> rule(out, code, setting));
        out.writeEnd();
      }
      out.writeEnd();
    }

    private static void rule(JsonGenerator out, String code, RuleSetting setting) {
      String level = setting.severity() == null ? null : setting.severity().label();
      if (setting.parameters().isEmpty() && level != null) {
        out.write(code, level);
      } else {
        out.writeStartObject(code);
        text(out, RuleSetting.SEVERITY, level);
        setting.parameters().forEach(out::write);
        out.writeEnd();
      }
    }

    private static void text(JsonGenerator out, String name, @Nullable String text) {
      if (text != null) {
        out.write(name, text);
      }
    }
  }

  static final class Reader implements JsonbDeserializer<DatasetSettings> {
    @Override
    public DatasetSettings deserialize(JsonParser in, DeserializationContext context, Type type) {
      DatasetSettingsBuilder settings = DatasetSettingsBuilder.builder(DatasetSettings.NONE);
      in.getObject().forEach((name, value) -> member(settings, name, value));
      return settings.build();
    }

    private static void member(DatasetSettingsBuilder settings, String name, JsonValue value) {
      switch (name) {
        case "$schema" -> text(name, value, text -> text);
        case "profile" -> settings.profile(text(name, value, Profile::named));
        case "today" -> settings.today(text(name, value, LocalDate::parse));
        case "fail_on" -> settings.failOn(text(name, value, FailOn::named));
        case "max_findings" -> settings.maxFindings(number(name, value));
        case "baseline" -> settings.baseline(text(name, value, text -> text));
        case "rules" -> settings.rules(rules(value));
        default -> throw new JsonbException("settings-key-unknown: " + name);
      }
    }

    private static Map<String, RuleSetting> rules(JsonValue value) {
      Map<String, RuleSetting> rules = new LinkedHashMap<>();
      object("rules", value).forEach((code, setting) -> rules.put(code, rule(code, setting)));
      return rules;
    }

    private static RuleSetting rule(String code, JsonValue value) {
      if (value instanceof JsonString) {
        return new RuleSetting(text(code, value, RuleLevel::named), Map.of());
      }
      RuleLevel level = null;
      Map<String, Integer> parameters = new LinkedHashMap<>();
      for (Map.Entry<String, JsonValue> member : object(code, value).entrySet()) {
        if (member.getKey().equals(RuleSetting.SEVERITY)) {
          level = text(code, member.getValue(), RuleLevel::named);
        } else {
          parameters.put(member.getKey(), number(member.getKey(), member.getValue()));
        }
      }
      return new RuleSetting(level, parameters);
    }

    private static JsonObject object(String name, JsonValue value) {
      if (value instanceof JsonObject object) {
        return object;
      }
      throw malformed(name, value);
    }

    private static int number(String name, JsonValue value) {
      if (value instanceof JsonNumber number && number.isIntegral()) {
        try {
          return number.intValueExact();
        } catch (ArithmeticException e) {
          throw malformed(name, value);
        }
      }
      throw malformed(name, value);
    }

    private static <T> T text(String name, JsonValue value, Function<String, @Nullable T> reading) {
      if (value instanceof JsonString text) {
        try {
          T read = reading.apply(text.getString());
          if (read != null) {
            return read;
          }
        } catch (DateTimeException e) {
          throw malformed(name, value);
        }
      }
      throw malformed(name, value);
    }

    private static JsonbException malformed(String name, JsonValue value) {
      return new JsonbException("settings-malformed: " + name + ": " + value);
    }
  }
}
