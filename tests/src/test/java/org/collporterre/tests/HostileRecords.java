package org.collporterre.tests;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.collporterre.constraint.CountryCode;
import org.collporterre.constraint.CurrencyCode;
import org.collporterre.constraint.Identifier;
import org.collporterre.constraint.Insee;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.Rna;
import org.collporterre.constraint.SingleLine;
import org.collporterre.constraint.Siret;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.VersionNumber;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Territory;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Makes records to break formats with: every field has a value, every child table rows, and every
 * free text holds what some format or program takes for something else. Values are valid, texts in
 * NFC, without control characters but line breaks and tabs, and without half surrogates. The same
 * seed gives the same records.
 */
public final class HostileRecords {
  private static final String[] PIECES = {
    "jardin",
    "Économie",
    "d’ici",
    "œuvre",
    "\"",
    "\"\"",
    "'",
    ",",
    ";",
    "|",
    "||",
    "\\",
    "/",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    " ",
    "  ",
    "\u00A0",
    "\u202F",
    "\u2003",
    "\u2028",
    "\u200B",
    "\uFEFF",
    "🌱",
    "👩🏽‍🌾",
    "𝒜",
    "שלום",
    "\u202Eabc\u202C",
    "مرحبا",
    "日本語",
    "é",
    "\uFFFD",
    "<script>alert(1)</script>",
    "&amp;",
    "]]>",
    "<!--",
    "${x}",
    "{{7*7}}",
    "%0A",
    "\\u0000",
    "\\n",
    "null",
    "@type",
    "$ref",
    "#",
    ":",
    "- a",
    "{\"a\":[1]}",
    "0",
    "1e3",
    "=",
    "+",
    "-",
    "@"
  };

  /** Texts that mean something as a whole: formulas, phone numbers, numbers, words for nothing. */
  private static final String[] WHOLE = {
    "=1+2",
    "=HYPERLINK(\"http://exemple.org\";\"x\")",
    "+33 2 98 00 00 00",
    "+33298000000",
    "+SUM(1;2)",
    "-4.48",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "'=1",
    "''",
    "'",
    "NA",
    "N/A",
    "-",
    "--",
    "?",
    "null",
    "None",
    "nan",
    "inconnu",
    "0,0",
    "true",
    "oui",
    "00123",
    "1.0",
    "2012-07-05",
    "alimentation;energie",
    "alimentation,energie",
    "Alimentation",
    "\uFEFFid",
    "https://exemple.org/"
  };

  private final Random random;
  private final boolean bars;
  private final boolean blanks;

  private HostileRecords(Random random, boolean bars, boolean blanks) {
    this.random = random;
    this.bars = bars;
    this.blanks = blanks;
  }

  /** Returns a generator of everything, blanks around texts and bars in list items included. */
  public static HostileRecords of(long seed) {
    return new HostileRecords(new Random(seed), true, true);
  }

  /** Returns this generator making lists without repeated items and without {@code |} in them. */
  public HostileRecords withoutListBars() {
    return new HostileRecords(random, false, blanks);
  }

  /** Returns this generator making texts that neither begin nor end with a blank of any kind. */
  public HostileRecords trimmed() {
    return new HostileRecords(random, bars, false);
  }

  /** Returns the next record, an initiative. */
  public Initiative initiative() {
    return record(Initiative.class);
  }

  /** Returns the next record, a portrait. */
  public Portrait portrait() {
    return record(Portrait.class);
  }

  /** Returns the next record, a methodology. */
  public Methodology methodology() {
    return record(Methodology.class);
  }

  /** Returns the next record, of a type. */
  public <E extends Entry> E record(Class<E> type) {
    return make(type);
  }

  /** Returns a hostile text of at most so many code points. */
  public String text(int max) {
    return text(1, max, false);
  }

  private <R> R make(Class<R> type) {
    Schema<R> schema = Schema.of(type);
    @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
    for (Field field : schema.fields()) {
      if (field.child() == null) {
        values[field.index()] = value(field, component(schema, field));
      }
    }
    @Nullable List<?>[] children = new @Nullable List<?>[schema.childTables().size()];
    for (ChildTable table : schema.childTables()) {
      children[table.index()] = rows(table);
    }
    return schema.create(values, children, Map.of("colonne inconnue", text(1, 40, false)));
  }

