package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Writes what was guessed as the fields of a mapping. */
final class ProposedFields {
  private static final List<String> DATES =
      List.of(
          "yyyy-MM-dd'T'HH:mm[:ss][.SSS][XXX]",
          "yyyy-MM-dd HH:mm[:ss][X]",
          "dd/MM/yyyy",
          "dd/MM/yyyy HH:mm[:ss]",
          "d/M/yyyy",
          "dd.MM.yyyy",
          "dd-MM-yyyy",
          "yyyy/MM/dd",
          "yyyyMMdd",
          "d MMMM yyyy",
          "MM/dd/yyyy",
          DateForm.UNIX);

  private static final double MOST = 0.8;

  private final Schema<?> schema;
  private final String name;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<MappingProposal.Guess> guesses = new ArrayList<>();
  private boolean lambert;

  /**
   * @param name what the file is called, as the scheme of its identifiers
   */
  ProposedFields(Schema<?> schema, String name) {
    this.schema = schema;
    this.name = name;
  }

  List<MappingProposal.Guess> guesses() {
    return guesses;
  }

  /** Takes what a mapping says already, as far as its sources are there; returns the keys. */
  Set<String> said(Mapping mapping, List<SourceSample> samples) {
    Map<String, SourceSample> byName = new LinkedHashMap<>();
    samples.forEach(sample -> byName.put(Schema.foldHeader(sample.name()), sample));
    Set<String> keys = new HashSet<>();
    for (MappedField field : mapping.forSchema(schema).fields()) {
      List<SourceSample> own =
          field.recipe().sources().stream()
              .map(source -> byName.get(Schema.foldHeader(source)))
              .filter(Objects::nonNull)
              .toList();
      Set<String> names = new HashSet<>(field.recipe().sources());
      names.removeIf(source -> !byName.containsKey(Schema.foldHeader(source)));
      if (field.recipe().canBeMadeOf(names)) {
        fields.put(field.target(), field.json());
        keys.addAll(field.keys());
        Evidence why = new Evidence("preset", mapping.name());
        guesses.add(
            new MappingProposal.Guess(
                own.stream().map(SourceSample::name).toList(),
                field.target(),
                100,
                List.of(why),
                own.isEmpty() ? "" : own.get(0).example(),
                true));
      }
    }
    return keys;
  }

  /** Takes guesses. */
  void guessed(List<Candidate> candidates) {
    Candidate address = Candidate.used(candidates, "adresse");
    List<Candidate> parts = address == null ? List.of() : address(address, candidates);
    for (Candidate candidate : candidates) {
      if (candidate.isUsed() && candidate != address && !parts.contains(candidate)) {
        if (MappingGuesser.PARTS.contains(candidate.target())) {
          candidate.leave();
        } else {
          field(candidate);
        }
      }
    }
    for (Candidate candidate : candidates) {
      List<Evidence> why = new ArrayList<>(candidate.evidence());
      List<String> sources = new ArrayList<>();
      if (candidate == address && parts.size() > 1) {
        parts.forEach(part -> sources.add(part.sample().name()));
        why.add(Evidence.of("joined"));
      } else if (parts.contains(candidate) && candidate != address) {
        continue;
      } else {
        sources.add(candidate.sample().name());
      }
      guesses.add(
          new MappingProposal.Guess(
              sources,
              target(candidate),
              candidate.confidence(),
              List.copyOf(why),
              candidate.sample().example(),
              candidate.isUsed()));
    }
  }

  private static String target(Candidate candidate) {
    return MappingGuesser.PARTS.contains(candidate.target())
        ? "adresse"
        : String.join(",", candidate.isPair() ? List.of(candidate.target()) : candidate.keys());
  }

  /** Writes an address that is perhaps in several columns; returns these in their order. */
  private List<Candidate> address(Candidate street, List<Candidate> candidates) {
    List<Candidate> parts = new ArrayList<>();
    Candidate number = Candidate.used(candidates, "numero");
    Candidate suffix = number == null ? null : Candidate.used(candidates, "suffixe");
    Candidate more = Candidate.used(candidates, "complement");
    boolean behind = street.sample().share(ValueTests.GERMAN_STREET) > 0.25;
    if (behind) {
      parts.add(street);
    }
    if (number != null) {
      parts.add(number);
    }
    if (suffix != null) {
      parts.add(suffix);
    }
    if (!behind) {
      parts.add(street);
    }
    if (more != null && number == null) {
      parts.add(more);
    }
    if (parts.size() == 1) {
      fields.put("adresse", quoted(street));
    } else {
      String sources = String.join(", ", parts.stream().map(ProposedFields::quoted).toList());
      String with = number == null ? ", " : " ";
      fields.put("adresse", "{\"join\": [" + sources + "], \"with\": \"" + with + "\"}");
    }
    return parts;
  }

