package org.talblatt.identity.oidc;

import java.util.List;
import org.talblatt.platform.OidcProvider;

/**
 * The providers' logins that open an account.
 *
 * @param further providers that could be added
 */
public record LinksView(List<Linked> linked, List<OidcProvider> further) {
  /**
   * A login that opens it.
   *
   * @param label what the provider calls its owner; empty where it doesn't say
   * @param since when it was added
   */
  public record Linked(String issuer, String provider, String label, String since) {}
}
