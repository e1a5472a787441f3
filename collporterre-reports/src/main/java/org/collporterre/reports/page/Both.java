package org.collporterre.reports.page;

import java.util.Locale;

/**
 * A text in both languages of a page.
 *
 * @param french in French
 * @param english in English
 */
public record Both(String french, String english) {
  /** Returns what is the same in both languages. */
  public static Both same(String text) {
    return new Both(text, text);
  }

  /** Returns the French text for French, the English one for anything else. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("fr") ? french : english;
  }
}
