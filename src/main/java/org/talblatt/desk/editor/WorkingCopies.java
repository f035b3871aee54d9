package org.talblatt.desk.editor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL on working copies, and on who has an article open. */
@Repository
class WorkingCopies implements PersonalData {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private final JdbcClient db;

  WorkingCopies(JdbcClient db) {
    this.db = db;
  }

  /** All of an article, the newest first. */
  List<WorkingCopy> of(ArticleId article) {
    return db.sql(
            """
            select w.*, a.name from working_copy w join account a on a.id = w.editor
            where w.article = ? order by w.changed_at desc
            """)
        .param(article.value())
        .query(WorkingCopies::copy)
        .list();
  }

  /** One person's; nobody else changes it before the transaction ends. */
  Optional<WorkingCopy> lock(ArticleId article, AccountId editor) {
    return db.sql(
            """
            select w.*, a.name from working_copy w join account a on a.id = w.editor
            where w.article = ? and w.editor = ? for update of w
            """)
        .params(article.value(), editor.value())
        .query(WorkingCopies::copy)
        .optional();
  }

  /** Puts this in place of the person's copy before. */
  void put(ArticleId article, AccountId editor, int basis, int revision, EditorForm form) {
    db.sql(
            """
            insert into working_copy (article, editor, basis, revision, fields)
            values (:article, :editor, :basis, :revision, :fields)
            on conflict (article, editor) do update set basis = excluded.basis,
              revision = excluded.revision, fields = excluded.fields, changed_at = now()
            """)
        .param("article", article.value())
        .param("editor", editor.value())
        .param("basis", basis)
        .param("revision", revision)
        .param("fields", JSON.writeValueAsString(form.fields()))
        .update();
  }

  /** What was in it is stored, or thrown away. */
  void drop(ArticleId article, AccountId editor) {
    db.sql("delete from working_copy where article = ? and editor = ?")
        .params(article.value(), editor.value())
        .update();
  }

  /** Says that somebody has an article open now. */
  void seen(ArticleId article, AccountId editor, Instant now) {
    db.sql(
            """
            insert into article_presence (article, editor, seen_at) values (?, ?, ?)
            on conflict (article, editor) do update set seen_at = excluded.seen_at
            """)
        .params(article.value(), editor.value(), now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Who else has the article open, by name, and was heard of since this moment. */
  List<String> present(ArticleId article, AccountId except, Instant since) {
    return db.sql(
            """
            select a.name from article_presence p join account a on a.id = p.editor
            where p.article = ? and p.editor <> ? and p.seen_at > ? order by a.name
            """)
        .params(article.value(), except.value(), since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Those of the given articles that somebody works on, with whom. */
  Map<ArticleId, String> workers(List<ArticleId> articles) {
    Map<ArticleId, String> workers = new java.util.HashMap<>();
    db.sql(
            """
            select w.article, string_agg(a.name, ', ' order by a.name) from working_copy w
            join account a on a.id = w.editor where w.article = any(?) group by w.article
            """)
        .param(articles.stream().map(ArticleId::value).toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row -> workers.put(new ArticleId(row.getLong(1)), row.getString(2)));
    return workers;
  }

  private static WorkingCopy copy(ResultSet row, int number) throws SQLException {
    return new WorkingCopy(
        new AccountId(row.getLong("editor")),
        row.getString("name"),
        row.getInt("basis"),
        row.getInt("revision"),
        new EditorForm(JSON.readValue(row.getString("fields"), FIELDS)),
        row.getTimestamp("changed_at").toInstant());
  }

  @Override
  public Set<String> columns() {
    return Set.of("working_copy.editor", "article_presence.editor");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "working-copies",
        "editor.data-copies",
        rows ->
            db.sql(
                    """
                    select article, fields, changed_at from working_copy
                    where editor = ? order by article
                    """)
                .param(account.value())
                .query(
                    (RowCallbackHandler)
                        row ->
                            rows.accept(
                                new PersonalRecord()
                                    .with("article", "leaving.data-article", row.getLong(1))
                                    .with("fields", "editor.data-fields", row.getString(2))
                                    .with(
                                        "changedAt",
                                        "leaving.data-changed",
                                        row.getTimestamp(3).toInstant()))));
  }

  @Override
  public boolean erase(Leaver leaver) {
    db.sql("delete from working_copy where editor = ?").param(leaver.account().value()).update();
    db.sql("delete from article_presence where editor = ?")
        .param(leaver.account().value())
        .update();
    return false;
  }
}
