package org.talblatt.identity;

import org.talblatt.platform.mail.MailAddress;

/**
 * Somebody who wants an account, with everything that can be checked without the database checked:
 * made by {@link Candidates}.
 *
 * @param text key of a text that waits behind the login; empty for none
 * @param back local path to return to; empty for none
 * @param form the token of the form that it came with; empty from a program
 * @param readFirst whether a moderator is to read the first comments before they are published
 */
record Candidate(
    AccountName name,
    MailAddress email,
    String password,
    String text,
    String back,
    String language,
    String form,
    boolean readFirst) {

  /** The same person, and whether to be read first. */
  Candidate readFirst(boolean first) {
    return new Candidate(name, email, password, text, back, language, form, first);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Candidate[***]";
  }
}
