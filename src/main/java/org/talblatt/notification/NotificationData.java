package org.talblatt.notification;

import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** What notifications hold on a person: what they were told of, and what they want to hear of. */
@Repository
class NotificationData implements PersonalData {
  private final JdbcClient db;
  private final NotificationChoices choices;

  NotificationData(JdbcClient db, NotificationChoices choices) {
    this.db = db;
    this.choices = choices;
  }

  @Override
  public Set<String> columns() {
    return Set.of("notification.account", "notification_choice.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section("notifications", "notification.data", rows -> notifications(account, rows));
    into.section(
        "notification-choices",
        "notification.data-choices",
        rows -> choices.of(account).map(NotificationData::record).ifPresent(rows));
  }

  private void notifications(AccountId account, Consumer<PersonalRecord> rows) {
    db.sql(
            """
            select kind, article, number, decision, created_at, read_at
            from notification where account = ? order by id
            """)
        .param(account.value())
        .withFetchSize(200)
        .query(
            row -> {
              rows.accept(
                  new PersonalRecord()
                      .with("kind", "notification.data-kind", row.getString(1))
                      .with("article", "notification.data-article", row.getObject(2, Long.class))
                      .with("comment", "notification.data-comment", row.getObject(3, Integer.class))
                      .with("decision", "notification.data-decision", row.getObject(4, Long.class))
                      .with("at", "notification.data-at", row.getTimestamp(5).toInstant())
                      .with(
                          "readAt",
                          "notification.data-read",
                          row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant()));
            });
  }

  private static PersonalRecord record(NotificationChoice choice) {
    PersonalRecord record = new PersonalRecord();
    for (Notification.Kind kind : Notification.Kind.choosable()) {
      record.with(kind.word(), "notification.choose-" + kind.word(), choice.wants(kind));
    }
    return record.with("mail", "notification.by-mail", choice.mail().slug());
  }

  @Override
  public boolean erase(Leaver leaver) {
    long account = leaver.account().value();
    db.sql("delete from notification_choice where account = ?").param(account).update();
    db.sql("delete from notification where account = ?").param(account).update();
    return false;
  }
}
