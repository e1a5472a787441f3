package org.collporterre.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleParameter;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.dataset.FailOn;
import org.collporterre.dataset.RuleLevel;
import org.collporterre.dataset.RuleSetting;
import org.collporterre.report.Profile;
import org.collporterre.schema.FormatVersion;

/**
 * The JSON Schema (draft 2020-12) of the settings of a dataset, made from the rules: editors that
 * know it propose codes and numbers.
 */
public final class SettingsSchema {
  private static final String ID =
      "https://collporterre.org/schema/" + FormatVersion.CURRENT + "/" + DatasetSettings.FILE;

  private final JsonOut out;

  private SettingsSchema(JsonOut out) {
    this.out = out;
  }

  /** Returns the schema, as JSON on one line. */
  public static String json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonOut out = JsonOut.plain(bytes);
    new SettingsSchema(out).write();
    try {
      out.newLine().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void write() {
    out.beginObject().name("$schema").value("https://json-schema.org/draft/2020-12/schema");
    out.name("$id").value(ID).name("title").value(DatasetSettings.FILE);
    beginObject();
    out.name("$schema").beginObject().name("type").value("string").endObject();
    out.name("profile");
    words(List.of(Profile.values()), Profile::label);
    out.name("today").beginObject().name("type").value("string");
    out.name("format").value("date").endObject();
    out.name("fail_on");
    words(List.of(FailOn.values()), FailOn::label);
    out.name("max_findings");
    integer(1, Integer.MAX_VALUE).endObject();
    out.name("baseline").beginObject().name("type").value("string");
    out.name("minLength").value(1).endObject();
    out.name("rules").beginObject();
    beginObject();
    BuiltInRules.all().forEach(this::rule);
    out.endObject().endObject().endObject().endObject();
  }

  /** Begins the members of an object that has no others. */
  private void beginObject() {
    out.name("type").value("object").name("additionalProperties").value(false);
    out.name("properties").beginObject();
  }

  private void rule(Rule rule) {
    List<RuleLevel> levels =
        List.of(RuleLevel.values()).stream()
            .filter(level -> level != RuleLevel.OFF || rule.canBeOff())
            .toList();
    out.name(rule.code()).beginObject().name("anyOf").beginArray();
    words(levels, RuleLevel::label);
    out.beginObject();
    beginObject();
    out.name(RuleSetting.SEVERITY);
    words(levels, RuleLevel::label);
    for (RuleParameter parameter : rule.parameters()) {
      out.name(parameter.name());
      integer(parameter.least(), parameter.most());
      out.name("default").value(parameter.standard()).endObject();
    }
    out.endObject().endObject().endArray().endObject();
  }

  private <T> void words(List<T> values, Function<T, String> label) {
    out.beginObject().name("enum").beginArray();
    values.forEach(value -> out.value(label.apply(value)));
    out.endArray().endObject();
  }

  private JsonOut integer(int least, int most) {
    out.beginObject().name("type").value("integer");
    return out.name("minimum").value(least).name("maximum").value(most);
  }
}
