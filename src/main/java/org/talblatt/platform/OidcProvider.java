package org.talblatt.platform;

import java.net.URI;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody by whose login readers may come in (OpenID Connect). Its text form shows no secret.
 *
 * @param key what the administrator calls it; part of its addresses
 * @param name what readers call it
 * @param issuer where its description is found, and who its tokens say they are from
 * @param clientSecret null for a public client, or where {@code signingKey} makes one
 * @param signingKey makes the secret anew each time, as Apple wants it; null otherwise
 * @param formPost whether it answers by a form that the browser posts, as Apple does
 */
public record OidcProvider(
    String key,
    String name,
    URI issuer,
    String clientId,
    @Nullable String clientSecret,
    @Nullable SigningKey signingKey,
    List<String> scopes,
    boolean formPost) {

  /**
   * The key that signs our client's secrets.
   *
   * @param team who we are to the provider
   * @param id which of our keys it is
   */
  public record SigningKey(ECPrivateKey key, String team, String id) {
    @Override
    public String toString() {
      return "SigningKey[***]";
    }
  }

  @Override
  public String toString() {
    return "OidcProvider[%s, %s]".formatted(key, issuer);
  }
}
