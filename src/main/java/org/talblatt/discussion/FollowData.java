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

/** The talks and branches that a person follows. */
@Repository
class FollowData implements PersonalData {
  private final JdbcClient db;

  FollowData(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Set<String> columns() {
    return Set.of("followed_article.account", "followed_branch.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section("followed", "notification.followed-talks", rows -> followed(account, rows));
    into.section(
        "followed-branches", "notification.followed-branches", rows -> branches(account, rows));
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

  private void branches(AccountId account, Consumer<PersonalRecord> rows) {
    db.sql("select article, number, since from followed_branch where account = ? order by since")
        .param(account.value())
        .withFetchSize(200)
        .query(
            row -> {
              rows.accept(
                  new PersonalRecord()
                      .with("article", "notification.data-article", row.getLong(1))
                      .with("comment", "notification.data-comment", row.getInt(2))
                      .with("since", "notification.data-at", row.getTimestamp(3).toInstant()));
            });
  }

  @Override
  public boolean erase(Leaver leaver) {
    long account = leaver.account().value();
    db.sql("delete from followed_article where account = ?").param(account).update();
    db.sql("delete from followed_branch where account = ?").param(account).update();
    return false;
  }
}
