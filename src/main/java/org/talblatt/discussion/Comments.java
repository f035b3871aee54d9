package org.talblatt.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.text.SafeHtml;

/** All SQL on comments and their versions. Public reads go through the view public_comment. */
@Repository
class Comments {
  private static final String COLUMNS =
      """
      select c.article, c.number, c.reply_to, c.root, c.depth, c.state, c.html, c.text, c.revision,
        c.visible_replies, c.up, c.down, c.created_at, c.edited_at, c.article_version, c.pinned_at,
        c.replies_closed, c.author, a.name, coalesce(p.badge, a.badge) as badge,
        c.former, c.former is not null or a.former as has_left,
        case when c.former is not null or a.former
          then (select r.language from article r where r.id = c.article) end as language
      """;
  private static final String AUTHORS =
      """
       join public_author a on a.id = c.author
      left join article_person p on p.article = c.article and p.account = c.author
      """;
  private static final String SELECT_PUBLIC = COLUMNS + "from public_comment c" + AUTHORS;
  private static final String SELECT_ANY = COLUMNS + "from comment c" + AUTHORS;

  private final JdbcClient db;

  Comments(JdbcClient db) {
    this.db = db;
  }

  /** The shape of an article's public thread, in no order, as far as these numbers go. */
  List<Branches.Node> nodes(ArticleId article, int behind, int last) {
    return db.sql(
            """
            select c.number, c.reply_to, c.up,
              -- the name stands there as itself and, up to three times as long, in an address
              octet_length(c.html) + 4 * octet_length(w.name) as bytes,
              case when r.rating = 'only_up' then 0 else c.down end as down
            from public_comment c join article a on a.id = c.article
            join account w on w.id = c.author
            join talk_rule r on r.section = a.section
            where c.article = ? and c.number > ? and c.number <= ?
            """)
        .params(article.value(), behind, last)
        .query(
            (row, n) ->
                new Branches.Node(
                    row.getInt("number"),
                    integer(row, "reply_to"),
                    row.getInt("bytes"),
                    row.getInt("up"),
                    row.getInt("down"),
                    0))
        .list();
  }

  /** Public comments with these numbers, in no order. */
  List<Comment> published(ArticleId article, Collection<Integer> numbers) {
    return db.sql(SELECT_PUBLIC + "where c.article = :article and c.number = any(:numbers)")
        .param("article", article.value())
        .param("numbers", numbers.toArray(Integer[]::new))
        .query(Comments::comment)
        .list();
  }

  /** A comment in whatever state and all that it answers, the root first. */
  List<Integer> path(CommentId id) {
    return db.sql(
            """
            with recursive up as (
              select number, reply_to from comment where article = :article and number = :number
              union all
              select c.number, c.reply_to from comment c join up on c.number = up.reply_to
              where c.article = :article)
            select number from up order by number
            """)
        .param("article", id.article().value())
        .param("number", id.number())
        .query((row, n) -> row.getInt(1))
        .list();
  }

  /** As above, and those that editors show at the top, wherever they stand. */
  List<Comment> first(ArticleId article, Collection<Integer> numbers) {
    return db.sql(
            SELECT_PUBLIC
                + """
                where c.article = :article
                and (c.number = any(:numbers) or c.pinned_at is not null)
                """)
        .param("article", article.value())
        .param("numbers", numbers.toArray(Integer[]::new))
        .query(Comments::comment)
        .list();
  }

  /** A comment in whatever state. */
  Optional<Comment> find(CommentId id) {
    return db.sql(SELECT_ANY + "where c.article = ? and c.number = ?")
        .params(id.article().value(), id.number())
        .query(Comments::comment)
        .optional();
  }

  /** One reader's comments that wait for a moderator, oldest first. */
  List<Comment> heldOf(AccountId author, ArticleId article) {
    return db.sql(
            SELECT_ANY
                + "where c.author = ? and c.article = ? and c.state = 'held' order by c.number")
        .params(author.value(), article.value())
        .query(Comments::comment)
        .list();
  }

  /** The comment that this form already made, wherever it stands. */
  Optional<CommentId> submitted(AccountId author, UUID submission) {
    return db.sql("select article, number from comment where author = ? and submission = ?")
        .params(author.value(), submission)
        .query((row, n) -> new CommentId(new ArticleId(row.getLong(1)), row.getInt(2)))
        .optional();
  }

