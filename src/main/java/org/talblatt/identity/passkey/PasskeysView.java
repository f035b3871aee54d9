package org.talblatt.identity.passkey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Times;

/**
 * An account's passkeys as the page on security shows them; the browser is told as well, so that it
 * offers none that was removed.
 *
 * @param domain what they are bound to
 * @param handle what authenticators know the account by (base64url); null before the first
 * @param name the account's name
 */
public record PasskeysView(
    List<Passkey> passkeys, Times times, String domain, @Nullable String handle, String name) {

  /** Their ids, for the browser. */
  public String ids() {
    return String.join(" ", passkeys.stream().map(Passkey::id).toList());
  }
}
