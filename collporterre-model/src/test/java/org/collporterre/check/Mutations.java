package org.collporterre.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.collporterre.constraint.TextSize;
import org.collporterre.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Spoils records: one value somewhere in them becomes another of the same Java type, or null. */
final class Mutations {
  private static final String[] HOSTILE = {
    "",
    " ",
    "\n",
    "a\nb",
    "\u0000",
    "\uD83C",
    "🌱",
    "é",
    "FR",
    "fr",
    "CC BY-SA",
    "MIT",
    "1.0",
    "1",
    "https://exemple.org/a b",
    "https://exemple.org:99999",
    "https://exemple.org",
    "javascript:x",
    "35600000049837",
    "73282932000075",
    "W2A1000012",
    "29019",
    "2A004",
    "20004",
    "EUR",
    "ZZ",
    "a@b",
    "a@b.fr",
    "a@b..fr",
    "@b.fr",
    "a@",
    ".a@b.fr",
    "a.@b.fr",
    "a..b@b.fr",
    "a@b.fr\n",
    "a@-b.fr",
    "a@b-.fr",
    "a@b_c.fr",
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    "\"a b\"@b.fr",
    "é@b.fr",
    "a@é.fr",
    "a@b.f",
    "a@b.123",
    "a+b@b.fr",
    "a'b@b.fr",
    "a@b.fr.",
    "a@b@c.fr",
    "-@b.fr",
    "_@b.c",
    "a--b",
    "-a",
    "Fiche",
    "x@xn--a.fr",
    "x@" + "b".repeat(63) + ".fr",
    "x@" + "b".repeat(64) + ".fr",
    "x".repeat(64) + "@b.fr",
    "x".repeat(65) + "@b.fr",
    "x@" + "abcdefg.".repeat(24) + "fr",
    "x@" + "abcdefg.".repeat(32) + "fr"
  };

  private final Random random;
  private final boolean nullItems;

  /** With {@code nullItems} also lists that are null or hold null, which no reader makes. */
  Mutations(long seed, boolean nullItems) {
    this.random = new Random(seed);
    this.nullItems = nullItems;
  }

  /** Returns a copy of a record with one value spoiled. */
  <R extends Record> R spoil(R entry) {
    @SuppressWarnings("unchecked")
    R spoiled = (R) record(entry);
    return spoiled;
  }

  private Object record(Record owner) {
    try {
      RecordComponent[] components = owner.getClass().getRecordComponents();
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = components[i].getAccessor().invoke(owner);
      }
      int at = random.nextInt(values.length);
      values[at] = value(owner.getClass(), components[at], values[at]);
      Constructor<?> constructor =
          owner
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private @Nullable Object value(Class<?> owner, RecordComponent component, @Nullable Object value)
      throws ReflectiveOperationException {
    if (value == null || random.nextInt(12) == 0 && (nullItems || !(value instanceof List))) {
      return null;
    }
    TextSize size = owner.getDeclaredField(component.getName()).getAnnotation(TextSize.class);
    if (value instanceof List<?> list) {
      return list(list);
    } else if (value instanceof LocalizedText text) {
      return random.nextBoolean() ? LocalizedText.of(text(size)) : text.with("br", text(size));
    } else if (value instanceof String) {
      return text(size);
    } else if (value instanceof Integer) {
      return pick(Integer.MIN_VALUE, -1, 0, 1, 400, 401, Integer.MAX_VALUE);
    } else if (value instanceof Double) {
      double bound = pick(90.0, 180.0);
      return pick(
          bound,
          -bound,
          Math.nextUp(bound),
          -Math.nextUp(bound),
          Math.nextDown(bound),
          -0.0,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MIN_VALUE,
          1e300);
    } else if (value instanceof BigDecimal) {
      return pick(
          new BigDecimal("-0.0000000001"),
          BigDecimal.ZERO,
          new BigDecimal("0.00"),
          new BigDecimal("1E+30"),
          new BigDecimal("-1E-30"),
          BigDecimal.TEN.negate());
    } else if (value instanceof Record inner
        && inner.getClass().getRecordComponents()[0].getAnnotations().length > 0) {
      return record(inner);
    }
    return value;
  }

  private List<@Nullable Object> list(List<?> list) throws ReflectiveOperationException {
    List<@Nullable Object> items = new ArrayList<>(list);
    int at = items.isEmpty() ? -1 : random.nextInt(items.size());
    int what = random.nextInt(5);
    if (at < 0) {
      return items;
    } else if (what == 0 && nullItems) {
      items.add(null);
    } else if (what == 1) {
      int most = pick(1, 2, 3, 5, 8, 10, 17, 20, 30, 50) + random.nextInt(2);
      return new ArrayList<>(Collections.nCopies(most, items.get(at)));
    } else if (items.get(at) instanceof Record inner
        && inner.getClass().getRecordComponents()[0].getAnnotations().length > 0) {
      items.set(at, record(inner));
    } else if (items.get(at) instanceof String) {
      items.set(at, text(null));
    }
    return items;
  }

  private String text(@Nullable TextSize size) {
    if (random.nextBoolean()) {
      return pick(HOSTILE);
    }
    int length =
        size == null
            ? pick(0, 1, 2, 60, 61, 80, 81, 120, 121, 140, 141, 200, 201, 280, 281, 300, 301)
            : pick(size.min() - 1, size.min(), size.max(), size.max() + 1);
    return pick("a", "é", "🌱", "-", "9").repeat(Math.max(0, length));
  }

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }
}