  /** Who writes the same again after it was removed writes anew. */
  void releaseSubmission(CommentId id) {
    db.sql("update comment set submission = gen_random_uuid() where article = ? and number = ?")
        .params(id.article().value(), id.number())
        .update();
  }

  void insert(NewComment comment) {
    db.sql(
            """
            insert into comment (article, number, reply_to, root, depth, author, state, held_rule,
              text, html, article_version, created_at, submission)
            values (:article, :number, :replyTo, :root, :depth, :author, :state, :heldRule,
              :text, :html, :articleVersion, :createdAt, :submission)
            """)
        .param("article", comment.id().article().value())
        .param("number", comment.id().number())
        .param("replyTo", comment.replyTo(), java.sql.Types.INTEGER)
        .param("root", comment.root())
        .param("depth", comment.depth())
        .param("author", comment.author().value())
        .param("state", comment.state().name().toLowerCase(Locale.ROOT))
        .param("heldRule", comment.heldRule())
        .param("text", comment.text())
        .param("html", comment.html().html())
        .param("articleVersion", comment.articleVersion())
        .param("createdAt", comment.createdAt().atOffset(ZoneOffset.UTC))
        .param("submission", comment.submission())
        .update();
  }

  /** Notes who is named; once per reader, however often the text names them. */
  void mention(CommentId id, Collection<AccountId> readers) {
    if (readers.isEmpty()) {
      return;
    }
    db.sql(
            """
            insert into mention (article, number, account)
            select :article, :number, unnest(cast(:readers as bigint[])) on conflict do nothing
            """)
        .param("article", id.article().value())
        .param("number", id.number())
        .param("readers", readers.stream().map(AccountId::value).toArray(Long[]::new))
        .update();
  }

  /** As {@link #mention}, and nobody else any more. */
  void mentionOnly(CommentId id, Collection<AccountId> readers) {
    db.sql("delete from mention where article = ? and number = ? and account <> all(?)")
        .params(
            id.article().value(),
            id.number(),
            readers.stream().map(AccountId::value).toArray(Long[]::new))
        .update();
    mention(id, readers);
  }

  /** Replaces a text and keeps the one before as a version; what editors pinned was that one. */
  void edit(CommentId id, String text, SafeHtml html, Instant at) {
    db.sql(
            """
            with kept as (
              insert into comment_version (article, number, revision, text)
              select article, number, revision, text from comment
              where article = :article and number = :number)
            update comment set text = :text, html = :html, revision = revision + 1, edited_at = :at,
              pinned_at = null
            where article = :article and number = :number
            """)
        .param("article", id.article().value())
        .param("number", id.number())
        .param("text", text)
        .param("html", html.html())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What readers no longer see is not at the top either, also when it comes back. */
  void moveTo(CommentId id, Comment.State state, @Nullable String heldRule) {
    db.sql(
            """
            update comment set state = :state, held_rule = :rule,
              pinned_at = case when state = 'published' and :state = 'published' then pinned_at end
            where article = :article and number = :number
            """)
        .param("state", state.name().toLowerCase(Locale.ROOT))
        .param("rule", heldRule)
        .param("article", id.article().value())
        .param("number", id.number())
        .update();
  }

  /** One visible reply more (1) or less (-1). */
  void countReply(CommentId parent, int change) {
    db.sql(
            """
            update comment set visible_replies = visible_replies + ? where article = ? and number = ?
            """)
        .params(change, parent.article().value(), parent.number())
        .update();
  }

  private static Comment comment(ResultSet row, int n) throws SQLException {
    return new Comment(
        new CommentId(new ArticleId(row.getLong("article")), row.getInt("number")),
        integer(row, "reply_to"),
        row.getInt("root"),
        row.getInt("depth"),
        Comment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        author(row),
        SafeHtml.stored(row.getString("html")),
        row.getString("text"),
        row.getInt("revision"),
        row.getInt("visible_replies"),
        row.getInt("up"),
        row.getInt("down"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, row.findColumn("edited_at")),
        row.getInt("article_version"),
        instant(row, row.findColumn("pinned_at")),
        row.getBoolean("replies_closed"));
  }

  private static Author author(ResultSet row) throws SQLException {
    AccountId account = new AccountId(row.getLong("author"));
    return row.getBoolean("has_left")
        ? Author.former(account, integer(row, "former"), row.getString("language"))
        : new Author(account, row.getString("name"), row.getString("badge"), false);
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
