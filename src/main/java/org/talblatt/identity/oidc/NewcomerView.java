package org.talblatt.identity.oidc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.Agreement;

/**
 * The form in which somebody whom a provider vouches for chooses a name here.
 *
 * @param provider what readers call it
 * @param label what the provider calls them
 * @param text whether a text of theirs waits
 * @param problems field name to message, in the form's order
 */
public record NewcomerView(
    String provider,
    String label,
    String name,
    boolean age,
    boolean rules,
    boolean text,
    Agreement agreement,
    Map<String, String> problems) {

  /** What is wrong with a field; null where nothing is. */
  public @Nullable String problem(String field) {
    return problems.get(field);
  }
}
