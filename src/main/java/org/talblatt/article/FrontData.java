package org.talblatt.article;

import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/** Which arrangements of the front page somebody has made. The arrangement is the paper's. */
@Repository
class FrontData implements PersonalData {
  private static final int AT_A_TIME = 200;

  private final JdbcClient db;

  FrontData(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Set<String> columns() {
    return Set.of("front_edition.editor", "article_act.editor");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "front-pages",
        "front.data",
        rows ->
            db.sql(
                    """
                    select number, breaking, changed_at from front_edition
                    where editor = ? order by number
                    """)
                .param(account.value())
                .withFetchSize(AT_A_TIME)
                .query(
                    (RowCallbackHandler)
                        row ->
                            rows.accept(
                                new PersonalRecord()
                                    .with("edition", "leaving.data-number", row.getLong(1))
                                    .with("breaking", "front.line", row.getString(2))
                                    .with(
                                        "changedAt",
                                        "leaving.data-changed",
                                        row.getTimestamp(3).toInstant()))));
  }

  @Override
  public boolean erase(Leaver leaver) {
    // what was done some seconds ago goes with its account
    return db.sql(
                """
                update front_edition set editor = null where number in (
                  select number from front_edition where editor = ? limit 500)
                """)
            .param(leaver.account().value())
            .update()
        > 0;
  }
}
