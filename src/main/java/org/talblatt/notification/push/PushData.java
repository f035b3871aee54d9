package org.talblatt.notification.push;

import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** The devices that a person has switched notifications on for. */
@Repository
class PushData implements PersonalData {
  private final JdbcClient db;

  PushData(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Set<String> columns() {
    return Set.of("push_device.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section("push-devices", "notification.push-devices", rows -> devices(account, rows));
  }

  private void devices(AccountId account, Consumer<PersonalRecord> rows) {
    db.sql("select endpoint, since from push_device where account = ? order by id")
        .param(account.value())
        .withFetchSize(200)
        .query(
            row -> {
              rows.accept(
                  new PersonalRecord()
                      .with("address", "notification.data-push-address", row.getString(1))
                      .with("since", "notification.data-at", row.getTimestamp(2).toInstant()));
            });
  }

  @Override
  public boolean erase(Leaver leaver) {
    db.sql("delete from push_device where account = ?").param(leaver.account().value()).update();
    return false;
  }
}
