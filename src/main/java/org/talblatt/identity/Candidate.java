package org.talblatt.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.talblatt.base.Failure;
import org.talblatt.platform.mail.MailAddress;

/**
 * Somebody who wants an account, with everything that can be checked without the database checked.
 *
 * @param text key of a text that waits behind the login; empty for none
 * @param back local path to return to; empty for none
 */
record Candidate(
    AccountName name,
    MailAddress email,
    String password,
    String text,
    String back,
    String language) {

  /**
   * From what was typed.
   *
   * @throws Failure naming every field that is wrong
   */
  static Candidate parse(RegistrationForm form, String password, String paper, String language) {
    Map<String, String> problems = new LinkedHashMap<>();
    NewAccount account = null;
    try {
      account = NewAccount.withGoodPassword(form.name(), form.email(), password, language);
      if (ReservedNames.holds(account.name(), paper)) {
        problems.put("name", "identity.name-reserved");
      }
    } catch (Failure wrong) {
      problems.putAll(wrong.fields());
    }
    if (!form.age()) {
      problems.put("age", "identity.age-needed");
    }
    if (!form.rules()) {
      problems.put("rules", "identity.rules-needed");
    }
    if (account == null || !problems.isEmpty()) {
      throw Failure.invalid(problems);
    }
    return new Candidate(
        account.name(), account.email(), password, form.text(), form.back(), language);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Candidate[***]";
  }
}
