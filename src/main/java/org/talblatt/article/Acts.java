package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.Settings;

/** What editors did a moment ago, with all SQL of it. A rule's acts are not remembered. */
@Repository
class Acts {
  private static final String SELECT =
      """
      select t.*, coalesce(a.headline, '') as headline, a.section,
        coalesce(t.before ->> 'state', 'draft') as state_before
      from article_act t left join article a on a.id = t.article
      """;

  private final JdbcClient db;
  private final Settings settings;
  private final Clock clock;

  Acts(JdbcClient db, Settings settings, Clock clock) {
    this.db = db;
    this.settings = settings;
    this.clock = clock;
  }

  /** Until when what is done now can be taken back. */
  Instant end() {
    return clock.instant().plusSeconds(settings.undoSeconds());
  }

  /** Whether anything can be taken back at all. */
  boolean wanted() {
    return settings.undoSeconds() > 0;
  }

  /**
   * An article comes out at this moment; what is planned for later is no matter.
   *
   * @param before the state that it goes back to
   */
  void published(ArticleId article, @Nullable AccountId editor, Instant out, ArticleState before) {
    Instant now = clock.instant();
    if (editor == null || !wanted() || !out.isAfter(now) || out.isAfter(end())) {
      return;
    }
    tidy();
    db.sql(
            """
            insert into article_act (kind, editor, article, before, until)
            values ('publication', :editor, :article, jsonb_build_object('state', :state), :until)
            """)
        .param("state", before == ArticleState.IN_REVIEW ? "in_review" : "draft")
        .param("editor", editor.value())
        .param("article", article.value())
        .param("until", out.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Something is about to be done with an article as it stands; to be called before. */
  void before(Act.Kind kind, ArticleId article, @Nullable AccountId editor) {
    if (editor == null || !wanted()) {
      return;
    }
    tidy();
    db.sql(
            """
            insert into article_act (kind, editor, article, before, version, until)
            select :kind, :editor, a.id, to_jsonb(a), a.version + :raised, :until
            from article a where a.id = :article and (:kind <> 'correction' or a.state = 'published')
              and (:kind <> 'withdrawal' or a.state <> 'withdrawn')
            """)
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("editor", editor.value())
        .param("article", article.value())
        .param("raised", kind == Act.Kind.CORRECTION ? 1 : 0)
        .param("until", end().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** An edition of the front page comes out at this moment. */
  void front(long edition, AccountId editor, Instant out) {
    if (!wanted() || !out.isAfter(clock.instant())) {
      return;
    }
    tidy();
    db.sql(
            """
            insert into article_act (kind, editor, edition, until)
            values ('front', ?, ?, ?)
            """)
        .params(editor.value(), edition, out.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets what was done with an article: nobody shall bring it back, nor keep its text. */
  void forget(ArticleId article) {
    db.sql("delete from article_act where article = ?").param(article.value()).update();
  }

  private void tidy() {
    db.sql("delete from article_act where until < now() - interval '1 minute'").update();
  }

  /** What somebody can still take back or just took back, newest first. */
  List<Act> of(AccountId editor, int most) {
    return db.sql(
            SELECT
                + """
                where t.editor = ? and t.until > now() and (t.taken_back_at is null or
                  t.taken_back_at > now() - interval '10 seconds') order by t.id desc limit ?
                """)
        .params(editor.value(), most)
        .query(Acts::act)
        .list();
  }

  /** One of somebody's, which nobody else takes back at the same time. */
  Optional<Act> lock(long id, AccountId editor) {
    return db.sql(SELECT + "where t.id = ? and t.editor = ? for update of t")
        .params(id, editor.value())
        .query(Acts::act)
        .optional();
  }

  void takenBack(long id) {
    db.sql("update article_act set taken_back_at = now(), before = null where id = ?")
        .param(id)
        .update();
  }

  /** The article's row as it was before. */
  ArticlesOnFile.OnFile standing(long id) {
    return db.sql(
            """
            select (jsonb_populate_record(null::article, before)).* from article_act where id = ?
            """)
        .param(id)
        .query(ArticlesOnFile::onFile)
        .single();
  }

  /** Brings back when the article last changed, as readers are told. */
  void restoreMoment(long id) {
    db.sql(
            """
            update article set updated_at = (t.before ->> 'updated_at')::timestamptz
            from article_act t where t.id = ? and article.id = t.article
            """)
        .param(id)
        .update();
  }

  /** What came out only in some seconds is what it was before; false where it is out. */
  boolean hold(ArticleId article, String state) {
    return db.sql(
                """
                update article set state = ?, published_at = null, updated_at = now()
                where id = ? and state = 'published' and greatest(published_at, embargo_until) > now()
                """)
            .params(state, article.value())
            .update()
        == 1;
  }

  /** What was taken off stands again as it stood; false where it isn't taken off. */
  boolean stand(long id) {
    return db.sql(
                """
                update article set state = was.state, published_at = was.published_at,
                  updated_at = was.updated_at, discussion_mode = was.discussion_mode,
                  discussion_closes_at = was.discussion_closes_at
                from (select (jsonb_populate_record(null::article, before)).* from article_act
                  where id = ?) was
                where article.id = was.id and article.state = 'withdrawn'
                """)
            .param(id)
            .update()
        == 1;
  }

  private static Act act(ResultSet row, int n) throws SQLException {
    long article = row.getLong("article");
    return new Act(
        row.getLong("id"),
        Act.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        article == 0 ? null : new ArticleId(article),
        row.getString("section"),
        row.getString("headline"),
        row.getInt("version"),
        row.getLong("edition"),
        row.getString("state_before"),
        row.getTimestamp("until").toInstant(),
        row.getTimestamp("taken_back_at") != null);
  }
}
