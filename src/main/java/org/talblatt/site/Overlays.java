package org.talblatt.site;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.discussion.Fresh;
import org.talblatt.identity.SessionToken;

/** The one statement behind the personal overlay; the database writes the JSON. */
@Repository
class Overlays {
  private static final String OVERLAY =
      """
      select json_build_object(
        'name', s.name,
        'may', json_build_object(
          'write', s.state = 'active', 'moderate', 'moderator' = any(s.roles)),
        'suspension', (select json_build_object('until', u.until, 'reason', u.reason)
          from account_suspension u
          where u.account = s.account and s.state = 'suspended'),
        'talk', (select json_build_object(
            'newsroom', s.roles && array['administrator', 'editor', 'moderator',
              'editor:' || a.section, 'moderator:' || a.section],
            'from', case when a.discussion_mode = 'members' and cardinality(s.roles) = 0
              and o.created_at > now() - make_interval(days => a.discussion_member_days)
              then o.created_at + make_interval(days => a.discussion_member_days) end,
            'next', case when a.discussion_slow_seconds > 0 and cardinality(s.roles) = 0 then
              (select max(c.created_at) + make_interval(secs => a.discussion_slow_seconds)
                from comment c where c.author = s.account and c.article = a.id
                having max(c.created_at) > now() - make_interval(secs => a.discussion_slow_seconds))
              end)
          from article a join account o on o.id = s.account where a.id = :article),
        'seen', v.seen,
        'fresh', coalesce((select json_agg(f.number) from (
          select c.number from public_comment c
          where c.article = :article and c.number > v.seen and c.state = 'published'
          and c.author <> s.account
          and not exists (select from ignored_reader i
            where i.account = s.account and i.ignored = c.author)
          order by c.number limit :most) f), '[]'),
        'follows', exists (select from followed_article f
          where f.account = s.account and f.article = :article),
        'branches', coalesce((select json_agg(b.number) from followed_branch b
          where b.account = s.account and b.article = :article), '[]'),
        'votes', coalesce(
          (select json_object_agg(v.number, v.value) from vote v
            where v.article = :article and v.account = s.account), '{}'),
        'counts', case when exists (select from article a join talk_rule r on r.section = a.section
            where a.id = :article and r.rating = 'hidden_until_rated')
          -- by what one rated and wrote, never by reading all of a long thread
          then coalesce((select json_object_agg(c.number, json_build_array(c.up, c.down))
            from (select v.number from vote v where v.article = :article and v.account = s.account
              union select w.number from comment w
              where w.author = s.account and w.article = :article) mine
            cross join lateral (select number, up, down from comment
              where article = :article and number = mine.number and state = 'published'
              offset 0) c), '{}')
          else '{}' end,
        'own', coalesce(
          (select json_object_agg(c.number, (r.edit_answered or c.visible_replies = 0)
              and c.created_at > now() - make_interval(mins => r.edit_minutes))
            from comment c join article a on a.id = c.article
            join talk_rule r on r.section = a.section
            where c.author = s.account and c.article = :article
            and c.state = 'published'), '{}'),
        'held', coalesce(
          (select json_agg(json_build_object('number', c.number, 'replyTo', c.reply_to,
              'html', c.html) order by c.number) from comment c
            where c.author = s.account and c.article = :article and c.state = 'held'), '[]'),
        'ignored', coalesce(
          (select json_agg(c.number) from ignored_reader i
            -- offset 0: by their author, never by reading all of a long thread
            cross join lateral (select number from comment
              where author = i.ignored and article = :article and state = 'published'
              offset 0) c
            where i.account = s.account), '[]'),
        'ignores', coalesce(
          (select json_agg(i.name) from ignored_reader r join account i on i.id = r.ignored
            where r.account = s.account), '[]'),
        'kept', coalesce(
          (select json_agg(json_build_object('replyTo', k.reply_to, 'text', k.text,
              'gone', k.reply_to is not null and not exists (
                select from comment p where p.article = :article and p.number = k.reply_to
                and p.state = 'published' and not p.replies_closed)) order by k.reply_to nulls first)
            from (select distinct on (t.reply_to) t.reply_to, t.text from kept_text t
              where t.account = s.account and t.article = :article and t.edits is null
              and t.reports is null and t.expires_at > now()
              order by t.reply_to, t.created_at desc) k), '[]'))::text
      from live_session s
      cross join lateral (select coalesce(cast(:since as int), (select a.seen_number
        from article_visit a where a.account = s.account and a.article = :article)) as seen) v
      where s.token_hash = :token and s.bearer = :bearer
      """;

  private final JdbcClient db;

  Overlays(JdbcClient db) {
    this.db = db;
  }

  /**
   * What a session's reader sees on top of an article's public page: name, permissions, how far
   * they have read (null at the first visit) and what is new since, own votes, own comments, those
   * that wait, texts kept at the login wall. Empty where the session is over.
   *
   * @param since what counts as read; null: what they have read
   */
  Optional<String> of(SessionToken token, ArticleId article, @Nullable Integer since) {
    return db.sql(OVERLAY)
        .param("since", since)
        .param("most", Fresh.MOST)
        .param("article", article.value())
        .param("token", token.hash())
        .param("bearer", token.bearer())
        .query(String.class)
        .optional();
  }
}
