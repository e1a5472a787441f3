package org.collporterre.schema;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.collporterre.constraint.CountryCode;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.SpdxLicenses;
import org.collporterre.model.Actor;
import org.collporterre.model.ExternalId;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Reference;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.Coded;
import org.collporterre.vocabulary.Folding;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The value types of the format, but for dates. */
final class Values {
  private static final Map<String, Boolean> BOOLEANS =
      Map.ofEntries(
          Map.entry("oui", true),
          Map.entry("non", false),
          Map.entry("o", true),
          Map.entry("n", false),
          Map.entry("vrai", true),
          Map.entry("faux", false),
          Map.entry("true", true),
          Map.entry("false", false),
          Map.entry("yes", true),
          Map.entry("no", false),
          Map.entry("1", true),
          Map.entry("0", false));

  /** What stands for yes or no in lists to be ticked and in spreadsheets, folded. */
  private static final Map<String, Boolean> MARKS =
      Map.ofEntries(
          Map.entry("x", true),
          Map.entry("1 0", true),
          Map.entry("0 0", false),
          Map.entry("oui", true),
          Map.entry("non", false),
          Map.entry("vrai", true),
          Map.entry("faux", false),
          Map.entry("true", true),
          Map.entry("false", false),
          Map.entry("yes", true),
          Map.entry("no", false),
          Map.entry("y", true));

  private static final int LONGEST_BOOLEAN = 16;

  private static final class Countries {
    static final Map<String, String> BY_NAME = load();

    private static Map<String, String> load() {
      Map<String, String> byName = new HashMap<>();
      for (String code : Locale.getISOCountries()) {
        Locale country = new Locale("", code);
        byName.put(Folding.fold(country.getDisplayCountry(Locale.FRENCH)), code);
        byName.put(Folding.fold(country.getDisplayCountry(Locale.ENGLISH)), code);
        byName.put(code.toLowerCase(Locale.ROOT), code);
      }
      return Map.copyOf(byName);
    }
  }

  private Values() {}

  /** A value type made of two functions. */
  private record Simple<T>(
      Kind kind, BiFunction<String, Notes, @Nullable T> reader, Function<T, String> writer)
      implements ValueType<T> {
    @Override
    public @Nullable T read(String text, Notes notes) {
      return reader.apply(text, notes);
    }

    @Override
    public String write(T value) {
      return writer.apply(value);
    }
  }

  static final ValueType<String> TEXT =
      new Simple<>(ValueType.Kind.TEXT, Values::readText, text -> text);

  static final ValueType<String> ADDRESS =
      new Simple<>(ValueType.Kind.TEXT, Values::readAddress, address -> address);

  /** The type of the codes of {@link NumericCode}. */
  static final ValueType<String> CODE =
      new Simple<>(ValueType.Kind.TEXT, Values::readCode, code -> code);

  static final ValueType<LocalizedText> LOCALIZED =
      new ValueType<>() {
        @Override
        public Kind kind() {
          return Kind.TEXT;
        }

        @Override
        public LocalizedText read(String text, Notes notes) {
          return LocalizedText.of(readText(text, notes));
        }

        @Override
        public String write(LocalizedText value) {
          return value.text();
        }

        @Override
        public boolean keepsAll() {
          return false;
        }

        @Override
        public boolean isWhole(LocalizedText value) {
          return value.translations().isEmpty();
        }
      };

  static final ValueType<Boolean> BOOLEAN =
      new Simple<>(
          ValueType.Kind.BOOLEAN,
          (text, notes) -> {
            Boolean value = BOOLEANS.get(text.toLowerCase(Locale.ROOT));
            if (value != null) {
              return value;
            }
            value = text.length() > LONGEST_BOOLEAN ? null : MARKS.get(Folding.fold(text));
            if (value != null) {
              notes.repaired("code-normalised", value ? "oui" : "non");
            } else {
              notes.refused("boolean-invalid", "oui|non", null);
            }
            return value;
          },
          value -> value ? "oui" : "non");

  static final ValueType<Integer> INTEGER =
      new Simple<>(ValueType.Kind.INTEGER, Values::readInteger, Object::toString);

  static final ValueType<Double> DEGREES =
      new Simple<>(ValueType.Kind.NUMBER, Values::readDouble, Decimals::write);

  static final ValueType<BigDecimal> AMOUNT =
      new Simple<>(ValueType.Kind.NUMBER, Values::readAmount, BigDecimal::toPlainString);

