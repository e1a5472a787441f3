package org.collporterre.cms.connect;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/**
 * A site could not be spoken to, or refused. Its message holds neither a password nor what was
 * sent.
 */
public final class SiteException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** The address is none of a site, or holds what it must not. */
    ADDRESS,
    /** The address is not protected by TLS, and not of this machine. */
    INSECURE,
    /** The other side is not who it says, or speaks no TLS that is safe. */
    UNTRUSTED,
    /** No answer, or the connection broke. */
    UNREACHABLE,
    /** The site is too busy or out of order for now. */
    UNAVAILABLE,
    /** The site leads to another address. */
    REDIRECTED,
    /** Wrong user or password. */
    UNAUTHORISED,
    /** The site does not take this record from this user. */
    REFUSED,
    /** The page was changed while it was looked at. */
    CHANGED,
    /** The answer is longer than any good one. */
    TOO_LARGE,
    /** The answer is not what such a site answers. */
    MALFORMED;

    /** Returns the name in texts: {@code too-large}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;
  private final String detail;
  private final Duration wait;
  private final boolean last;

  /**
   * Makes an exception.
   *
   * @param detail what is known beside the reason, in one line; may be empty
   */
  public SiteException(Reason reason, String detail) {
    this(reason, detail, Duration.ZERO);
  }

  /**
   * Makes an exception.
   *
   * @param wait how long the site asks to be left alone
   */
  public SiteException(Reason reason, String detail, Duration wait) {
    this(reason, detail, wait, false);
  }

  private SiteException(Reason reason, String detail, Duration wait, boolean last) {
    super(reason.label() + ": " + Texts.line(detail));
    this.reason = reason;
    this.detail = Texts.line(detail);
    this.wait = wait;
    this.last = last;
  }

  /** Returns what went wrong. */
  public Reason reason() {
    return reason;
  }

  /** Returns what is known beside the reason: one short line of the site's own, or empty. */
  public String detail() {
    return detail;
  }

  /** Returns how long the site asks to be left alone; zero when it does not say. */
  public Duration pause() {
    return wait;
  }

  /** Tells whether trying again later may help. */
  public boolean isPassing() {
    return !last && (reason == Reason.UNREACHABLE || reason == Reason.UNAVAILABLE);
  }

  /** Returns the same after as many attempts as there is patience for. */
  SiteException givenUp() {
    return new SiteException(reason, detail, wait, true);
  }

  /** Tells whether only one record is concerned. */
  public boolean isOfRecord() {
    return reason == Reason.REFUSED || reason == Reason.CHANGED;
  }
}
