package org.collporterre.reports;

import java.text.NumberFormat;
import java.util.Locale;
import org.collporterre.report.Finding;
import org.collporterre.report.Messages;
import org.collporterre.reports.page.Both;
import org.collporterre.schema.Labels;

/** What the page of a report says, in both languages. */
final class HtmlWords {
  private final Phrases french = phrases(Locale.FRENCH);
  private final Phrases english = phrases(Locale.ENGLISH);

  /** What other reports say too. */
  private final Phrases frenchReports = Phrases.in(Locale.FRENCH);

  private final Phrases englishReports = Phrases.in(Locale.ENGLISH);
  private final Messages frenchMessages;
  private final Messages englishMessages;
  private final Messages asked;

  /** Makes the words of a report; messages of an application's own rules are in those asked for. */
  HtmlWords(Messages asked) {
    this.asked = asked;
    boolean inFrench = asked.locale().equals(Locale.FRENCH);
    frenchMessages = inFrench ? asked : Messages.in(Locale.FRENCH);
    englishMessages = inFrench ? Messages.in(Locale.ENGLISH) : asked;
  }

  private static Phrases phrases(Locale locale) {
    return Phrases.of("html", locale, file -> HtmlWords.class.getResourceAsStream(file));
  }

  /** Returns a phrase; what fills it in may be in both languages itself, numbers are formatted. */
  Both text(String key, Object... arguments) {
    return new Both(fill(french, key, arguments), fill(english, key, arguments));
  }

  /** Returns a number with its noun, in the words of reports if they have it. */
  Both count(String key, long number) {
    String inFrench = key + (number < 2 ? ".one" : ".many");
    String inEnglish = key + (number == 1 ? ".one" : ".many");
    boolean own = french.bundle().containsKey(inFrench);
    return new Both(
        fill(own ? french : frenchReports, inFrench, number),
        fill(own ? english : englishReports, inEnglish, number));
  }

  private static String fill(Phrases phrases, String key, Object... arguments) {
    Object[] filled = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      filled[i] = in(phrases.locale(), arguments[i]);
    }
    return phrases.text(key, filled);
  }

  private static String in(Locale locale, Object argument) {
    if (argument instanceof Both both) {
      return both.in(locale);
    }
    return argument instanceof Number number
        ? NumberFormat.getIntegerInstance(locale).format(number)
        : argument.toString();
  }

  /** Returns a number as it is written in each language. */
  static Both number(long number) {
    return new Both(in(Locale.FRENCH, number), in(Locale.ENGLISH, number));
  }

  /** Returns the sentence of a finding. */
  Both sentence(Finding finding) {
    return new Both(sentence(frenchMessages, finding), sentence(englishMessages, finding));
  }

  private String sentence(Messages messages, Finding finding) {
    String text = messages.text(finding);
    return text.equals(finding.code()) ? asked.text(finding) : text;
  }

  /** Returns the name of a field with its key, or a header that is not one of a field. */
  Both field(String key) {
    Labels labels = Labels.in(Locale.FRENCH);
    return labels.keys().contains(key)
        ? new Both(labels.label(key), Labels.in(Locale.ENGLISH).label(key))
        : Both.same(key);
  }

  /** Returns the name of a record type. */
  Both type(String name) {
    String key = "type." + name;
    return french.bundle().containsKey(key) ? text(key) : Both.same(name);
  }
}
