package org.talblatt.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
            select mention, reply, branch, followed, pinned, released, rhythm, unsubscribe
            from notification_choice where account = ?
            """)
        .param(account.value())
        .query(NotificationChoices::choice)
        .optional();
  }

  private static NotificationChoice choice(ResultSet row, int number) throws SQLException {
    Set<Notification.Kind> wanted = EnumSet.noneOf(Notification.Kind.class);
    for (Notification.Kind kind : Notification.Kind.choosable()) {
      if (row.getBoolean(kind.word())) {
        wanted.add(kind);
      }
    }
    return new NotificationChoice(
        wanted,
        NotificationChoice.Rhythm.ofSlug(row.getString("rhythm")).orElseThrow(),
        row.getObject("unsubscribe", UUID.class));
  }

  /** Stores the choice; the key in mails already sent stays good. */
  void put(AccountId account, NotificationChoice choice) {
    db.sql(
            """
            insert into notification_choice (account, mention, reply, branch, followed, pinned,
              released, rhythm, unsubscribe)
            values (:account, :mention, :reply, :branch, :followed, :pinned, :released, :mail,
              :unsubscribe)
            on conflict (account) do update set mention = :mention, reply = :reply,
              branch = :branch, followed = :followed, pinned = :pinned, released = :released,
              rhythm = :mail
            """)
        .param("account", account.value())
        .param("mail", choice.mail().slug())
        .param("unsubscribe", choice.unsubscribe())
        .params(
            Notification.Kind.choosable().stream()
                .collect(Collectors.toMap(Notification.Kind::word, choice::wants)))
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
