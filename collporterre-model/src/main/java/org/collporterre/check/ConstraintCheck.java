package org.collporterre.check;

import jakarta.validation.Configuration;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.spi.ValidationProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Runs the Jakarta constraints and turns violations into findings, by column. The provider is
 * started at the first record that {@link EntryPlan} does not pass and {@link ViolationSearch}
 * cannot judge.
 */
final class ConstraintCheck {
  /** The system property that, set to {@code off}, has the provider asked about every record. */
  static final String PLAN = "collporterre.plan";

  private static final String PREFIX = "{org.collporterre.";

  /** The codes of constraints that keep their standard message. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("NotNull", "field-missing"),
          Map.entry("NotBlank", "field-missing"),
          Map.entry("NotEmpty", "field-missing"),
          Map.entry("Size", "list-too-long"),
          Map.entry("Email", "email-malformed"),
          Map.entry("Min", "number-out-of-range"),
          Map.entry("Max", "number-out-of-range"),
          Map.entry("DecimalMin", "number-out-of-range"),
          Map.entry("DecimalMax", "number-out-of-range"));

  /** The provider of applications that bring none of their own. */
  private static final class Default {
    static final Validator VALIDATOR = start();

    private static Validator start() {
      Configuration<?> configuration = configuration();
      // Findings carry no sentence, so none is made: this also needs no expression language.
      return configuration
          .ignoreXmlConfiguration()
          .messageInterpolator(new Templates())
          .buildValidatorFactory()
          .getValidator();
    }

    private static Configuration<?> configuration() {
      try {
        return Validation.byDefaultProvider().configure();
      } catch (ValidationException notFound) {
        // Between bundles nobody sees the file that names a provider, but the class may be there.
        return Validation.byDefaultProvider().providerResolver(() -> named(notFound)).configure();
      }
    }

    private static List<ValidationProvider<?>> named(ValidationException notFound) {
      try {
        Class<?> provider = Class.forName("org.hibernate.validator.HibernateValidator");
        return List.of((ValidationProvider<?>) provider.getConstructor().newInstance());
      } catch (ReflectiveOperationException | LinkageError e) {
        notFound.addSuppressed(e);
        throw notFound;
      }
    }
  }

  /** Gives templates as they are; the standard interpolator needs an expression language. */
  static final class Templates implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }

  private record Found(Violation violation, String code, @Nullable Field field) {
    String path() {
      return violation.path();
    }

    /** Returns what tells violations of one value apart. */
    String details() {
      return String.valueOf(ConstraintForms.expected(violation.constraint()));
    }

    /** Returns where in lists, from the outermost on. */
    int[] places() {
      return violation.places().stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private final CheckContext context;
  private final Map<String, Rule> rules;
  private final @Nullable Validator own;
  private final boolean isPlanned;
  private final Map<Class<?>, Map<String, Field>> fieldsByPath = new HashMap<>();

  ConstraintCheck(CheckContext context, Map<String, Rule> rules, @Nullable Validator own) {
    this.context = context;
    this.rules = rules;
    this.own = own;
    this.isPlanned = own == null && !"off".equals(System.getProperty(PLAN));
  }

  /**
   * Looks at a record.
   *
   * @param values those of its fields
   */
  void entry(Located<? extends Entry> row, @Nullable Object[] values) {
    Entry entry = row.value();
    if (!isPlanned || !EntryPlan.of(entry.getClass()).accepts(entry, values)) {
      validate(row, entry);
    }
  }

  private void validate(Located<? extends Entry> row, Entry entry) {
    List<Violation> violations = isPlanned ? ViolationSearch.in(entry) : null;
    if (violations == null) {
      violations = ask(own == null ? Default.VALIDATOR : own, entry);
    }
    if (violations.isEmpty()) {
      return;
    }
    List<Found> found = new ArrayList<>();
    for (Violation violation : violations) {
      found.add(new Found(violation, code(violation), field(entry, violation.path())));
    }
    // The provider gives violations in no order.
    found.sort(
        Comparator.comparing(ConstraintCheck::column)
            .thenComparing(Found::code)
            .thenComparing(Found::path)
            .thenComparing(Found::places, Arrays::compare)
            .thenComparing(Found::details));
    found.forEach(f -> report(row, f));
  }

  /** Returns the violations of a record in the order of the provider, which is none. */
  static List<Violation> ask(Validator validator, Entry entry) {
    List<Violation> violations = new ArrayList<>();
    for (ConstraintViolation<?> violation : validator.validate(entry)) {
      violations.add(
          new Violation(
              violation.getConstraintDescriptor().getAnnotation(),
              violation.getMessageTemplate(),
              path(violation.getPropertyPath()),
              places(violation.getPropertyPath()),
              violation.getInvalidValue()));
    }
    return violations;
  }

  private static int column(Found found) {
    Field field = found.field();
    return field == null ? -1 : field.index();
  }

  private void report(Located<? extends Entry> row, Found found) {
    Rule rule = rules.get(found.code());
    if (rule == null) {
      rule = Objects.requireNonNull(rules.get("constraint-violated"));
    }
    FindingBuilder finding = context.finding(rule, row);
    Field field = found.field();
    Violation violation = found.violation();
    Object value = violation.value();
    int place = field == null ? 0 : place(field, violation.places());
    if (field != null) {
      finding.place(place, field.key(), value);
    }
    boolean item = false;
    if (field != null && field.isList() && !(value instanceof Collection<?>)) {
      item = true;
      if (value != null && field.confidential() == null) {
        finding.value(value.toString());
      }
    }
    Fix fix =
        field == null || item
            ? null
            : ConstraintForms.fix(found.code(), field.key(), value, place(row.value(), place));
    finding.expected(ConstraintForms.expected(violation.constraint())).fix(fix).report();
  }

  private static String code(Violation violation) {
    String template = violation.template();
    if (template.startsWith(PREFIX)) {
      return template.substring(PREFIX.length(), template.length() - 1);
    }
    String annotation = violation.constraint().annotationType().getSimpleName();
    return CODES.getOrDefault(annotation, "constraint-violated");
  }

  /** Returns the field of a path; of a path into a compact item that of the list. */
  private @Nullable Field field(Entry entry, String path) {
    Map<String, Field> byPath =
        fieldsByPath.computeIfAbsent(entry.getClass(), ConstraintCheck::byPath);
    for (String at = path; !at.isEmpty(); at = parent(at)) {
      Field field = byPath.get(at);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  private static String parent(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  private static Map<String, Field> byPath(Class<?> type) {
    Map<String, Field> byPath = new HashMap<>();
    for (Field field : Schema.of(type).fields()) {
      byPath.put(field.path().replace("[0]", ""), field);
    }
    return byPath;
  }

  /** Returns the number of the record of an inline list that a field is of, else 0. */
  private static int place(Field field, List<Integer> places) {
    return field.group() != null && field.group().isList() && !places.isEmpty() ? places.get(0) : 0;
  }

  private static @Nullable Place place(Entry entry, int number) {
    return entry instanceof Initiative initiative && number < initiative.locations().size()
        ? initiative.locations().get(number)
        : null;
  }

  private static List<Integer> places(Path path) {
    List<Integer> places = new ArrayList<>();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        places.add(node.getIndex());
      }
    }
    return places;
  }

  private static String path(Path path) {
    StringBuilder joined = new StringBuilder();
    for (Path.Node node : path) {
      String name = node.getName();
      if (name != null && !name.startsWith("<")) {
        joined.append(joined.length() == 0 ? "" : ".").append(name);
      }
    }
    return joined.toString();
  }
}
