package org.talblatt.identity.oidc;

/** Why a login by a provider came to nothing; what the reader is told is made from it. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, each with its own sentence. */
  enum Reason {
    /** The reader, or the provider, said no. */
    DENIED("oidc.denied"),
    /** The browser knows of no such login: too old, used, or not begun here. */
    ENDED("oidc.ended"),
    /** The provider's answer doesn't belong to what was asked, or isn't the provider's. */
    UNTRUSTED("oidc.untrusted"),
    /** The provider can't be reached, or is not in order. */
    UNREACHABLE("oidc.unreachable"),
    /** That login belongs to another account. */
    TAKEN("oidc.taken"),
    /** The account has another login of that provider. */
    HAS_ONE("oidc.has-one"),
    /** The account's last way in stays. */
    LAST("oidc.last");

    private final String message;

    Reason(String message) {
      this.message = message;
    }

    String message() {
      return message;
    }
  }

  private final Reason reason;

  Refused(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
