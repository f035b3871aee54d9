package org.talblatt.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.text.CommentMarkup;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.Shortened;

/** All SQL of notifications. What may be seen of them is decided by visible_notification. */
@Repository
class Notifications {
  private static final int EXCERPT = 160;
  private static final String SELECT =
      """
      select n.id, n.kind, n.article, n.number, n.decision, coalesce(n.actor, '') as actor,
        coalesce(n.headline, '') as headline, coalesce(n.html, '') as html, n.created_at,
        n.read_at is not null as read
      from visible_notification n
      """;

  private static final String ADD =
      """
      with recursive above as (
        select c.article, c.root, c.reply_to as number, followed.lowest
        from comment c
        cross join lateral (select min(f.number) as lowest from followed_branch f
          where f.article = c.article and f.root = c.root) followed
        where c.article = :article and c.number = :number and c.reply_to >= followed.lowest
        union all
        -- up the branch, no further than to the highest comment that anybody follows
        select p.article, p.root, p.reply_to, a.lowest
        from above a join comment p on p.article = a.article and p.number = a.number
        where p.reply_to >= a.lowest),
      told as (
      insert into notification (account, article, number, kind, created_at, taken_at)
      select distinct on (a.id) a.id, :article, :number, who.kind, :at,
        case when coalesce(choice.rhythm, 'off') = 'off' then cast(:at as timestamptz) end
      from (
        select account, 'mention' as kind, 1 as rank from mention
          where article = :article and number = :number
        union all
        select p.author, 'reply', 2
          from comment c join comment p on p.article = c.article and p.number = c.reply_to
          where c.article = :article and c.number = :number
        union all
        select f.account, 'branch', 3 from above join followed_branch f
          on f.article = above.article and f.root = above.root and f.number = above.number
        union all
        select account, 'followed', 4 from followed_article where article = :article) who
      join account a on a.id = who.account and a.state in ('active', 'suspended')
      left join notification_choice choice on choice.account = a.id
      where a.id <> :author
        and case who.kind when 'mention' then coalesce(choice.mention, true)
          when 'reply' then coalesce(choice.reply, true)
          when 'branch' then coalesce(choice.branch, true)
          else coalesce(choice.followed, true) end
        and not exists (select from ignored_reader i
          where i.account = a.id and i.ignored = :author)
      order by a.id, who.rank
      on conflict (article, number, account) do update set kind = excluded.kind
        where notification.read_at is null
        and array_position(array['mention', 'reply', 'branch', 'followed'], excluded.kind)
          < array_position(array['mention', 'reply', 'branch', 'followed'], notification.kind)
      -- a row that was there before bears the transaction that changes it
      returning id, account, xmax = 0 as fresh)
      select id from told
      where fresh and exists (select from push_device d where d.account = told.account)
      """;

  private final JdbcClient db;

  Notifications(JdbcClient db) {
    this.db = db;
  }

  /**
   * Notes everybody whom a comment concerns: once each, whatever happens to it later, and nobody
   * who ignores its author or wants to hear nothing of this kind. Where an edit gives somebody who
   * hasn't looked yet a stronger reason, it is that reason; it doesn't ring again.
   *
   * @return the new ones of those who want to see it on a device
   */
  List<Long> add(CommentId comment, AccountId author, Instant at) {
    return db.sql(ADD)
        .param("article", comment.article().value())
        .param("number", comment.number())
        .param("author", author.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getLong(1))
        .list();
  }

  /** The newest before this one's id, the newest first. */
  List<Notification> before(AccountId account, long id, int limit) {
    return db.sql(SELECT + "where n.account = ? and n.id < ? order by n.id desc limit ?")
        .params(account.value(), id, limit)
        .query(Notifications::notification)
        .list();
  }

  Optional<Notification> find(AccountId account, long id) {
    return db.sql(SELECT + "where n.account = ? and n.id = ?")
        .params(account.value(), id)
        .query(Notifications::notification)
        .optional();
  }

  /** How many are unread; counted up to a hundred. */
  int unread(AccountId account) {
    return db.sql(
            """
            select count(*) from (select from visible_notification
              where account = ? and read_at is null limit 100) waiting
            """)
        .param(account.value())
        .query(Integer.class)
        .single();
  }

  /** Everything up to this one is read. */
  void read(AccountId account, long upTo, Instant at) {
    db.sql(
            """
            update notification set read_at = ? where account = ? and id <= ? and read_at is null
            """)
        .params(at.atOffset(ZoneOffset.UTC), account.value(), upTo)
        .update();
  }

  /**
   * Takes what is due into mails: all that came before the moment that counts for the reader's
   * rhythm. Each goes into one mail only, also with several nodes.
   *
   * @return who gets one
   */
  List<AccountId> take(Instant now, Instant hour, Instant morning) {
    return db.sql(
            """
            with taken as (
              update notification n set taken_at = :now
              from notification_choice choice
              where choice.account = n.account and n.taken_at is null
                and n.created_at < case choice.rhythm when 'hourly' then cast(:hour as timestamptz)
                  when 'daily' then cast(:morning as timestamptz) else 'infinity' end
              returning n.account)
            select distinct account from taken
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("hour", hour.atOffset(ZoneOffset.UTC))
        .param("morning", morning.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new AccountId(row.getLong(1)))
        .list();
  }

  /** What was taken into the mail of that moment and isn't read yet, oldest first. */
  List<Notification> mailed(AccountId account, Instant at, int limit) {
    return db.sql(
            SELECT
                + """
                where n.account = ? and n.taken_at = ? and n.read_at is null
                order by n.id limit ?
                """)
        .params(account.value(), at.atOffset(ZoneOffset.UTC), limit)
        .query(Notifications::notification)
        .list();
  }

  int dropOld() {
    return db.sql("delete from notification where created_at < now() - interval '180 days'")
        .update();
  }

  private static Notification notification(ResultSet row, int n) throws SQLException {
    Long article = row.getObject("article", Long.class);
    return new Notification(
        row.getLong("id"),
        Notification.Kind.of(row.getString("kind")),
        article == null ? null : new CommentId(new ArticleId(article), row.getInt("number")),
        row.getObject("decision", Long.class),
        row.getString("actor"),
        row.getString("headline"),
        Shortened.atWord(EXCERPT, CommentMarkup.words(SafeHtml.stored(row.getString("html")))),
        row.getTimestamp("created_at").toInstant(),
        row.getBoolean("read"));
  }
}
