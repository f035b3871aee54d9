package org.talblatt.discussion;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;

/** Who follows the talk under which article, or a branch of one, with all SQL of it. */
@Repository
public class Following {
  private static final int MOST_LISTED = 200;

  private final JdbcClient db;
  private final Articles articles;

  Following(JdbcClient db, Articles articles) {
    this.db = db;
    this.articles = articles;
  }

  /** An article whose talk is followed. */
  public record Followed(ArticleId article, String headline) {}

  /**
   * Follows the talk under an article that the public may see.
   *
   * @throws org.talblatt.base.Failure where it may not
   */
  @Transactional
  public void follow(Reader reader, ArticleId article) {
    if (articles.published(article).isEmpty()) {
      throw articles.missing(article);
    }
    db.sql("insert into followed_article (account, article) values (?, ?) on conflict do nothing")
        .params(reader.account().value(), article.value())
        .update();
  }

  /** Follows it no longer. */
  @Transactional
  public void leave(Reader reader, ArticleId article) {
    db.sql("delete from followed_article where account = ? and article = ?")
        .params(reader.account().value(), article.value())
        .update();
  }

  boolean follows(Reader reader, ArticleId article) {
    return db.sql(
            """
            select exists (select from followed_article where account = ? and article = ?)
            """)
        .params(reader.account().value(), article.value())
        .query(Boolean.class)
        .single();
  }

  /** The talks that somebody follows, the last followed first; the newest two hundred. */
  public List<Followed> of(Reader reader) {
    return db.sql(
            """
            select f.article, a.headline
            from followed_article f join reachable_article a on a.id = f.article
            where f.account = ? order by f.since desc, f.article desc limit ?
            """)
        .params(reader.account().value(), MOST_LISTED)
        .query((row, n) -> new Followed(new ArticleId(row.getLong(1)), row.getString(2)))
        .list();
  }

  /**
   * A comment below which every answer is heard of.
   *
   * @param author its author's name; empty where the comment itself is out of sight
   */
  public record FollowedBranch(CommentId comment, String author, String headline) {}

  /** Follows the branch below a comment that the public may see, be it but a line. */
  @Transactional
  public void follow(Reader reader, CommentId comment) {
    int followed =
        db.sql(
                """
                insert into followed_branch (account, article, root, number)
                select :account, c.article, c.root, c.number
                from public_comment c join reachable_article a on a.id = c.article
                where c.article = :article and c.number = :number
                on conflict (account, article, number) do update set since = followed_branch.since
                """)
            .param("account", reader.account().value())
            .param("article", comment.article().value())
            .param("number", comment.number())
            .update();
    if (followed == 0) {
      throw articles.published(comment.article()).isEmpty()
          ? articles.missing(comment.article())
          : Failure.notFound();
    }
  }

  /** Follows it no longer. */
  @Transactional
  public void leave(Reader reader, CommentId comment) {
    db.sql("delete from followed_branch where account = ? and article = ? and number = ?")
        .params(reader.account().value(), comment.article().value(), comment.number())
        .update();
  }

  /** The comments under an article whose branches somebody follows. */
  Set<Integer> branches(Reader reader, ArticleId article) {
    return Set.copyOf(
        db.sql("select number from followed_branch where account = ? and article = ?")
            .params(reader.account().value(), article.value())
            .query(Integer.class)
            .list());
  }

  /** The branches that somebody follows, the last followed first; the newest two hundred. */
  public List<FollowedBranch> branchesOf(Reader reader) {
    return db.sql(
            """
            select f.article, f.number, coalesce(p.name, ''), a.headline
            from followed_branch f
            join reachable_article a on a.id = f.article
            left join public_comment c
              on c.article = f.article and c.number = f.number and c.state = 'published'
            left join public_author p on p.id = c.author
            where f.account = ? order by f.since desc, f.article desc, f.number desc limit ?
            """)
        .params(reader.account().value(), MOST_LISTED)
        .query(
            (row, n) ->
                new FollowedBranch(
                    new CommentId(new ArticleId(row.getLong(1)), row.getInt(2)),
                    row.getString(3),
                    row.getString(4)))
        .list();
  }
}
