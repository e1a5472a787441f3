package org.collporterre.check;

import java.util.List;
import java.util.regex.Pattern;
import org.collporterre.model.Portrait;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.Folding;

/**
 * A quotation that is not in the portrait's text: compared word by word, without accents, capitals
 * or punctuation. Where it leaves something out, each part must follow the one before. A text that
 * is elsewhere is not looked at.
 */
final class QuoteNotInText implements RecordRule {
  private static final Pattern OMISSION =
      Pattern.compile("[\\[(]\\s*(?:…|\\.{2,})\\s*[\\])]|…|\\.{3,}");

  @Override
  public String code() {
    return "quote-not-in-text";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      if (row.value() instanceof Portrait portrait
          && portrait.body() != null
          && !portrait.quotes().isEmpty()) {
        String body = words(portrait.body());
        List<String> quotes = portrait.quotes();
        for (int i = 0; i < quotes.size(); i++) {
          if (!isIn(body, quotes.get(i))) {
            context.finding(this, row).field("citations").value(quotes.get(i)).report();
          }
        }
      }
    };
  }

  private static boolean isIn(String body, String quote) {
    int from = 0;
    for (String part : OMISSION.split(quote, -1)) {
      String words = words(part);
      int at = words.isBlank() ? from : body.indexOf(words, from);
      if (at < 0) {
        return false;
      }
      // The blank behind a part is also the one in front of the next.
      from = words.isBlank() ? from : at + words.length() - 1;
    }
    return true;
  }

  private static String words(String text) {
    return " " + Folding.fold(text) + " ";
  }
}
