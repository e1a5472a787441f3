package org.collporterre.update;

import java.util.List;
import java.util.Locale;
import org.collporterre.model.Entry;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one record.
 *
 * @param kind what happens
 * @param type the record type's name
 * @param id the identifier it has in the base, else in what comes in; null when it has none
 * @param base the record of the base, or null
 * @param incoming the record that comes in, or null
 * @param result the record there is afterwards, or null when there is none
 * @param matchedBy by what the two were found to be the same; null unless there are two
 * @param fields the fields that change, in column order; of other kinds than updated and
 *     conflicting empty
 * @param reason why it is conflicting: {@code fields-changed}, {@code deleted-and-changed} or the
 *     code of a finding, {@code match-ambiguous} or {@code id-reused}; else null
 * @param place where what comes in was read; else where the record of the base was
 */
public record Change(
    Kind kind,
    String type,
    @Nullable String id,
    @Nullable Entry base,
    @Nullable Entry incoming,
    @Nullable Entry result,
    @Nullable MatchedBy matchedBy,
    List<FieldChange> fields,
    @Nullable String reason,
    Location place) {
  /** Both sides changed the same field differently. */
  public static final String FIELDS_CHANGED = "fields-changed";

  /** One side deleted what the other changed. */
  public static final String DELETED_AND_CHANGED = "deleted-and-changed";

  /** More than one record may be meant. */
  public static final String MATCH_AMBIGUOUS = "match-ambiguous";

  /** The same identifier for what has nothing else in common. */
  public static final String ID_REUSED = "id-reused";

  /** What can happen to a record. */
  public enum Kind {
    CREATED,
    UPDATED,
    RESTORED,
    DELETED,
    CONFLICTING,
    /** It is in the base only, which says nothing: it stays. */
    MISSING,
    UNCHANGED;

    /** Returns the word for it in data: {@code created}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the title, that of the base if there is one; empty when there is none. */
  public String title() {
    Entry named = base == null ? incoming : base;
    // What was read may lack what a record must have.
    return named == null || named.title() == null ? "" : named.title().text();
  }

  /** Tells whether the base differs after it. */
  public boolean changesBase() {
    return switch (kind) {
      case CREATED, UPDATED, RESTORED, DELETED -> true;
      case CONFLICTING, MISSING, UNCHANGED -> false;
    };
  }
}
