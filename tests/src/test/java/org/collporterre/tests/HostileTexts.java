package org.collporterre.tests;

import java.util.List;

/** Texts and numbers at which writers of JSON are likely to fail. */
final class HostileTexts {
  static final List<String> ALL =
      List.of(
          "« Oui » \"non\" \\ / 'peut-être'",
          "<script>alert(1)</script> & <!-- -->",
          "ligne\nligne\r\nligne\tcolonne",
          "\b\f\u0000\u0001\u001f\u007f\u0080\u0085\u009f",
          "a\u2028b\u2029c\u00a0d\u200be\ufeff",
          "😀 👩‍🌾 𝔄 e\u0301 ﷽",
          "\uFFFD\uFFFE\uFFFF\uD7FF\uE000",
          "N/A",
          "null",
          " blancs ",
          "a|b|c",
          "é".repeat(5000));

  static final List<String> AMOUNTS =
      List.of(
          "0",
          "0.00",
          "1.50",
          "1E+3",
          "1E+50",
          "1E-50",
          "0.0000001",
          "123456789012345678901234567890.123456789",
          "-0.000");

  private HostileTexts() {}
}
