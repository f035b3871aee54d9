package org.talblatt.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;

/** All SQL on how the front page is, was and will be arranged. */
@Repository
class FrontEditions {
  private static final String SELECT =
      """
      select e.*, who.name as editor_name,
        array(select p.article from front_pin p where p.edition = e.number order by p.place)
          as pins,
        array(select coalesce(extract(epoch from p.until)::bigint, 0) from front_pin p
          where p.edition = e.number order by p.place) as pins_until,
        (select min(n.live_at) from front_edition n
          where n.live_at > now() and n.number <> e.number) as replaced_at
      from front_edition e left join account who on who.id = e.editor
      """;

  private final JdbcClient db;

  FrontEditions(JdbcClient db) {
    this.db = db;
  }

  /** Whoever changes one waits for whoever else does. */
  void lock() {
    db.sql("lock table front_edition in share row exclusive mode").update();
  }

  /** The one that counts now. */
  Optional<FrontEdition> live() {
    return one("where e.live_at <= now() order by e.live_at desc, e.number desc limit 1");
  }

  /**
   * The one that was published last, even if it counts only in some seconds. Its number may be the
   * lower one: it has it since it was begun.
   */
  Optional<FrontEdition> published() {
    return one("where e.live_at is not null order by e.live_at desc, e.number desc limit 1");
  }

  /** The one that is being prepared. */
  Optional<FrontEdition> prepared() {
    return one("where e.live_at is null");
  }

  private Optional<FrontEdition> one(String condition) {
    return db.sql(SELECT + condition).query(FrontEditions::edition).optional();
  }

  /** One that was published without being prepared has revision 0. */
  long insert(FrontPlan plan, @Nullable Instant liveAt, AccountId editor) {
    long number =
        parameters(
                db.sql(
                    """
                    insert into front_edition
                      (live_at, revision, by_news, breaking, breaking_article, breaking_until, editor)
                    values (:liveAt, :revision, :byNews, :line, :lineArticle, :lineUntil, :editor)
                    returning number
                    """),
                plan,
                editor)
            .param("liveAt", timestamp(liveAt), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("revision", liveAt == null ? 1 : 0)
            .query(Long.class)
            .single();
    pin(number, plan);
    return number;
  }

  void change(long number, FrontPlan plan, AccountId editor) {
    parameters(
            db.sql(
                """
                update front_edition set by_news = :byNews, breaking = :line,
                  breaking_article = :lineArticle, breaking_until = :lineUntil, editor = :editor,
                  changed_at = now(), revision = revision + 1
                where number = :number
                """),
            plan,
            editor)
        .param("number", number)
        .update();
    db.sql("delete from front_pin where edition = ?").param(number).update();
    pin(number, plan);
  }

  private void pin(long number, FrontPlan plan) {
    int place = 1;
    for (FrontPlan.Pin pin : plan.pins()) {
      db.sql(
              """
              insert into front_pin (edition, place, article, until)
              values (:edition, :place, :article, :until)
              """)
          .param("edition", number)
          .param("place", place++)
          .param("article", pin.article().value())
          .param("until", timestamp(pin.until()), Types.TIMESTAMP_WITH_TIMEZONE)
          .update();
    }
  }

  /** The prepared one counts from this moment on. */
  void publish(long number, Instant liveAt, AccountId editor) {
    db.sql("update front_edition set live_at = ?, editor = ?, changed_at = now() where number = ?")
        .params(liveAt.atOffset(ZoneOffset.UTC), editor.value(), number)
        .update();
  }

  /** A published one is being prepared again. */
  void takeBack(long number) {
    db.sql("update front_edition set live_at = null, revision = revision + 1 where number = ?")
        .param(number)
        .update();
  }

  void delete(long number) {
    db.sql("delete from front_edition where number = ?").param(number).update();
  }

  private static JdbcClient.StatementSpec parameters(
      JdbcClient.StatementSpec statement, FrontPlan plan, AccountId editor) {
    FrontPlan.Breaking line = plan.breaking();
    ArticleId leads = line == null ? null : line.article();
    return statement
        .param("byNews", plan.byNews())
        .param("line", line == null ? "" : line.text())
        .param("lineArticle", leads == null ? null : leads.value(), Types.BIGINT)
        .param(
            "lineUntil",
            line == null ? null : timestamp(line.until()),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("editor", editor.value());
  }

  private static FrontEdition edition(ResultSet row, int n) throws SQLException {
    return new FrontEdition(
        row.getLong("number"),
        row.getInt("revision"),
        new FrontPlan(row.getBoolean("by_news"), pins(row), breaking(row)),
        instant(row, "live_at"),
        instant(row, "replaced_at"),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("editor_name"));
  }

  private static List<FrontPlan.Pin> pins(ResultSet row) throws SQLException {
    Long[] articles = (Long[]) row.getArray("pins").getArray();
    Long[] ends = (Long[]) row.getArray("pins_until").getArray();
    List<FrontPlan.Pin> pins = new ArrayList<>();
    for (int i = 0; i < articles.length; i++) {
      Instant until = ends[i] == 0 ? null : Instant.ofEpochSecond(ends[i]);
      pins.add(new FrontPlan.Pin(new ArticleId(articles[i]), until));
    }
    return List.copyOf(pins);
  }

  private static FrontPlan.@Nullable Breaking breaking(ResultSet row) throws SQLException {
    Instant until = instant(row, "breaking_until");
    long article = row.getLong("breaking_article");
    return until == null
        ? null
        : new FrontPlan.Breaking(
            row.getString("breaking"), article == 0 ? null : new ArticleId(article), until);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
