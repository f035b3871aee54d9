package org.talblatt.notification;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;

/** All SQL of what readers want to hear of. */
@Repository
class NotificationChoices {
  private final JdbcClient db;

  NotificationChoices(JdbcClient db) {
    this.db = db;
  }

  Optional<NotificationChoice> of(AccountId account) {
    return db.sql(
            """
            select reply, mention, followed, rhythm, unsubscribe
            from notification_choice where account = ?
            """)
        .param(account.value())
        .query(
            (row, n) ->
                new NotificationChoice(
                    row.getBoolean(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    NotificationChoice.Rhythm.ofSlug(row.getString(4)).orElseThrow(),
                    row.getObject(5, UUID.class)))
        .optional();
  }

  /** Stores the choice; the key in mails already sent stays good. */
  void put(AccountId account, NotificationChoice choice) {
    db.sql(
            """
            insert into notification_choice (account, reply, mention, followed, rhythm, unsubscribe)
            values (:account, :reply, :mention, :followed, :mail, :unsubscribe)
            on conflict (account) do update set reply = :reply, mention = :mention,
              followed = :followed, rhythm = :mail
            """)
        .param("account", account.value())
        .param("reply", choice.reply())
        .param("mention", choice.mention())
        .param("followed", choice.followed())
        .param("mail", choice.mail().slug())
        .param("unsubscribe", choice.unsubscribe())
        .update();
    if (choice.mail() == NotificationChoice.Rhythm.OFF) {
      db.sql("update notification set taken_at = now() where account = ? and taken_at is null")
          .param(account.value())
          .update();
    }
  }

  /** Switches mails off for whoever has this key; false where nobody has it. */
  boolean silence(UUID key) {
    return db.sql("update notification_choice set rhythm = 'off' where unsubscribe = ?")
            .param(key)
            .update()
        > 0;
  }
}
