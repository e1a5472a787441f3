package org.collporterre.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is no more. Its code is never given to another.
 *
 * @param code its code
 * @param since the minor version in which it ended, {@code 0.3}
 * @param replacedBy the code that says the same now, or null for none
 * @param noteFr why it ended, in French
 * @param noteEn why it ended, in English
 */
public record DeprecatedRule(
    String code, String since, @Nullable String replacedBy, String noteFr, String noteEn) {
  /** Returns why it ended: in French for a French locale, in English for any other. */
  public String note(Locale locale) {
    return locale.getLanguage().equals("fr") ? noteFr : noteEn;
  }
}
