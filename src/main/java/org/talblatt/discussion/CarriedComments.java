package org.talblatt.discussion;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;

/** All SQL that puts comments from elsewhere into a thread: a statement for many, not for each. */
@Repository
class CarriedComments {
  private final JdbcClient db;

  CarriedComments(JdbcClient db) {
    this.db = db;
  }

  /** A comment and where it will stand. */
  record Row(CarriedTalk.Place place, CarriedComment comment) {
    private int votes(Vote vote) {
      return (int) comment.counted().stream().filter(each -> each.vote() == vote).count();
    }

    private int importedUp() {
      return Math.max(0, comment.up() - votes(Vote.UP));
    }

    private int importedDown() {
      return Math.max(0, comment.down() - votes(Vote.DOWN));
    }
  }

  /** Where a comment stands that was there before. */
  CarriedTalk.Place place(CommentId id) {
    return db.sql(
            """
            select reply_to, root, depth, state, visible_replies from comment
            where article = ? and number = ?
            """)
        .params(id.article().value(), id.number())
        .query(
            (row, n) ->
                new CarriedTalk.Place(
                    id.number(),
                    row.getObject(1, Integer.class),
                    row.getInt(2),
                    row.getInt(3),
                    Comment.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                    row.getInt(5)))
        .single();
  }

  void insert(ArticleId article, List<Row> rows) {
    db.sql(
            """
            insert into comment (article, number, reply_to, root, depth, author, state, held_rule,
              text, html, article_version, visible_replies, up, down, imported_up, imported_down,
              created_at, edited_at, submission)
            select :article, n.number, n.reply_to, n.root, n.depth, n.author, n.state, n.held_rule,
              n.text, n.html,
              coalesce((select max(v.version) from article_version v
                where v.article = :article and v.created_at <= n.created_at), 1),
              n.replies, n.votes_up + n.imported_up, n.votes_down + n.imported_down,
              n.imported_up, n.imported_down, n.created_at, n.edited_at, gen_random_uuid()
            from unnest(:number, :replyTo, :root, :depth, :author, :state, :heldRule, :text, :html,
                :replies, :votesUp, :votesDown, :importedUp, :importedDown,
                cast(:createdAt as timestamptz[]), cast(:editedAt as timestamptz[]))
              as n(number, reply_to, root, depth, author, state, held_rule, text, html,
                replies, votes_up, votes_down, imported_up, imported_down, created_at, edited_at)
            """)
        .param("article", article.value())
        .param("number", integers(rows, row -> row.place().number))
        .param("replyTo", integers(rows, row -> row.place().replyTo))
        .param("root", integers(rows, row -> row.place().root))
        .param("depth", integers(rows, row -> row.place().depth))
        .param(
            "author", rows.stream().map(row -> row.comment().author().value()).toArray(Long[]::new))
        .param("state", strings(rows, row -> row.comment().state().name().toLowerCase(Locale.ROOT)))
        .param("heldRule", strings(rows, row -> row.comment().held()))
        .param("text", strings(rows, row -> row.comment().text().text()))
        .param("html", strings(rows, row -> row.comment().text().html().html()))
        .param("replies", integers(rows, row -> row.place().replies()))
        .param("votesUp", integers(rows, row -> row.votes(Vote.UP)))
        .param("votesDown", integers(rows, row -> row.votes(Vote.DOWN)))
        .param("importedUp", integers(rows, Row::importedUp))
        .param("importedDown", integers(rows, Row::importedDown))
        .param("createdAt", strings(rows, row -> row.comment().createdAt().toString()))
        .param("editedAt", strings(rows, row -> text(row.comment().editedAt())))
        .update();
  }

  /** Replies that came under comments that stood before. */
  void countReplies(ArticleId article, Collection<CarriedTalk.Place> grown) {
    if (grown.isEmpty()) {
      return;
    }
    db.sql(
            """
            update comment c set visible_replies = c.visible_replies + n.more
            from unnest(:numbers, :more) as n(number, more)
            where c.article = :article and c.number = n.number
            """)
        .param("article", article.value())
        .param("numbers", grown.stream().map(place -> place.number).toArray(Integer[]::new))
        .param("more", grown.stream().map(CarriedTalk.Place::more).toArray(Integer[]::new))
        .update();
  }

  private record Cast(int number, CarriedComment.Ballot ballot) {}

  void vote(ArticleId article, List<Row> rows) {
    List<Cast> cast =
        rows.stream()
            .flatMap(
                row ->
                    row.comment().counted().stream()
                        .map(ballot -> new Cast(row.place().number, ballot)))
            .toList();
    if (cast.isEmpty()) {
      return;
    }
    db.sql(
            """
            insert into vote (article, number, account, value, voted_at)
            select :article, n.number, n.account, n.value, n.voted_at
            from unnest(:numbers, :accounts, :values, cast(:moments as timestamptz[]))
              as n(number, account, value, voted_at)
            """)
        .param("article", article.value())
        .param("numbers", cast.stream().map(Cast::number).toArray(Integer[]::new))
        .param(
            "accounts",
            cast.stream().map(each -> each.ballot().voter().value()).toArray(Long[]::new))
        .param(
            "values",
            cast.stream().map(each -> each.ballot().vote().value()).toArray(Integer[]::new))
        .param(
            "moments",
            cast.stream().map(each -> each.ballot().at().toString()).toArray(String[]::new))
        .update();
  }

  private static Integer[] integers(List<Row> rows, Function<Row, @Nullable Integer> value) {
    return rows.stream().map(value).toArray(Integer[]::new);
  }

  private static String[] strings(List<Row> rows, Function<Row, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
