package org.talblatt.paper;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;

/**
 * One line of the audit log. It can never be changed or erased: names, mail addresses and secrets
 * don't belong in it, accounts stand in it by number. What may not stay for good is kept beside it:
 * where it came from for 90 days, a typed reason until the account is erased.
 *
 * @param what a verb such as {@code account.locked}; its words are the message {@code audit-} and
 *     the verb, under {@code staff.}
 * @param account whose account it is about; null for a thing
 * @param subject the thing, where it is none; empty for an account
 * @param details what became of it, in short
 * @param reason why, as somebody typed it; may be empty
 */
public record AuditEntry(
    Actor actor,
    String what,
    @Nullable AccountId account,
    String subject,
    String details,
    String reason) {
  private static final int SUBJECT_LENGTH = 200;
  private static final int DETAILS_LENGTH = 2000;

  /** Cuts and cleans what may hold something typed. */
  public AuditEntry {
    if (!what.matches("[a-z]+([.-][a-z]+)*")) {
      throw new IllegalArgumentException("no verb: " + what);
    }
    subject = clean(subject, SUBJECT_LENGTH);
    details = clean(details, DETAILS_LENGTH);
    reason = clean(reason, DETAILS_LENGTH);
  }

  /** Something done to an account. */
  public static AuditEntry of(Actor actor, String what, AccountId account, String details) {
    return new AuditEntry(actor, what, account, "", details, "");
  }

  /** Something done to a setting or another thing. */
  public static AuditEntry of(Actor actor, String what, String subject, String details) {
    return new AuditEntry(actor, what, null, subject, details, "");
  }

  /** The same with a reason that somebody typed. */
  public AuditEntry because(String typed) {
    return new AuditEntry(actor, what, account, subject, details, typed);
  }

  /** What PostgreSQL can store: no zero character, no half one. */
  private static String clean(String text, int length) {
    return Shortened.marked(length, Storable.of(text));
  }
}
