package org.talblatt.article;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/**
 * Which versions of articles somebody has made. The articles are the paper's and stay; that it was
 * they who pressed the button is forgotten with them.
 */
@Repository
class EditedArticles implements PersonalData {
  private static final int AT_A_TIME = 200;

  private final JdbcClient db;

  EditedArticles(JdbcClient db) {
    this.db = db;
  }

  private record Edited(long article, int version, String headline, Instant at) {}

  @Override
  public Set<String> columns() {
    return Set.of("article_version.editor", "article_step.editor");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "article-versions",
        "leaving.data-article-versions",
        rows -> each(account, edited -> rows.accept(record(edited))));
    into.section("article-steps", "editor.data-steps", rows -> steps(account, rows));
  }

  private void steps(AccountId account, Consumer<PersonalRecord> rows) {
    db.sql("select article, step, note, at from article_step where editor = ? order by id")
        .param(account.value())
        .withFetchSize(AT_A_TIME)
        .query(
            (RowCallbackHandler)
                row ->
                    rows.accept(
                        new PersonalRecord()
                            .with("article", "leaving.data-article", row.getLong(1))
                            .with("step", "editor.data-step", row.getString(2))
                            .with("note", "editor.note", row.getString(3))
                            .with("at", "leaving.data-created", row.getTimestamp(4).toInstant())));
  }

  private static PersonalRecord record(Edited edited) {
    return new PersonalRecord()
        .with("article", "leaving.data-article", edited.article())
        .with("version", "leaving.data-version", edited.version())
        .with("headline", "leaving.data-headline", edited.headline())
        .with("createdAt", "leaving.data-created", edited.at());
  }

  private void each(AccountId account, Consumer<Edited> rows) {
    db.sql(
            """
            select article, version, headline, created_at from article_version
            where editor = ? order by article, version
            """)
        .param(account.value())
        .withFetchSize(AT_A_TIME)
        .query(
            (RowCallbackHandler)
                row ->
                    rows.accept(
                        new Edited(
                            row.getLong(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant())));
  }

  @Override
  public boolean erase(Leaver leaver) {
    boolean steps = forgetSteps(leaver);
    boolean versions = forgetVersions(leaver);
    return steps || versions;
  }

  private boolean forgetSteps(Leaver leaver) {
    return db.sql(
                """
                update article_step set editor = null where id in (
                  select id from article_step where editor = ? limit 500)
                """)
            .param(leaver.account().value())
            .update()
        > 0;
  }

  private boolean forgetVersions(Leaver leaver) {
    return db.sql(
                """
                update article_version set editor = null where (article, version) in (
                  select article, version from article_version where editor = ? limit 500)
                """)
            .param(leaver.account().value())
            .update()
        > 0;
  }
}
