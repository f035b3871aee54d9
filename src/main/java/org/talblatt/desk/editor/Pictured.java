package org.talblatt.desk.editor;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talblatt.article.Draft;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;
import org.talblatt.picture.Picture;

/** The pictures that an article can be given. */
@Component
class Pictured {
  private final JdbcClient db;

  Pictured(JdbcClient db) {
    this.db = db;
  }

  Optional<Picture> find(PictureId id) {
    return db.sql(
            "select id, width, height, caption, credit, alternative from picture where id = ?")
        .param(id.value())
        .query(Pictured::picture)
        .optional();
  }

  /** The newest, for who picks one. */
  List<Picture> newest(int limit) {
    return db.sql(
            """
            select id, width, height, caption, credit, alternative from picture
            order by id desc limit ?
            """)
        .param(limit)
        .query(Pictured::picture)
        .list();
  }

  /** Refuses what readers who can't see would miss. */
  void check(Draft draft) {
    PictureId id = draft.picture();
    if (id == null) {
      return;
    }
    Picture picture =
        find(id)
            .orElseThrow(
                () -> Failure.invalid(EditorForm.PICTURE, "editor.picture-unknown", id.toString()));
    if (picture.alternative().isBlank()) {
      throw Failure.invalid(EditorForm.PICTURE, "editor.alternative-missing", id.toString());
    }
  }

  private static Picture picture(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Picture(
        new PictureId(row.getLong(1)),
        row.getInt(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }
}
