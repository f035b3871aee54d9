package org.talblatt.desk.picture;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.ArticleId;
import org.talblatt.base.PictureId;
import org.talblatt.picture.Focus;
import org.talblatt.picture.NewPicture;
import org.talblatt.picture.PictureRow;
import org.talblatt.platform.text.Storable;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;

/** All SQL of pictures that agencies name by their address. */
@Repository
class WirePictures {
  private static final int MOST_OF_ITEM = 20;
  private static final int LONGEST = 2000;

  private final JdbcClient db;

  WirePictures(JdbcClient db) {
    this.db = db;
  }

  /** A picture to be fetched, and what is said of it. */
  record Due(WireItemId item, String address, int tries, NewPicture words) {}

  /** Remembers an item's pictures; those known stay as they are. */
  boolean note(WireItemId item, WireItem version, Instant now) {
    int position = 0;
    int noted = 0;
    for (WireItem.Picture picture : version.pictures()) {
      if (position < MOST_OF_ITEM && fetchable(picture.url())) {
        noted += insert(item, version, picture, position++, now);
      }
    }
    return noted > 0;
  }

  /** Agencies' addresses are theirs: some are none. */
  private static boolean fetchable(String address) {
    try {
      return address.matches("https?://\\S{1,1900}") && new URI(address).getHost() != null;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }

  private int insert(
      WireItemId item, WireItem version, WireItem.Picture picture, int position, Instant now) {
    String said = picture.alt().isBlank() ? picture.caption() : picture.alt();
    WireItem.Focus focus = picture.focus();
    return db.sql(
            """
            insert into wire_picture (wire_item, address, position, caption, credit, alternative,
              rights, focus_x, focus_y, expires_at, next_try)
            values (:item, :address, :position, :caption, :credit, :alternative, :rights, :x, :y,
              :expires, :now)
            on conflict do nothing
            """)
        .param("item", item.value())
        .param("address", picture.url())
        .param("position", position)
        .param("caption", shortened(picture.caption()))
        .param("credit", shortened(picture.credit()))
        .param("alternative", shortened(said))
        .param("rights", shortened(picture.rights()))
        .param("x", focus == null ? 0.5 : focus.x())
        .param("y", focus == null ? 0.5 : focus.y())
        .param("expires", version.expires(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  List<Due> due(Instant now, int limit) {
    return db.sql("select * from wire_picture where next_try <= ? order by next_try limit ?")
        .params(now.atOffset(ZoneOffset.UTC), limit)
        .query(
            (row, n) ->
                new Due(
                    new WireItemId(row.getLong("wire_item")),
                    row.getString("address"),
                    row.getInt("tries"),
                    new NewPicture(
                        row.getString("caption"),
                        row.getString("credit"),
                        row.getString("alternative"),
                        row.getString("rights"),
                        new Focus(row.getDouble("focus_x"), row.getDouble("focus_y")),
                        PictureRow.instant(row, "expires_at"),
                        "",
                        true,
                        false)))
        .list();
  }

  boolean allowed(String host) {
    return db.sql("select exists (select from picture_host where host = ?)")
        .param(host)
        .query(Boolean.class)
        .single();
  }

  /** False where it isn't wanted any more: the agency took its item back meanwhile. */
  boolean kept(Due due, PictureId picture) {
    // in the order of the ingest, which holds its item before it touches anything of it
    db.sql("select from wire_item where id = ? for share")
        .param(due.item().value())
        .query((row, n) -> true)
        .list();
    return db.sql(
                """
                update wire_picture set picture = ?, next_try = null, trouble = ''
                where wire_item = ? and address = ? and next_try is not null
                """)
            .params(picture.value(), due.item().value(), due.address())
            .update()
        == 1;
  }

  /** Tries again later, for about a day, and then no more. */
  void failed(Due due, String why, Instant now) {
    Instant next = due.tries() >= 12 ? null : now.plus(Duration.ofSeconds(10L << due.tries()));
    db.sql(
            """
            update wire_picture set tries = tries + 1, next_try = :next, trouble = :why
            where wire_item = :item and address = :address
            """)
        .param(
            "next",
            next == null ? null : next.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("why", shortened(Storable.of(why)))
        .param("item", due.item().value())
        .param("address", due.address())
        .update();
  }

  /** What is not here yet is not fetched any more, whoever asks for it. */
  void giveUp(WireItemId item) {
    db.sql("delete from wire_picture where wire_item = ? and picture is null")
        .param(item.value())
        .update();
  }

  /** An item's pictures that are here, in its order. */
  List<PictureId> of(WireItemId item) {
    return db.sql(
            """
            select picture from wire_picture where wire_item = ? and picture is not null
            order by position
            """)
        .param(item.value())
        .query((row, n) -> new PictureId(row.getLong(1)))
        .list();
  }

  /** Whether an agency sent it and took its item back, or holds it; stays so in the transaction. */
  boolean takenBack(PictureId picture) {
    return db.sql(
            """
            select i.status <> 'usable' from wire_picture w join wire_item i on i.id = w.wire_item
            where w.picture = ? for share of i
            """)
        .param(picture.value())
        .query(Boolean.class)
        .list()
        .contains(true);
  }

  /** The article that an item stands in. */
  Optional<ArticleId> article(WireItemId item) {
    return db.sql(
            "select article from desk_wire_article where wire_item = ? and withdrawn_at is null")
        .param(item.value())
        .query((row, n) -> new ArticleId(row.getLong(1)))
        .optional();
  }

  List<String> hosts() {
    return db.sql("select host from picture_host order by host")
        .query((row, n) -> row.getString(1))
        .list();
  }

  void allow(List<String> hosts) {
    db.sql("delete from picture_host").update();
    hosts.forEach(host -> db.sql("insert into picture_host values (?)").param(host).update());
    db.sql("update wire_picture set next_try = now(), tries = 0 where picture is null").update();
  }

  /** Hosts that agencies name and nobody has allowed, and how many pictures each. */
  List<String> waitingHosts() {
    return db.sql(
            """
            select host || ' (' || count(*) || ')' from (
              select lower(substring(address from '^https?://([^/?#]+)')) as host
              from wire_picture where picture is null) w
            where host not in (select host from picture_host)
            group by host order by count(*) desc limit 20
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }
}
