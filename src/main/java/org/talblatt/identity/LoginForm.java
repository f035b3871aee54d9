package org.talblatt.identity;

import org.jspecify.annotations.Nullable;

/**
 * The login form as it was sent or stands empty.
 *
 * @param login name or mail address as typed
 * @param text key of a text that waits behind the login; empty for none
 * @param back local path to return to; empty for none
 * @param note good news to show; null for none
 * @param problem message to show; null for none
 */
public record LoginForm(
    String login, String text, String back, @Nullable String note, @Nullable String problem) {

  /** Nothing typed yet. */
  public static LoginForm empty(String text, String back) {
    return new LoginForm("", text, back, null, null);
  }

  Whence whence() {
    return new Whence(text, back);
  }

  /** With good news. */
  public LoginForm noted(String message) {
    return new LoginForm(login, text, back, message, problem);
  }

  /** With what is wrong. */
  public LoginForm refused(String message) {
    return new LoginForm(login, text, back, note, message);
  }
}
