package org.collporterre.check;

import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Puts a finding together and reports it. */
public final class FindingBuilder {
  private static final int SHOWN_OF_PERSONAL = 3;

  private final String code;
  private final @Nullable Severity severity;
  private final Profile profile;
  private final FindingSink sink;
  private final @Nullable Located<? extends Entry> row;
  private final @Nullable String type;
  private final @Nullable String id;
  private Location location;
  private @Nullable String field;
  private @Nullable String value;
  private @Nullable String expected;
  private @Nullable Fix fix;
  private boolean fixable = true;

  FindingBuilder(
      Rule rule,
      @Nullable Severity severity,
      Profile profile,
      FindingSink sink,
      @Nullable Located<? extends Entry> row,
      Location location,
      @Nullable String type,
      @Nullable String id) {
    this.code = rule.code();
    this.severity = severity;
    this.profile = profile;
    this.sink = sink;
    this.row = row;
    this.location = location;
    this.type = type;
    this.id = id;
  }

  /**
   * Points at a field of the record: its place, and unless it is confidential the text found there.
   */
  public FindingBuilder field(String key) {
    this.field = key;
    if (row != null) {
      location = row.origin().field(key);
      Field declared = Schema.of(row.value()).field(key);
      if (declared != null && !isSecret(declared)) {
        String text = row.origin().text(key);
        text = text == null ? shown(declared, row.value()) : text;
        value = text.isEmpty() ? null : text;
      }
    }
    return this;
  }

  /**
   * Points at a field of one of an initiative's places, from 0. Only the first has cells: of
   * another the value is shown, but no correction is proposed, which would change the first.
   */
  FindingBuilder place(int number, String key, @Nullable Object found) {
    field(key);
    if (number > 0) {
      value = found == null ? null : found.toString();
      fixable = false;
    }
    return this;
  }

  /** Says the text found, when it is not the whole cell. */
  public FindingBuilder value(@Nullable String text) {
    this.value = text;
    return this;
  }

  /**
   * Says how the text found begins, when it is about a person: findings end up in logs that others
   * read, and whoever has the file finds it by that.
   */
  FindingBuilder masked(String text) {
    int shown = Math.min(text.length(), SHOWN_OF_PERSONAL);
    return value(text.substring(0, shown) + "…");
  }

  /** Says what would have been right, in a form that needs no language. */
  public FindingBuilder expected(@Nullable String form) {
    this.expected = form;
    return this;
  }

  /** Proposes a correction. */
  public FindingBuilder fix(@Nullable Fix correction) {
    this.fix = fixable ? correction : null;
    return this;
  }

  /** Reports the finding, unless its rule is off in this profile. */
  public void report() {
    if (severity != null) {
      sink.report(
          new Finding(code, severity, profile, location, type, id, field, value, expected, fix));
    }
  }

  /** A number that has no written form is itself what is wrong, so it must be shown. */
  private static String shown(Field field, Entry entry) {
    return field.from(entry) instanceof Double number && !Double.isFinite(number)
        ? number.toString()
        : field.text(entry);
  }

  /** What a person consented to is not for reports; an address that may become public is. */
  private static boolean isSecret(Field field) {
    Confidential confidential = field.confidential();
    return confidential != null && confidential.unless().isEmpty();
  }
}