  static final ValueType<Territory> TERRITORY =
      new Simple<>(
          ValueType.Kind.STRING,
          (text, notes) ->
              found(Territory.parse(text), notes, "territory-malformed", "com:29019|reg:53|…"),
          Territory::toString);

  static final ValueType<RecordRef> REFERENCE =
      new Simple<>(
          ValueType.Kind.STRING,
          (text, notes) -> {
            RecordRef ref = RecordRef.parse(text);
            if (ref == null) {
              String folded = Folding.fold(text, '-');
              notes.refused(
                  "ref-malformed",
                  "id | https://…",
                  RecordRef.parse(folded) == null ? null : folded);
            }
            return ref;
          },
          RecordRef::toString);

  static final ValueType<ExternalId> EXTERNAL_ID =
      new Simple<>(
          ValueType.Kind.STRING,
          (text, notes) -> {
            if (hasExponent(text.substring(text.indexOf(':') + 1))) {
              notes.refused("code-as-exponent", null, null);
              return null;
            }
            return found(
                ExternalId.parse(text), notes, "external-id-malformed", "wikidata:Q…|siret:…");
          },
          ExternalId::toString);

  static final ValueType<IsoDuration> DURATION =
      new Simple<>(ValueType.Kind.STRING, Durations::read, IsoDuration::text);

  static final ValueType<String> LICENSE =
      new Simple<>(ValueType.Kind.STRING, Values::readLicense, id -> id);

  static final ValueType<String> LANGUAGE =
      new Simple<>(
          ValueType.Kind.STRING,
          (text, notes) -> {
            if (!LanguageTag.Validator.matches(text)) {
              String plain = Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag();
              if (LanguageTag.Validator.matches(plain) && !plain.equals("und")) {
                notes.repaired("code-normalised", plain);
                return plain;
              }
            }
            return text;
          },
          tag -> tag);

  static final ValueType<String> COUNTRY =
      new Simple<>(
          ValueType.Kind.STRING,
          (text, notes) -> {
            if (CountryCode.Validator.matches(text)) {
              return text;
            }
            String code = Countries.BY_NAME.get(Folding.fold(text));
            if (code != null) {
              notes.repaired("code-normalised", code);
              return code;
            }
            return text;
          },
          code -> code);

  static final ValueType<Media> MEDIA =
      compact(
          Media::at,
          media -> textOf(media.url()),
          media -> media.url() != null && media.equals(Media.at(media.url())));

  static final ValueType<Reference> SOURCE =
      compact(
          Reference::at,
          reference -> textOf(reference.url()),
          reference -> reference.url() != null && reference.equals(Reference.at(reference.url())));

  static final ValueType<Actor> ACTOR =
      compact(
          Actor::named,
          actor -> textOf(actor.name()),
          actor -> actor.name() != null && actor.equals(Actor.named(actor.name())));

  /** Records read from faulty files can lack what they must have. */
  private static String textOf(@Nullable String part) {
    return part == null ? "" : part;
  }

  /** A form of a record that keeps one of its fields only. */
  private static <T> ValueType<T> compact(
      Function<String, T> reader, Function<T, String> writer, Predicate<T> whole) {
    return new ValueType<>() {
      @Override
      public Kind kind() {
        return Kind.STRING;
      }

      @Override
      public T read(String text, Notes notes) {
        return reader.apply(text);
      }

      @Override
      public String write(T value) {
        return writer.apply(value);
      }

      @Override
      public boolean keepsAll() {
        return false;
      }

      @Override
      public boolean isWhole(T value) {
        return whole.test(value);
      }
    };
  }

  /** Returns the type of the codes of a closed vocabulary. */
  static <C extends Coded> ValueType<C> closedCodes(Class<C> type) {
    CodeList list = type.getAnnotation(CodeList.class);
    Map<String, C> byCode = new LinkedHashMap<>();
    for (C constant : type.getEnumConstants()) {
      byCode.put(constant.code(), constant);
    }
    boolean goals = list.value().equals("odd");
    return new Simple<>(
        goals ? ValueType.Kind.INTEGER : ValueType.Kind.STRING,
        (text, notes) -> {
          C exact = byCode.get(text);
          if (exact != null) {
            return exact;
          }
          Vocabulary vocabulary = notes.vocabularies().get(list.value());
          String code = vocabulary.resolve(goals ? goalNumber(text) : text);
          C value = code == null ? null : byCode.get(code);
          List<String> ambiguous = value == null ? vocabulary.ambiguous(text) : List.of();
          if (!ambiguous.isEmpty()) {
            notes.refused("code-ambiguous", String.join("|", ambiguous), null);
          } else if (value == null) {
            String nearest = vocabulary.nearest(text);
            notes.refused("code-unknown", String.join("|", byCode.keySet()), nearest);
          } else {
            notes.repaired("code-normalised", value.code());
          }
          return value;
        },
        Coded::code);
  }

