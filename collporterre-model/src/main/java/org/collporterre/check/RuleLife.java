package org.collporterre.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What the version of the library makes of rules: one that is new in this minor version is no more
 * than an information, so that nobody's data is refused by an update; from the next minor version
 * on it is as bad as it says itself. Rules of the first version were never new. What a dataset or
 * an application decides stands above this. Immutable and thread-safe.
 */
public final class RuleLife {
  private static final Pattern MINOR = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\D.*)?");
  private static final long FIRST = minor(Rule.FIRST_VERSION);

  private static final class Running {
    static final RuleLife LIFE = of(version());
  }

  private final long running;

  private RuleLife(long running) {
    this.running = running;
  }

  /** Returns the life of rules in the library as it runs. */
  public static RuleLife standard() {
    return Running.LIFE;
  }

  /**
   * Returns the life of rules in a version.
   *
   * @param version {@code 0.2}, {@code 0.2.1}, {@code 0.2.1-SNAPSHOT}
   * @throws IllegalArgumentException when it is no such text: an error of the program
   */
  public static RuleLife of(String version) {
    return new RuleLife(minor(version));
  }

  /** Tells whether a rule is new in this version, or even comes with a later one. */
  public boolean isNew(Rule rule) {
    // Nearly all rules, at nearly all times.
    if (rule.since().equals(Rule.FIRST_VERSION)) {
      return false;
    }
    long since = minor(rule.since());
    return since > FIRST && since >= running;
  }

  /** Returns how bad a rule's findings are in a profile, or null where it is off. */
  public @Nullable Severity severity(Rule rule, Profile profile) {
    Severity own = rule.severity(profile);
    return own != null && isNew(rule) ? Severity.INFO : own;
  }

  private static long minor(String version) {
    Matcher matcher = MINOR.matcher(version);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no version: " + version);
    }
    return Long.parseLong(matcher.group(1)) << 32 | Long.parseLong(matcher.group(2));
  }

  /** Reads the version that the build wrote down. */
  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = RuleLife.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
