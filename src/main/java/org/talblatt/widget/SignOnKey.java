package org.talblatt.widget;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By what a site's tokens are signed; a site has one kind, whatever a token says of itself. */
sealed interface SignOnKey {
  /** Its readers log in here. */
  record None() implements SignOnKey {}

  /**
   * A secret of both sides.
   *
   * @param former the one before; null for none
   * @param formerUntil how long that one is still good
   */
  record Shared(String secret, @Nullable String former, @Nullable Instant formerUntil)
      implements SignOnKey {
    /** Kept out of logs. */
    @Override
    public String toString() {
      return "Shared[***]";
    }
  }

  /** Public keys; the site alone can sign. */
  record Public(JWKSet keys) implements SignOnKey {}
}
