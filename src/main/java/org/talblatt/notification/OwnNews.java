package org.talblatt.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;

/** All SQL of telling what happened to somebody's own comment or account. */
@Repository
class OwnNews {
  private final JdbcClient db;

  OwnNews(JdbcClient db) {
    this.db = db;
  }

  /**
   * Notes it for the owner, in place of what was told of the same comment before: what holds now
   * counts. A comment that is pinned once more doesn't ring once more. What moderators decided
   * against somebody they are told by a mail of its own, so it goes into no other.
   *
   * @param decision null where editors did something
   * @return the new one's number, where the owner wants to see it on a device
   */
  List<Long> add(
      AccountId owner,
      Notification.Kind kind,
      @Nullable CommentId comment,
      @Nullable Long decision,
      Instant at) {
    if (comment != null) {
      db.sql(
              """
              delete from notification where account = ? and article = ? and number = ?
                and (kind, ?) <> ('pinned', 'pinned')
              """)
          .params(owner.value(), comment.article().value(), comment.number(), kind.word())
          .update();
    }
    return db.sql(
            """
            with told as (
            insert into notification (account, article, number, kind, decision, created_at, taken_at)
            select a.id, :article, :number, :kind, :decision, :at,
              case when :kind not in ('pinned', 'released') or coalesce(choice.rhythm, 'off') = 'off'
                then cast(:at as timestamptz) end
            from account a left join notification_choice choice on choice.account = a.id
            where a.id = :owner and a.state in ('active', 'suspended')
              and case :kind when 'pinned' then coalesce(choice.pinned, true)
                when 'released' then coalesce(choice.released, true) else true end
            on conflict (article, number, account) do nothing
            returning id, account)
            select id from told
            where exists (select from push_device d where d.account = told.account)
            """)
        .param("owner", owner.value())
        .param("article", comment == null ? null : comment.article().value(), java.sql.Types.BIGINT)
        .param("number", comment == null ? null : comment.number(), java.sql.Types.INTEGER)
        .param("kind", kind.word())
        .param("decision", decision, java.sql.Types.BIGINT)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getLong(1))
        .list();
  }
}