  /** Returns the type of the codes of an open vocabulary: any text is one. */
  static ValueType<String> openCodes(String name) {
    return new Simple<>(
        ValueType.Kind.STRING,
        (text, notes) -> {
          Vocabulary vocabulary = notes.vocabularies().get(name);
          String code = vocabulary.resolve(text);
          if (code != null && !code.equals(text)) {
            notes.repaired("code-normalised", code);
          }
          return code == null ? text : code;
        },
        code -> code);
  }

  private static String goalNumber(String text) {
    String folded = Folding.fold(text).replace(" ", "");
    int from = folded.startsWith("odd") || folded.startsWith("sdg") ? 3 : 0;
    return folded.length() > from + 1 && folded.charAt(from) == '0'
        ? folded.substring(from + 1)
        : from == 0 ? text : folded.substring(from);
  }

  private static <T> @Nullable T found(
      @Nullable T value, ValueType.Notes notes, String code, String expected) {
    if (value == null) {
      notes.refused(code, expected, null);
    }
    return value;
  }

  private static String readText(String written, ValueType.Notes notes) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c < ODD.length ? ODD[c] : isDecomposable(c)) {
        return readOdd(written, notes);
      }
    }
    return written;
  }

  /** The characters below U+0100 for which a text needs more than a glance. */
  private static final boolean[] ODD = odd();

  private static boolean[] odd() {
    boolean[] odd = new boolean[0x100];
    for (char c = 0; c < odd.length; c++) {
      odd[c] = isControl(c) || c == '&' || c == '<' || DoubleEncoding.isLead(c);
    }
    return odd;
  }

  private static boolean isControl(char c) {
    return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c >= 0x7F && c <= 0x9F;
  }

  /** Nothing below U+0300 and no general punctuation from U+2002 on changes under NFC. */
  private static boolean isDecomposable(char c) {
    return c >= 0x300 && !(c >= 0x2002 && c <= 0x20CF);
  }

  private static String readOdd(String written, ValueType.Notes notes) {
    String text = DoubleEncoding.isSuspect(written) ? decodedOnce(written, notes) : written;
    boolean suspect = false;
    boolean marked = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c)) {
        notes.noticed("control-char", null);
        break;
      }
      marked |= c == '&' || c == '<';
      suspect |= isDecomposable(c);
    }
    if (suspect && !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
      return notes.repaired("text-not-nfc", plain) ? plain : text;
    }
    return marked ? readMarked(text, notes) : text;
  }

  /** Says so when a text holds HTML, which is changed only when that is asked for. */
  private static String readMarked(String text, ValueType.Notes notes) {
    HtmlText html = HtmlText.of(text);
    if (!html.hasTags() && !html.hasEntities()) {
      return text;
    }
    String code = html.hasTags() ? "html-in-text" : "entities-in-text";
    return notes.repaired(code, html.plain()) && notes.repairs() ? html.plain() : text;
  }

  /** Reads a web address; one that begins with www has its scheme added when that is asked for. */
  private static String readAddress(String text, ValueType.Notes notes) {
    String whole = notes.repairs() ? LostBeginning.ofAddress(text) : null;
    return whole != null && notes.repaired("url-scheme-added", whole)
        ? whole
        : readText(text, notes);
  }

  /** Says when a text was encoded twice; it is repaired only by who asked for repairs. */
  private static String decodedOnce(String text, ValueType.Notes notes) {
    String plain = DoubleEncoding.repaired(text);
    if (plain == null) {
      return text;
    } else if (DoubleEncoding.isDamaged(plain)) {
      notes.noticed("text-double-encoded", null);
      return text;
    }
    return notes.repaired("text-double-encoded", plain) && notes.repairs() ? plain : text;
  }

  private static @Nullable Integer readInteger(String text, ValueType.Notes notes) {
    NumberText number = Decimals.isPlain(text, '.') ? null : NumberText.of(text);
    String plain = number == null ? text : number.plain();
    String digits = withoutZeros(plain);
    try {
      if (number != null && number.currency()) {
        throw new NumberFormatException("an amount");
      }
      int value = Integer.parseInt(Decimals.isPlain(digits, '.') ? digits : "");
      if (!digits.equals(plain)) {
        notes.repaired("number-dot-zero", digits);
      }
      if (number != null && number.grouped()) {
        notes.repaired("number-grouped", digits);
      }
      return value;
    } catch (NumberFormatException e) {
      notes.refused("number-invalid", "0, 1, 2…", null);
      return null;
    }
  }

  /** Returns a number without decimals when they are all zeros, else as it is. */
  private static String withoutZeros(String number) {
    int mark = Math.max(number.indexOf('.'), number.indexOf(','));
    for (int i = mark + 1; mark > 0 && i < number.length(); i++) {
      if (number.charAt(i) != '0') {
        return number;
      }
    }
    return mark > 0 && mark < number.length() - 1 ? number.substring(0, mark) : number;
  }

  private static @Nullable Double readDouble(String text, ValueType.Notes notes) {
    double value = Decimals.parse(text, '.');
    if (!Double.isNaN(value)) {
      return value;
    }
    NumberText number = NumberText.of(text);
    if (number != null && !number.currency()) {
      number.tell(notes);
      return Decimals.parse(number.plain(), '.');
    }
    AngleText.Angle angle = AngleText.one(text);
    if (angle != null && angle.degrees() != 0) {
      notes.repaired("position-normalised", Decimals.write(angle.degrees()));
      return angle.degrees();
    } else if (angle != null) {
      // 0° 0' 0" stands where nothing was found; a place that is on a line to the second is rare.
      notes.refused("sentinel-value", null, null);
      return null;
    }
    notes.refused("number-invalid", "-4.4861", null);
    return null;
  }

  private static @Nullable BigDecimal readAmount(String text, ValueType.Notes notes) {
    if (Decimals.isPlain(text, '.')) {
      return new BigDecimal(text);
    }
    NumberText number = NumberText.of(text);
    if (number == null) {
      notes.refused("number-invalid", "1250.50", null);
      return null;
    }
    number.tell(notes);
    return new BigDecimal(number.plain());
  }

  /** Reads a code that a spreadsheet may have taken for a number. */
  private static @Nullable String readCode(String text, ValueType.Notes notes) {
    if (notes.isExact()) {
      return readText(text, notes);
    } else if (hasExponent(text)) {
      notes.refused("code-as-exponent", null, null);
      return null;
    }
    String digits = withoutZeros(text);
    if (digits.length() < text.length() && Decimals.isPlain(digits, '.')) {
      return notes.repaired("number-dot-zero", digits) ? digits : text;
    }
    return readText(text, notes);
  }

  /** Tells whether a text is a number that lost its last digits, {@code 4.34933E+13}. */
  private static boolean hasExponent(String text) {
    int at = Math.max(text.indexOf("E+"), text.indexOf("e+"));
    return at > 0
        && Decimals.isPlain(text.substring(0, at).replace(',', '.'), '.')
        && Decimals.isPlain(text.substring(at + 1), '.');
  }

  /** A sentence about a licence is no name of one. */
  private static final int LONGEST_LICENSE = 40;

  /**
   * Reads a licence. A Creative Commons licence without a version is kept as what it is: taking it
   * for the newest version would give rights nobody gave.
   */
  private static String readLicense(String text, ValueType.Notes notes) {
    if (SpdxLicense.Validator.matches(text)) {
      return text;
    }
    String dashed = Folding.fold(text, '-').toUpperCase(Locale.ROOT);
    String written = dashed.replaceAll("-([0-9])-([0-9])(?=-|$)", "-$1.$2");
    String sameCase = SpdxLicenses.ignoringCase(text);
    String known = sameCase == null ? SpdxLicenses.ignoringCase(written) : sameCase;
    if (known != null) {
      notes.repaired("code-normalised", known);
      return known;
    }
    if (written.startsWith("CC-BY") && written.length() <= LONGEST_LICENSE) {
      boolean versioned = written.indexOf('.') >= 0;
      notes.noticed("licence-version-unknown", versioned ? null : written + "-4.0");
      return "LicenseRef-" + written;
    }
    return text;
  }
}
