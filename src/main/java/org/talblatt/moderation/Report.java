package org.talblatt.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.mail.MailAddress;

/**
 * Somebody says that a comment should not stand there.
 *
 * @param revision of the text that was reported
 * @param reporter null for a notice without an account, and once the account was erased
 * @param notifier who sent a notice without an account
 * @param decision the number of what was decided; null while it is open
 */
public record Report(
    long id,
    CommentId comment,
    int revision,
    @Nullable AccountId reporter,
    @Nullable Notifier notifier,
    String language,
    Reason reason,
    String text,
    Instant createdAt,
    @Nullable Long decision) {

  /** Somebody without an account who has to be told what became of the notice. */
  public record Notifier(String name, MailAddress email) {}
}
