package org.talblatt.discussion;

import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** The talks that a person follows. */
@Repository
class FollowData implements PersonalData {
  private final JdbcClient db;

  FollowData(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Set<String> columns() {
    return Set.of("followed_article.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section("followed", "notification.followed-talks", rows -> followed(account, rows));
  }

  private void followed(AccountId account, Consumer<PersonalRecord> rows) {
    db.sql("select article, since from followed_article where account = ? order by since")
        .param(account.value())
        .withFetchSize(200)
        .query(
            row -> {
              rows.accept(
                  new PersonalRecord()
                      .with("article", "notification.data-article", row.getLong(1))
                      .with("since", "notification.data-at", row.getTimestamp(2).toInstant()));
            });
  }

  @Override
  public boolean erase(Leaver leaver) {
    db.sql("delete from followed_article where account = ?")
        .param(leaver.account().value())
        .update();
    return false;
  }
}
