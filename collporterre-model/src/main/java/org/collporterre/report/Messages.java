package org.collporterre.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.collporterre.check.Rule;
import org.jspecify.annotations.Nullable;

/** Makes sentences of findings, in French or English. Immutable and thread-safe. */
public final class Messages {
  private final Locale locale;
  private final Map<String, String> patterns;

  private Messages(Locale locale, Map<String, String> patterns) {
    this.locale = locale;
    this.patterns = patterns;
  }

  /** Returns the messages in French for a French locale, in English for any other. */
  public static Messages in(Locale locale) {
    boolean french = locale.getLanguage().equals("fr");
    Locale chosen = french ? Locale.FRENCH : Locale.ENGLISH;
    Properties properties = new Properties();
    String resource = "messages_" + chosen.getLanguage() + ".properties";
    try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(resource));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> patterns = new HashMap<>();
    properties.forEach((code, pattern) -> patterns.put((String) code, (String) pattern));
    return new Messages(chosen, patterns);
  }

  /** Returns these messages with those that an application's own rules bring. */
  public Messages with(Collection<Rule> rules) {
    Map<String, String> more = new HashMap<>(patterns);
    for (Rule rule : rules) {
      String own = rule.message(locale);
      if (own != null) {
        more.put(rule.code(), own);
      }
    }
    return new Messages(locale, more);
  }

  /** Returns the language of the messages. */
  public Locale locale() {
    return locale;
  }

  /** Returns the sentence of a finding; its code where there is none. */
  public String text(Finding finding) {
    String pattern = patterns.get(finding.code());
    return pattern == null ? finding.code() : fill(pattern, name -> shown(finding, name));
  }

  /**
   * Returns a finding in one line, {@code file:line:column: severity code: sentence}; of a record
   * that comes from no file, its identifier is where the place would be.
   */
  public String line(Finding finding) {
    String place = place(finding);
    return (place.isEmpty() ? "" : OneLine.of(place) + ": ")
        + severity(finding.severity())
        + " "
        + finding.code()
        + ": "
        + text(finding);
  }

  private static String place(Finding finding) {
    return finding.location().file().isEmpty()
        ? Objects.requireNonNullElse(finding.id(), "")
        : finding.location().toString();
  }

  /** Returns the name of a severity. */
  public String severity(Severity severity) {
    return patterns.getOrDefault("severity." + severity.label(), severity.label());
  }

  /** What comes from data must not break the line, nor reach a terminal with its controls. */
  private @Nullable String shown(Finding finding, String name) {
    String argument = argument(finding, name);
    return argument == null ? null : OneLine.of(argument);
  }

  private @Nullable String argument(Finding finding, String name) {
    return switch (name) {
      case "value" -> finding.value();
      case "expected" -> finding.expected();
      case "field" -> finding.field();
      case "id" -> finding.id();
      case "type" -> finding.type();
      case "reason" -> finding.expected() == null ? null : reason(finding.expected());
      case "evidence" -> evidence(finding.expected());
      case "suggestion" -> finding.fix() == null ? null : suggestion(finding.fix());
      default -> throw new IllegalArgumentException("no argument " + name + " in messages");
    };
  }

  /** Returns a reason in words, without a full stop; its code where there are none. */
  public String reason(String code) {
    return patterns.getOrDefault("reason." + code, code);
  }

  /** Evidence is codes, each perhaps with a number behind it; readers get words and numbers. */
  private @Nullable String evidence(@Nullable String codes) {
    if (codes == null) {
      return null;
    }
    StringBuilder all = new StringBuilder();
    for (String part : codes.split("; ", -1)) {
      int blank = part.indexOf(' ');
      String code = blank < 0 ? part : part.substring(0, blank);
      String number = blank < 0 ? "" : part.substring(blank + 1);
      String words = patterns.getOrDefault("evidence." + code, part);
      all.append(all.length() == 0 ? "" : ", ").append(words.replace("{number}", number));
    }
    return all.toString();
  }

  private static String suggestion(Fix fix) {
    if (fix.cells().size() == 1) {
      return fix.cells().values().iterator().next();
    }
    StringBuilder all = new StringBuilder();
    fix.cells()
        .forEach(
            (key, text) ->
                all.append(all.length() == 0 ? "" : ", ").append(key).append(" = ").append(text));
    return all.toString();
  }

  /** Fills in {@code {name}}; leaves out {@code [a part]} that names a missing argument. */
  private static String fill(String pattern, UnaryOperator<@Nullable String> arguments) {
    StringBuilder out = new StringBuilder(pattern.length() + 40);
    int partStart = -1;
    boolean missing = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '[') {
        partStart = out.length();
        missing = false;
      } else if (c == ']' && partStart >= 0) {
        if (missing) {
          out.setLength(partStart);
        }
        partStart = -1;
      } else if (c == '{') {
        int end = pattern.indexOf('}', i);
        String value = arguments.apply(pattern.substring(i + 1, end));
        missing |= value == null;
        out.append(value == null ? "" : value);
        i = end;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
