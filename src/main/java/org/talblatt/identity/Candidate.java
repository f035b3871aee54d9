package org.talblatt.identity;

import org.talblatt.platform.mail.MailAddress;

/**
 * Somebody who wants an account, with everything that can be checked without the database checked:
 * made by {@link Candidates}.
 *
 * @param text key of a text that waits behind the login; empty for none
 * @param back local path to return to; empty for none
 * @param readFirst whether a moderator is to read the first comments before they are published
 */
record Candidate(
    AccountName name,
    MailAddress email,
    String password,
    String text,
    String back,
    String language,
    boolean readFirst) {

  /** The same person, whom we know less well than most. */
  Candidate toBeReadFirst() {
    return new Candidate(name, email, password, text, back, language, true);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Candidate[***]";
  }
}
