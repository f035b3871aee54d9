package org.talblatt.discussion;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.KeyedHash;

/** All SQL on votes. A comment's counts change with its votes, in the same transaction. */
@Repository
class Votes {
  private static final int BLOCK_BYTES = 16;

  private final JdbcClient db;
  private final KeyedHash hash;

  Votes(JdbcClient db, KeyedHash hash) {
    this.db = db;
    this.hash = hash;
  }

  /** What a vote needs to know of its comment. */
  record Target(AccountId author, Comment.State state, int up, int down) {}

  /** Locks the comment's counts until the transaction ends. */
  Optional<Target> lock(CommentId id) {
    return db.sql(
            """
            select author, state, up, down from comment
            where article = ? and number = ? for no key update
            """)
        .params(id.article().value(), id.number())
        .query(
            (row, n) ->
                new Target(
                    new AccountId(row.getLong(1)),
                    Comment.State.valueOf(row.getString(2).toUpperCase(java.util.Locale.ROOT)),
                    row.getInt(3),
                    row.getInt(4)))
        .optional();
  }

  /**
   * What one reader thinks of one comment.
   *
   * @param aside whether it does not count, with its ring
   */
  record Own(Vote vote, boolean aside) {}

  Own of(AccountId account, CommentId id) {
    return db.sql(
            """
            select
              coalesce((select value from vote
                where article = :article and account = :account and number = :number), 0),
              exists (select from vote_ring_vote where article = :article and number = :number
                and account = :account and aside)
            """)
        .param("article", id.article().value())
        .param("account", account.value())
        .param("number", id.number())
        .query((row, n) -> new Own(Vote.of(row.getInt(1)), row.getBoolean(2)))
        .single();
  }

  /** One reader's votes under an article, by comment number. */
  Map<Integer, Vote> of(AccountId account, ArticleId article, Collection<Integer> numbers) {
    Map<Integer, Vote> votes = new HashMap<>();
    db.sql(
            """
            select number, value from vote
            where article = :article and account = :account and number = any(:numbers)
            """)
        .param("article", article.value())
        .param("account", account.value())
        .param("numbers", numbers.toArray(Integer[]::new))
        .query((RowCallbackHandler) row -> votes.put(row.getInt(1), Vote.of(row.getInt(2))));
    return votes;
  }

  void put(AccountId account, CommentId id, Vote vote, @Nullable String block) {
    if (vote == Vote.NONE) {
      db.sql("delete from vote where article = ? and account = ? and number = ?")
          .params(id.article().value(), account.value(), id.number())
          .update();
      return;
    }
    db.sql(
            """
            insert into vote (article, number, account, value, block)
            values (:article, :number, :account, :value, :block)
            on conflict (article, account, number) do update
            set value = excluded.value, voted_at = now(), block = excluded.block
            """)
        .param("article", id.article().value())
        .param("number", id.number())
        .param("account", account.value())
        .param("value", vote.value())
        .param("block", block == null ? null : shortHash(block), java.sql.Types.BINARY)
        .update();
  }

  void count(CommentId id, int up, int down) {
    db.sql("update comment set up = up + ?, down = down + ? where article = ? and number = ?")
        .params(up, down, id.article().value(), id.number())
        .update();
  }

  private byte[] shortHash(String block) {
    return Arrays.copyOf(hash.of("vote", block), BLOCK_BYTES);
  }
}
