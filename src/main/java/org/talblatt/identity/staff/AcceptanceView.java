package org.talblatt.identity.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees who is invited.
 *
 * @param email that was invited
 * @param as who is logged in; null for nobody
 * @param known whether the address has an account
 * @param name typed for a new one
 * @param problems what is wrong, by field
 * @param problem what is wrong as a whole; null for nothing
 */
public record AcceptanceView(
    String email,
    String link,
    @Nullable String as,
    boolean known,
    String name,
    Map<String, String> problems,
    @Nullable String problem) {

  /** The login, which leads back here. */
  public String login() {
    String back = "/einladung?link=" + URLEncoder.encode(link, StandardCharsets.UTF_8);
    return "/anmelden?zurueck=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }
}