  private List<?> rows(ChildTable table) {
    List<Object> rows = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      rows.add(make(table.type()));
    }
    return List.copyOf(rows);
  }

  private static java.lang.reflect.Field component(Schema<?> schema, Field field) {
    Group group = field.group();
    Class<?> owner = group == null ? schema.type() : group.type();
    try {
      return owner.getDeclaredField(field.component());
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private Object value(Field field, java.lang.reflect.Field component) {
    if (!field.isList()) {
      return single(field, component, component.getType());
    }
    AnnotatedType item =
        ((AnnotatedParameterizedType) component.getAnnotatedType())
            .getAnnotatedActualTypeArguments()[0];
    List<Object> items = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    while (items.size() < count) {
      Object made = single(field, item, field.valueClass());
      if (bars || made.toString().indexOf('|') < 0 && !items.contains(made)) {
        items.add(made);
      }
      count = items.contains(made) ? Math.max(1, count - random.nextInt(2)) : count;
    }
    return List.copyOf(items);
  }

  private Object single(Field field, AnnotatedElement constraints, Class<?> type) {
    if (type == String.class) {
      return string(field, constraints);
    } else if (type.isEnum()) {
      return pick(type.getEnumConstants());
    } else if (type == LocalizedText.class) {
      Supplier<String> text = () -> sized(constraints);
      return LocalizedText.of(text.get()).with("br", text.get()).with("en", text.get());
    } else if (type == Integer.class) {
      Min min = constraints.getAnnotation(Min.class);
      Max max = constraints.getAnnotation(Max.class);
      int least = min == null ? 0 : (int) min.value();
      return least + random.nextInt(max == null ? 1_000_000 : (int) max.value() - least + 1);
    }
    return small(field, type);
  }

  private Object small(Field field, Class<?> type) {
    LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
    return switch (type.getSimpleName()) {
      case "Boolean" -> random.nextBoolean();
      case "Double" -> degrees(field.key().equals("latitude") ? 90 : 180);
      case "BigDecimal" -> pick(BigDecimal.valueOf(random.nextInt(), 3).abs(), decimal("0.00"));
      case "LocalDate" -> pick(day, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
      case "PartialDate" ->
          new PartialDate(pick(day.toString(), "0000", "2012~", "196X", "2011-21", "2012-02"));
      case "IsoDuration" -> new IsoDuration(pick("P6M", "P1Y2M", "PT3H30M", "P2W", "P1DT12H"));
      case "Territory" -> territory();
      case "RecordRef" ->
          Objects.requireNonNull(
              RecordRef.parse(pick(id(), id() + "@1.2", "https://exemple.org/;,'" + id())));
      case "ExternalId" ->
          new ExternalId(
              pick("wikidata", "osm", "x-1"), pick("Q1", ":", "a;b", "=1", "\"", "é", "url:x"));
      default -> throw new AssertionError("no value of " + type);
    };
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  private double degrees(int limit) {
    double any = (random.nextDouble() - 0.5) * 2 * limit;
    return pick(any, (double) limit, (double) -limit, 0.1 + 0.2, 1e-7, -0.0, -4.4861);
  }

  private Territory territory() {
    String name = text(2, 40, true).replace("|", "");
    boolean free = name.codePointCount(0, name.length()) >= 2 && random.nextBoolean();
    return free
        ? new Territory(Territory.Kind.LIBRE, name)
        : Objects.requireNonNull(
            Territory.parse(pick("com:29019", "dep:2A", "reg:53", "iso:CA-QC", "monde")));
  }

  private String string(Field field, AnnotatedElement constraints) {
    String codeList = field.codeList();
    if (codeList != null && random.nextBoolean()) {
      return pick(Vocabularies.standard().get(codeList).concepts().toArray(Concept[]::new)).code();
    }
    for (Annotation annotation : constraints.getAnnotations()) {
      String made = formed(annotation.annotationType());
      if (made != null) {
        return made;
      }
    }
    return sized(constraints);
  }

  private @Nullable String formed(Class<? extends Annotation> constraint) {
    if (constraint == Identifier.class) {
      return id();
    } else if (constraint == WebUrl.class) {
      return "https://www.exemple.org/" + id() + pick("", "?q=é&a=1,2;3", "#x", "/'=(1)", "/%7C");
    } else if (constraint == LanguageTag.class) {
      return pick("fr", "br", "fr-CA", "zh-Hant-TW", "es-419");
    } else if (constraint == SpdxLicense.class) {
      return pick("CC-BY-SA-4.0", "etalab-2.0", "LicenseRef-CC-BY-SA");
    } else if (constraint == CountryCode.class) {
      return pick("FR", "AT", "CA");
    } else if (constraint == CurrencyCode.class) {
      return pick("EUR", "CAD");
    } else if (constraint == VersionNumber.class) {
      return random.nextInt(20) + "." + random.nextInt(20);
    } else if (constraint == Siret.class) {
      return pick("35600000049837", "73282932000074");
    } else if (constraint == Rna.class) {
      return pick("W291002345", "W2A1000012", "W9R1000034");
    } else if (constraint == Insee.class) {
      return pick("01001", "2A004", "97411");
    } else if (constraint == Email.class) {
      return "contact" + random.nextInt(99) + "@exemple.org";
    }
    return null;
  }

  private String sized(AnnotatedElement constraints) {
    TextSize size = Objects.requireNonNull(constraints.getAnnotation(TextSize.class));
    return text(
        size.min(), Math.min(size.max(), 80), constraints.isAnnotationPresent(SingleLine.class));
  }

  private String text(int min, int max, boolean singleLine) {
    while (true) {
      String text = random.nextInt(4) == 0 ? pick(WHOLE) : pieces();
      if (singleLine) {
        text = text.replaceAll("[\\r\\n\\u2028\\u2029]", " ");
      }
      text = Normalizer.normalize(text, Normalizer.Form.NFC);
      int points = Math.min(max, text.codePointCount(0, text.length()));
      text = text.substring(0, text.offsetByCodePoints(0, points));
      text = blanks ? text : trim(text);
      if (text.codePointCount(0, text.length()) >= min) {
        return text;
      }
    }
  }

  private String pieces() {
    StringBuilder text = new StringBuilder(pick(PIECES));
    while (random.nextInt(6) > 0) {
      text.append(pick(PIECES));
    }
    return text.toString();
  }

  private static String trim(String text) {
    return text.replaceAll("^[\\s\\h\\v\\u200B\\uFEFF]+|[\\s\\h\\v\\u200B\\uFEFF]+$", "");
  }

  private String id() {
    return "fiche-" + Integer.toString(random.nextInt(1_000_000_000), 36);
  }

  /** Returns records of a type by number, for tests that want a list. */
  public <E extends Entry> List<E> records(Class<E> type, int count) {
    Map<String, E> byId = new TreeMap<>();
    while (byId.size() < count) {
      E made = record(type);
      byId.put(made.id(), made);
    }
    return List.copyOf(byId.values());
  }

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }
}
