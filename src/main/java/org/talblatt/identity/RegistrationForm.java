package org.talblatt.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registration form as it was sent or stands empty; the password is never shown again.
 *
 * @param agreed the editions that the form showed ({@link Agreement#both}); empty where none did
 * @param token what shows that the form is ours ({@link org.talblatt.identity.guard.FormTokens});
 *     empty for none yet
 * @param text key of a text that waits behind the login; empty for none
 * @param back local path to return to; empty for none
 * @param problems field name to message, in the form's order
 */
public record RegistrationForm(
    String name,
    String email,
    boolean age,
    boolean rules,
    String agreed,
    String token,
    String text,
    String back,
    Map<String, String> problems) {

  static RegistrationForm empty(String text, String back) {
    return new RegistrationForm("", "", false, false, "", "", text, back, Map.of());
  }

  /** From a program, which has asked its user. */
  static RegistrationForm agreed(String name, String email) {
    return new RegistrationForm(name, email, true, true, "", "", "", "", Map.of());
  }

  /** The same with its token used up. */
  RegistrationForm used() {
    return new RegistrationForm(name, email, age, rules, agreed, "", text, back, problems);
  }

  RegistrationForm refused(Map<String, String> problems) {
    return new RegistrationForm(name, email, age, rules, agreed, token, text, back, problems);
  }

  /** What is wrong with a field; null where nothing is. */
  public @Nullable String problem(String field) {
    return problems.get(field);
  }
}
