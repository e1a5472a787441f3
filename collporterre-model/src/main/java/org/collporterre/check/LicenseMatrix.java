package org.collporterre.check;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.vocabulary.DerivationKind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a work may be shared under its licence, given the licence of the work it was made from.
 * Several parents are several questions, all of which must be answered yes. This is a reading of
 * the licences' texts and of Creative Commons' lists of compatible licences, <strong>not legal
 * advice</strong>: whoever holds all rights may do what the licence does not allow others.
 */
public final class LicenseMatrix {
  /** What may be done. */
  public enum Outcome {
    /** The licences agree. */
    ALLOWED,
    /** Someone should look at it: a licence is not known, or more is given away than was given. */
    DOUBTFUL,
    /** The licence of the parent does not allow that of the child. */
    FORBIDDEN
  }

  /**
   * An answer.
   *
   * @param outcome what may be done
   * @param reason why, a permanent code in kebab case; {@code reason.<code>} of {@link
   *     org.collporterre.report.Messages} says it in words
   */
  public record Verdict(Outcome outcome, String reason) {}

  /** Licences under which Creative Commons lets what was made of BY-SA 4.0 be shared. */
  private static final Set<String> AFTER_BY_SA_4 =
      Set.of("LAL-1.3", "GPL-3.0", "GPL-3.0-only", "GPL-3.0-or-later");

  /** The licences of GNU: their name, version, and whether later versions will do. */
  private static final Pattern GNU =
      Pattern.compile("([AL]?GPL|GFDL)-([0-9]\\.[0-9])(?:-only)?(-or-later|\\+)?");

  private LicenseMatrix() {}

  /**
   * Returns whether a work may be made from another.
   *
   * @param parentLicense the SPDX identifier or {@code LicenseRef-…} of the work it is made from;
   *     null when none is said
   * @param childLicense that of the work made from it
   * @param kind how it was made; null, when that is not said, counts as an adaptation
   */
  public static Verdict verdict(
      @Nullable String parentLicense,
      @Nullable String childLicense,
      @Nullable DerivationKind kind) {
    if (kind == DerivationKind.INSPIRATION) {
      return allowed("inspiration");
    }
    LicenseClass child = LicenseClass.of(childLicense);
    return switch (LicenseClass.of(parentLicense)) {
      case PUBLIC -> allowed("public-parent");
      case NO_DERIVATIVES -> forbidden("no-derivatives");
      case UNKNOWN -> doubtful("unknown-license");
      case ATTRIBUTION -> fromAttribution(child);
      case NON_COMMERCIAL -> fromNonCommercial(text(parentLicense), text(childLicense), child);
      case SHARE_ALIKE -> fromShareAlike(text(parentLicense), text(childLicense), child);
    };
  }

  private static Verdict fromAttribution(LicenseClass child) {
    return switch (child) {
      case PUBLIC -> doubtful("public-from-attribution");
      case UNKNOWN -> doubtful("unknown-license");
      default -> allowed("attribution-parent");
    };
  }

  private static Verdict fromNonCommercial(String parent, String child, LicenseClass childClass) {
    if (childClass == LicenseClass.UNKNOWN) {
      return doubtful("unknown-license");
    }
    if (!asks(child, "NC")) {
      return forbidden("non-commercial-lost");
    }
    return asks(parent, "SA")
        ? fromShareAlike(parent, child, childClass)
        : allowed("non-commercial-kept");
  }

  private static Verdict fromShareAlike(String parent, String child, LicenseClass childClass) {
    if (childClass == LicenseClass.UNKNOWN) {
      return doubtful("unknown-license");
    }
    if (parent.equals(child)) {
      return allowed("share-alike-same");
    }
    boolean bySa4 = parent.equals("CC-BY-SA-4.0");
    if (bySa4 && AFTER_BY_SA_4.contains(child)
        || parent.equals("LAL-1.3") && child.equals("CC-BY-SA-4.0")) {
      return allowed("share-alike-compatible");
    }
    Matcher from = LicenseClass.COMMONS.matcher(parent);
    Matcher to = LicenseClass.COMMONS.matcher(child);
    if (from.matches() && to.matches() && from.group(1).equals(to.group(1))) {
      return version(from.group(2), to.group(2), !from.group(2).equals("1.0"));
    }
    from = GNU.matcher(parent);
    to = GNU.matcher(child);
    return from.matches() && to.matches() && from.group(1).equals(to.group(1))
        ? version(from.group(2), to.group(2), from.group(3) != null)
        : forbidden("share-alike-other");
  }

  /** The same licence in versions, {@code 2.0}, or adapted to the law of a country. */
  private static Verdict version(String parent, String child, boolean laterWillDo) {
    int order = child.compareTo(parent);
    if (order == 0) {
      return allowed("share-alike-same");
    }
    if (order < 0) {
      return forbidden("share-alike-earlier");
    }
    return laterWillDo ? allowed("share-alike-later") : forbidden("share-alike-no-later");
  }

  private static boolean asks(String license, String part) {
    Matcher commons = LicenseClass.COMMONS.matcher(license);
    return commons.matches() && commons.group(1).contains(part);
  }

  private static String text(@Nullable String license) {
    return license == null ? "" : license;
  }

  private static Verdict allowed(String reason) {
    return new Verdict(Outcome.ALLOWED, reason);
  }

  private static Verdict doubtful(String reason) {
    return new Verdict(Outcome.DOUBTFUL, reason);
  }

  private static Verdict forbidden(String reason) {
    return new Verdict(Outcome.FORBIDDEN, reason);
  }
}
