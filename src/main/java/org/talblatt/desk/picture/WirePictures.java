package org.talblatt.desk.picture;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  /** A picture that is here, of which its agency says something else than before. */
  record Reworded(PictureId picture, NewPicture words) {}

  /** Remembers an item's pictures; of those known, what is said of them now. */
  List<Reworded> note(WireItemId item, WireItem version, Instant now) {
    List<Reworded> reworded = new ArrayList<>();
    int position = 0;
    for (WireItem.Picture picture : version.pictures()) {
      if (position < MOST_OF_ITEM && fetchable(picture.url())) {
        NewPicture words = words(version, picture);
        put(item, picture.url(), words, position++, now)
            .ifPresent(known -> reworded.add(new Reworded(known, words)));
      }
    }
    return reworded;
  }

  /**
   * Until when the item's pictures may be shown, also those that it no longer names.
   *
   * @return those that are here and had another end
   */
  List<PictureId> end(WireItemId item, @Nullable OffsetDateTime end) {
    return db
        .sql(
            """
            update wire_picture set expires_at = :end
            where wire_item = :item and expires_at is distinct from :end
            returning picture
            """)
        .param("item", item.value())
        .param("end", end, Types.TIMESTAMP_WITH_TIMEZONE)
        .query(WirePictures::picture)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Agencies' addresses are theirs: some are none. */
  private static boolean fetchable(String address) {
    try {
      return address.matches("https?://\\S{1,1900}") && new URI(address).getHost() != null;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }

  private static NewPicture words(WireItem version, WireItem.Picture picture) {
    String said = picture.alt().isBlank() ? picture.caption() : picture.alt();
    WireItem.Focus focus = picture.focus();
    return new NewPicture(
        shortened(picture.caption()),
        shortened(picture.credit()),
        shortened(said),
        shortened(picture.rights()),
        focus == null ? Focus.MIDDLE : new Focus(focus.x(), focus.y()),
        version.expires() == null ? null : version.expires().toInstant(),
        "",
        true,
        false);
  }

  /** The picture, where it was here and something else was said of it. */
  private Optional<PictureId> put(
      WireItemId item, String address, NewPicture words, int position, Instant now) {
    return db.sql(
            """
            insert into wire_picture as w (wire_item, address, position, caption, credit, alternative,
              rights, focus_x, focus_y, expires_at, next_try)
            values (:item, :address, :position, :caption, :credit, :alternative, :rights, :x, :y,
              :expires, :now)
            on conflict (wire_item, address) do update set caption = excluded.caption,
              credit = excluded.credit, alternative = excluded.alternative,
              rights = excluded.rights
            where (w.caption, w.credit, w.alternative, w.rights)
              <> (excluded.caption, excluded.credit, excluded.alternative, excluded.rights)
            returning picture
            """)
        .param("item", item.value())
        .param("address", address)
        .param("position", position)
        .param("caption", words.caption())
        .param("credit", words.credit())
        .param("alternative", words.alternative())
        .param("rights", words.rights())
        .param("x", words.focus().x())
        .param("y", words.focus().y())
        .param(
            "expires",
            words.expiresAt() == null ? null : words.expiresAt().atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(WirePictures::picture)
        .optional()
        .flatMap(known -> known);
  }

  private static Optional<PictureId> picture(ResultSet row, int number) throws SQLException {
    long id = row.getLong("picture");
    return row.wasNull() ? Optional.empty() : Optional.of(new PictureId(id));
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
