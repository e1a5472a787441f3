package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "48.39, 48.39",
    "-4, -4",
    "1e-7, 0.0000001",
    "0, 0",
    "-0.0, 0",
    "0.1, 0.1",
    "1e23, 100000000000000000000000",
    "123456789012345680, 123456789012345680",
    // JDK 17 writes 2.0E-3 as such, and these two with one digit too many (JDK-4511638).
    "2.0e-3, 0.002",
    "2e23, 200000000000000000000000",
    "2.2e-322, 0."
        + "000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "0000000000000000000000000000000000000000000000000000000000000000000"
        + "22"
  })
  void writes_the_shortest_plain_form(double value, String plain) {
    assertThat(Decimals.write(value)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void what_is_no_number_is_not_written(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> Decimals.write(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "+", ".", "5.", "1e5", "1.2.3", "--1", "1-", "٣", "１", " 1", "0x1"})
  void what_is_not_plain_is_not_parsed(String text) {
    assertThat(Decimals.parse(text, '.')).isNaN();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void two_hundred_thousand_numbers_are_written_shortest_and_read_back(int kind) {
    Random random = new Random(1742 + kind);
    int[] counts = {80_000, 70_000, 40_000, 8_000, 2_000};
    DoubleUnaryOperator[] kinds = {
      x -> (x - 0.5) * 360,
      x -> Math.round((x - 0.5) * 360e7) / 1e7,
      x -> Math.round(x * 1e6) / Math.pow(10, random.nextInt(12)),
      x -> x * Math.pow(10, random.nextInt(40) - 20),
      x -> Double.longBitsToDouble(random.nextLong())
    };
    for (int i = 0; i < counts[kind]; i++) {
      double value = kinds[kind].applyAsDouble(random.nextDouble());
      if (Double.isFinite(value)) {
        String text = Decimals.write(value);
        if (!text.equals(shortest(value))) {
          assertThat(text).as("%s", value).isEqualTo(shortest(value));
        }
        if (Decimals.parse(text, '.') != value
            || Decimals.parse(text.replace('.', ','), ',') != value) {
          assertThat(Decimals.parse(text, '.')).as(text).isEqualTo(value);
        }
      }
    }
  }

  /** The nearest decimal of the fewest digits that is still nearest to this double. */
  private static String shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        String plain = rounded.toPlainString();
        return plain.indexOf('.') < 0 ? plain : plain.replaceAll("\\.?0+$", "");
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).toPlainString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void plain_texts_are_parsed_as_the_jdk_does(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 70_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
      int whole = random.nextInt(20);
      int decimals = random.nextInt(25);
      random.ints(whole, 0, 10).forEach(text::append);
      if (decimals > 0 || whole == 0) {
        text.append('.');
        random.ints(Math.max(1, decimals), 0, 10).forEach(text::append);
      }
      double expected = Double.parseDouble(text.toString());
      if (Decimals.parse(text.toString(), '.') != expected) {
        assertThat(Decimals.parse(text.toString(), '.')).as("%s", text).isEqualTo(expected);
      }
    }
  }
}
