package org.collporterre.cms.page;

import java.util.List;
import java.util.Locale;

/**
 * Says to a page's author why what was asked for cannot be shown: an unknown view, a filter that
 * means nothing, a dataset that is not there. Never an error of the program.
 */
public final class RequestException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final transient List<String> arguments;

  /**
   * Describes a problem.
   *
   * @param code {@code unknown-view}, {@code unknown-filter}, {@code unknown-value}, {@code
   *     unknown-height}, {@code unknown-record}, {@code record-missing}, {@code source-missing},
   *     {@code source-refused}, {@code source-unreadable}, {@code source-too-large} or {@code
   *     tiles-refused}
   * @param arguments what the sentence names: the value found, and what was expected
   */
  public RequestException(String code, String... arguments) {
    super(code);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** Returns the code of the problem. */
  public String code() {
    return code;
  }

  /** Returns a sentence for the page's author: plain text, not HTML. */
  public String text(Locale locale) {
    return Words.in(locale).text("problem." + code, arguments.toArray());
  }

  @Override
  public String getMessage() {
    return text(Locale.ENGLISH);
  }
}
