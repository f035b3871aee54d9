package org.talblatt.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.talblatt.base.PictureId;

/** All SQL of pictures that are shown. */
@Repository
class PictureRecords {
  private static final String SELECT =
      "select encode(substr(p.sha256, 1, 8), 'hex') as hash, " + PictureRow.columns("p", "") + " ";

  private final JdbcClient db;

  PictureRecords(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param hash of the original, in short
   */
  record Served(Picture picture, String hash) {}

  /** The picture, if the public may fetch it. */
  Optional<Served> published(PictureId id) {
    return one(SELECT + "from public_picture p where p.id = ?", id);
  }

  /** Any picture, for the newsroom. */
  Optional<Served> find(PictureId id) {
    return one(SELECT + "from picture p where p.id = ?", id);
  }

  private Optional<Served> one(String sql, PictureId id) {
    return db.sql(sql)
        .param(id.value())
        .query((row, n) -> new Served(picture(row), row.getString("hash")))
        .optional();
  }

  /** Those of them that may be shown now. */
  Map<PictureId, Picture> usable(Collection<PictureId> ids) {
    Map<PictureId, Picture> found = new HashMap<>();
    db.sql(SELECT + "from usable_picture p where p.id = any(?)")
        .param(ids.stream().map(PictureId::value).toArray(Long[]::new))
        .query(
            row -> {
              Picture picture = picture(row);
              found.put(picture.id(), picture);
            });
    return found;
  }

  List<Picture> forPicking(int limit) {
    return db.sql(
            SELECT + "from usable_picture p where p.alternative <> '' order by p.id desc limit ?")
        .param(limit)
        .query((row, n) -> picture(row))
        .list();
  }

  private static Picture picture(ResultSet row) throws SQLException {
    return PictureRow.present(row, "");
  }

  PictureId insert(Rendering picture, byte[] hash, NewPicture words) {
    long id =
        db.sql(
                """
                insert into picture (width, height, sha256, caption, credit, alternative, rights,
                  focus_x, focus_y, expires_at, file_name, source, described, prepare)
                values (:width, :height, :sha256, :caption, :credit, :alternative, :rights,
                  :focusX, :focusY, :expiresAt, :fileName, :source, :described,
                  not :described)
                returning id
                """)
            .param("width", picture.width())
            .param("height", picture.height())
            .param("sha256", hash)
            .param("caption", words.caption())
            .param("credit", words.credit())
            .param("alternative", words.alternative())
            .param("rights", words.rights())
            .param("focusX", words.focus().x())
            .param("focusY", words.focus().y())
            .param("expiresAt", at(words.expiresAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .param("fileName", words.fileName())
            .param("source", words.fromWire() ? "wire" : "newsroom")
            .param("described", words.described())
            .query(Long.class)
            .single();
    return new PictureId(id);
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
