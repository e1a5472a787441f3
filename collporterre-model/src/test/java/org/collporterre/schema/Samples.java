package org.collporterre.schema;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.collporterre.constraint.CountryCode;
import org.collporterre.constraint.CurrencyCode;
import org.collporterre.constraint.Identifier;
import org.collporterre.constraint.Insee;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.Rna;
import org.collporterre.constraint.Siret;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.VersionNumber;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Place;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Step;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Makes valid records from the schema alone, the same ones for the same seed. */
public final class Samples {
  private static final String[] WORDS = {
    "jardin",
    "Économie",
    "lien",
    "d’ici",
    "œuvre",
    "habitants",
    "ÀÉÎÔÙ",
    "potager",
    "2012",
    "🌱",
    "été"
  };

  private final Random random;

  public Samples(long seed) {
    this.random = new Random(seed);
  }

  /** Returns a record in which every field has a value and every list at least one item. */
  public <E extends Entry> E full(Class<E> type) {
    return withChildren(type, flat(type, 1), 1);
  }

  /** Returns a record in which a field has a value in so many cases of one, or is required. */
  public <E extends Entry> E sparse(Class<E> type, double share) {
    return withChildren(type, flat(type, share), share);
  }

  /** Returns a record without what lies in child tables only; of places at most one. */
  public <R> R flat(Class<R> type, double share) {
    Schema<R> schema = Schema.of(type);
    @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
    for (Field field : schema.fields()) {
      java.lang.reflect.Field component = component(schema, field);
      if (component.isAnnotationPresent(NotNull.class) || random.nextDouble() < share) {
        values[field.index()] = value(field, component, share);
      }
    }
    return schema.create(values, share == 1 ? Map.of("colonne inconnue", text(20)) : Map.of());
  }

  /** Returns one value of a field, of a list one item. */
  public Object item(Schema<?> schema, Field field) {
    return value(field, component(schema, field), 1) instanceof List<?> list
        ? list.get(0)
        : value(field, component(schema, field), 1);
  }

  private <E extends Entry> E withChildren(Class<E> type, E entry, double share) {
    if (entry instanceof Methodology methodology) {
      List<Step> steps = some(3, share, () -> flat(Step.class, share));
      return type.cast(MethodologyBuilder.builder(methodology).steps(steps).build());
    }
    if (entry instanceof Initiative initiative && !initiative.locations().isEmpty()) {
      List<Place> places = new ArrayList<>(initiative.locations());
      places.addAll(some(2, share, () -> flat(Place.class, share)));
      return type.cast(InitiativeBuilder.builder(initiative).locations(places).build());
    }
    return entry;
  }

  private <T> List<T> some(int most, double share, Supplier<T> maker) {
    List<T> made = new ArrayList<>();
    int count = share == 1 ? most : random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      made.add(maker.get());
    }
    return made;
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

  private Object value(Field field, java.lang.reflect.Field component, double share) {
    if (!field.isList()) {
      return single(field, component, component.getType(), share);
    }
    var item =
        ((AnnotatedParameterizedType) component.getAnnotatedType())
            .getAnnotatedActualTypeArguments()[0];
    Size size = component.getAnnotation(Size.class);
    Set<Object> items = new LinkedHashSet<>();
    int count = 1 + random.nextInt(Math.min(3, size.max()));
    for (int i = 0; i < count; i++) {
      items.add(single(field, item, (Class<?>) item.getType(), share));
    }
    return List.copyOf(items);
  }

  private Object single(Field field, AnnotatedElement constraints, Class<?> type, double share) {
    if (type == String.class) {
      return string(field, constraints);
    } else if (type.isEnum()) {
      return pick(type.getEnumConstants());
    } else if (type.isRecord() && type.isAnnotationPresent(EntryType.class)) {
      return flat(type, share);
    } else if (type == LocalizedText.class) {
      LocalizedText text = LocalizedText.of(sized(constraints.getAnnotation(TextSize.class)));
      return random.nextBoolean() ? text : text.with("br", sized(3, 10)).with("en", sized(3, 10));
    } else if (type == Integer.class) {
      Min min = constraints.getAnnotation(Min.class);
      Max max = constraints.getAnnotation(Max.class);
      return (int) (min == null ? 0 : min.value())
          + random.nextInt(max == null ? 1_000_000 : (int) max.value());
    }
    return small(field, type);
  }

  private Object small(Field field, Class<?> type) {
    LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
    return switch (type.getSimpleName()) {
      case "Boolean" -> random.nextBoolean();
      case "Double" -> (random.nextDouble() - 0.5) * (field.key().equals("latitude") ? 180 : 360);
      case "BigDecimal" -> BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4));
      case "LocalDate" -> day;
      case "PartialDate" ->
          new PartialDate(
              pick(day.toString(), "2012", "2012~", "196X", "2011-21", day.getYear() + "-02"));
      case "IsoDuration" -> new IsoDuration(pick("P6M", "P1Y2M", "PT3H30M", "P2W", "P1DT12H"));
      case "Territory" ->
          Objects.requireNonNull(
              Territory.parse(pick("com:29019", "dep:2A", "monde", "libre:Pays d’Iroise")));
      case "RecordRef" ->
          Objects.requireNonNull(
              RecordRef.parse(pick(id(), id() + "@1.2", "https://exemple.org/" + id())));
      case "ExternalId" ->
          new ExternalId(pick("wikidata", "osm", "i4p"), "Q" + random.nextInt(999));
      default -> throw new AssertionError("no sample of " + type);
    };
  }

  private String string(Field field, AnnotatedElement constraints) {
    String codeList = field.codeList();
    if (codeList != null) {
      return pick(Vocabularies.standard().get(codeList).concepts().toArray())
              instanceof org.collporterre.vocabulary.Concept concept
          ? concept.code()
          : "";
    }
    for (Annotation annotation : constraints.getAnnotations()) {
      String made = formed(annotation.annotationType());
      if (made != null) {
        return made;
      }
    }
    return sized(constraints.getAnnotation(TextSize.class));
  }

  private @Nullable String formed(Class<? extends Annotation> constraint) {
    if (constraint == Identifier.class) {
      return id();
    } else if (constraint == WebUrl.class) {
      return "https://www.exemple.org/" + id() + "?q=é";
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
      return pick("29019", "2A004", "97411");
    } else if (constraint == Email.class) {
      return "contact" + random.nextInt(99) + "@exemple.org";
    }
    return null;
  }

  private String sized(TextSize size) {
    return sized(size.min(), Math.min(size.max(), size.min() + 40));
  }

  private String sized(int min, int max) {
    String text = text(max);
    while (text.codePointCount(0, text.length()) < min) {
      text = text(max);
    }
    return text;
  }

  /** Returns at least one and at most so many code points, without blanks at the ends. */
  private String text(int max) {
    StringBuilder text = new StringBuilder(pick(WORDS));
    while (random.nextInt(5) > 0) {
      text.append(' ').append(pick(WORDS));
    }
    int points = Math.min(max, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, points)).strip();
  }

  private String id() {
    return "fiche-" + Integer.toString(random.nextInt(1_000_000), 36);
  }

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }
}
