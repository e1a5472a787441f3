package org.collporterre.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides the language of a call. */
final class Language {
  private Language() {}

  /**
   * Returns French or English: what {@code --lang} says, else the environment. Where that names no
   * language, or one of Brittany's, the answer is French: the data is.
   */
  static Locale of(List<String> arguments, Map<String, String> environment) {
    String asked = asked(arguments);
    if (asked != null) {
      return asked.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    }
    for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        return isFrench(value) ? Locale.FRENCH : Locale.ENGLISH;
      }
    }
    return Locale.FRENCH;
  }

  /** Also errors in the arguments are told in the language asked for, so it is looked up first. */
  private static @Nullable String asked(List<String> arguments) {
    String asked = null;
    for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      String argument = arguments.get(i);
      String value = "";
      if (argument.startsWith("--lang=")) {
        value = argument.substring("--lang=".length());
      } else if (argument.equals("--lang") && i + 1 < arguments.size()) {
        value = arguments.get(i + 1);
      }
      if (value.equals("fr") || value.equals("en")) {
        asked = value;
      }
    }
    return asked;
  }

  private static boolean isFrench(String locale) {
    String language = locale.split("[._@-]", 2)[0];
    return List.of("C", "POSIX", "fr", "br").contains(language);
  }
}