  private static String quoted(Candidate candidate) {
    return JsonNode.quoted(candidate.sample().name());
  }

  private void field(Candidate candidate) {
    String target = candidate.target();
    String source = candidate.sample().name();
    boolean placeable = source.indexOf('{') < 0 && source.indexOf('}') < 0;
    lambert |= candidate.evidence().contains(Evidence.of("values-lambert"));
    if (target.equals("siret")) {
      if (placeable) {
        fields.put("identifiants_externes", template("siret:{" + source + "}"));
      }
      return;
    }
    if (target.equals("id") && placeable && candidate.isTitle()) {
      fields.put("id", template("{" + source + "}"));
      return;
    }
    boolean plain = candidate.sample().share(ValueTests.IDENTIFIER) == 1;
    boolean numbers = candidate.sample().share(ValueTests.NUMBER) > 0;
    if (target.equals("id") && placeable && (!plain || numbers)) {
      fields.put("id", template(name + "-{" + source + "}"));
      fields.putIfAbsent("identifiants_externes", template(name + ":{" + source + "}"));
      return;
    }
    Field field = candidate.isPair() ? null : schema.field(target);
    String form = field == null ? null : form(field, candidate.sample());
    String separator = field == null || !field.isList() ? null : separator(candidate.sample());
    if (form != null) {
      candidate.add(new Evidence("dated", form), Math.max(candidate.confidence(), 60));
      fields.put(target, from(candidate, "date", form));
    } else if (separator != null) {
      candidate.add(new Evidence("separated", separator), candidate.confidence());
      fields.put(target, from(candidate, "separator", separator));
    } else {
      fields.put(target, quoted(candidate));
    }
  }

  private static String template(String text) {
    return "{\"template\": " + JsonNode.quoted(text) + "}";
  }

  private static String from(Candidate candidate, String how, String value) {
    return "{\"from\": " + quoted(candidate) + ", \"" + how + "\": " + JsonNode.quoted(value) + "}";
  }

  /** Returns the form of dates that are not understood without being told; null for none. */
  static @Nullable String form(Field field, SourceSample sample) {
    boolean dates = field.key().startsWith("date_");
    if (!dates || sample.isEmpty() || sample.share(text -> ValueTests.reads(field, text)) >= MOST) {
      return null;
    }
    for (String pattern : DATES) {
      DateForm form = DateForm.of(pattern);
      Predicate<String> fits = text -> form.date(text) != null;
      if (sample.share(fits) >= MOST) {
        return pattern;
      }
    }
    return null;
  }

  /** Returns what parts the items of a list, but for the bar, which is our own; null for none. */
  static @Nullable String separator(SourceSample sample) {
    for (char separator : new char[] {'|', ';', ','}) {
      double share = sample.share(text -> text.indexOf(separator) > 0);
      double length =
          sample.items(separator).stream().mapToInt(String::length).average().orElse(100);
      if (share > 0.15 && length <= 40) {
        return separator == '|' ? null : String.valueOf(separator);
      }
    }
    return null;
  }

  /**
   * Returns the mapping.
   *
   * @param source what was said of how the file is written, as JSON, or null
   */
  String json(@Nullable String source) {
    List<String> lines = new ArrayList<>();
    lines.add("\"$schema\": \"https://collporterre.org/schemas/mapping-1.0.json\"");
    lines.add("\"name\": " + JsonNode.quoted(name));
    lines.add("\"type\": " + JsonNode.quoted(schema.name()));
    if (source != null) {
      lines.add("\"source\": " + source);
    } else if (lambert) {
      lines.add("\"source\": {\"crs\": \"" + ReferenceSystem.LAMBERT_93 + "\"}");
    }
    List<String> ordered = new ArrayList<>();
    for (Field field : schema.fields()) {
      fields.forEach(
          (target, how) -> {
            if (Arrays.asList(target.split("[,@]", -1)).get(0).equals(field.key())) {
              ordered.add(JsonNode.quoted(target) + ": " + how);
            }
          });
    }
    lines.add("\"strict\": true");
    lines.add("\"fields\": {" + String.join(", ", ordered) + "}");
    return "{" + String.join(", ", lines) + "}";
  }
}
