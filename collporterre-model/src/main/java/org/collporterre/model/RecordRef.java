package org.collporterre.model;

import org.collporterre.constraint.Identifier;
import org.collporterre.constraint.TextForm;
import org.collporterre.constraint.VersionNumber;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a record: by identifier in the same dataset, or by {@code https} address in
 * another; perhaps pinned to a version, {@code code-source-bruded@1.2}.
 *
 * @param target the identifier or the address
 * @param version the version meant, or null for any
 */
@TextForm("(" + Identifier.FORM + "|https://[^ <>\"{}|\\\\^`]+)(@" + VersionNumber.FORM + ")?")
public record RecordRef(String target, @Nullable String version) {
  /**
   * @throws IllegalArgumentException when the target is neither, or the version is none, or the
   *     version is left at the end of the target, whose written form would read back as another
   */
  public RecordRef {
    boolean valid =
        isTarget(target)
            && (version == null ? !isPinned(target) : VersionNumber.Validator.matches(version));
    if (!valid) {
      throw new IllegalArgumentException("not a reference: " + target + "@" + version);
    }
  }

  /** Returns the reference of a written form, or null when the text is none. */
  public static @Nullable RecordRef parse(String text) {
    int at = text.lastIndexOf('@');
    String version = at < 0 ? null : text.substring(at + 1);
    if (version != null && VersionNumber.Validator.matches(version)) {
      String target = text.substring(0, at);
      return isTarget(target) ? new RecordRef(target, version) : null;
    }
    return isTarget(text) ? new RecordRef(text, null) : null;
  }

  /** Returns an unpinned reference to a record of the same dataset. */
  public static RecordRef to(String id) {
    return new RecordRef(id, null);
  }

  /** Tells whether the record referred to is of the same dataset. */
  public boolean isLocal() {
    return !target.startsWith("https://");
  }

  /** Returns the written form. */
  @Override
  public String toString() {
    return version == null ? target : target + "@" + version;
  }

  private static boolean isPinned(String target) {
    return VersionNumber.Validator.matches(target.substring(target.lastIndexOf('@') + 1))
        && target.indexOf('@') >= 0;
  }

  private static boolean isTarget(String text) {
    return Identifier.Validator.matches(text) || isAddress(text);
  }

  private static boolean isAddress(String text) {
    return text.startsWith("https://")
        && text.length() > 8
        && text.chars().noneMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0);
  }
}
