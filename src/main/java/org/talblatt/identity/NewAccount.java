package org.talblatt.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.platform.mail.MailAddress;

/**
 * Somebody who is to have an account.
 *
 * @param password null where nobody is to log in with one
 * @param language of the interface and of mails (BCP 47)
 */
public record NewAccount(
    AccountName name, MailAddress email, @Nullable String password, String language) {

  /** From texts; a Failure says what is wrong with them. */
  public static NewAccount of(String name, String email, String password) {
    return new NewAccount(AccountName.parse(name), address(email), password, "de");
  }

  /** As {@link #of}, for somebody who never logs in with a password. */
  public static NewAccount withoutPassword(String name, String email) {
    return new NewAccount(AccountName.parse(name), address(email), null, "de");
  }

  /**
   * From what somebody typed who chooses a password.
   *
   * @throws Failure naming every field that is wrong
   */
  public static NewAccount withGoodPassword(
      String name, String email, String password, String language) {
    Map<String, String> problems = new LinkedHashMap<>();
    AccountName parsed = null;
    try {
      parsed = AccountName.parse(name);
    } catch (Failure wrong) {
      problems.put("name", wrong.key());
    }
    MailAddress address = MailAddress.parse(email).orElse(null);
    if (address == null) {
      problems.put("email", "identity.email-invalid");
    }
    String weak = Passwords.refusal(password, name, email);
    if (weak != null) {
      problems.put("password", weak);
    }
    if (parsed == null || address == null || weak != null) {
      throw Failure.invalid(problems);
    }
    return new NewAccount(parsed, address, password, language);
  }

  private static MailAddress address(String email) {
    return MailAddress.parse(email)
        .orElseThrow(() -> Failure.invalid("email", "identity.email-invalid"));
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "NewAccount[***]";
  }
}
