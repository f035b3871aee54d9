package org.talblatt.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;
import org.talblatt.platform.page.PageChanges;

/** The newsroom's door to its pictures, with all SQL of it. */
@Repository
public class PictureStock {
  private static final String SELECT =
      "select p.rights, p.withdrawn_at, p.file_name, p.source, p.described, p.created_at,"
          + " (select count(*) from article a join public_article o on o.id = a.id"
          + " where a.picture = p.id or a.body_pictures @> array[p.id]) as uses, "
          + PictureRow.columns("p", "")
          + " from picture p ";

  private final JdbcClient db;
  private final PictureFiles files;
  private final PageChanges pages;

  PictureStock(JdbcClient db, PictureFiles files, PageChanges pages) {
    this.db = db;
    this.files = files;
    this.pages = pages;
  }

  /** Which pictures a list shows. */
  public enum Choice {
    ALL("alle", "true"),
    TO_DESCRIBE("offen", "not p.described and p.withdrawn_at is null"),
    ENDING("ablauf", "p.expires_at < now() + interval '7 days'"),
    WITHDRAWN("gesperrt", "p.withdrawn_at is not null");

    private final String word;
    private final String condition;

    Choice(String word, String condition) {
      this.word = word;
      this.condition = condition;
    }

    /** As it stands in addresses. */
    public String word() {
      return word;
    }
  }

  /**
   * Pictures of a list, newest first.
   *
   * @param words to be found in what is said of them; empty = all
   * @param before only older ones than this number
   */
  public List<KeptPicture> list(Choice choice, String words, long before, int limit) {
    return db.sql(
            SELECT
                + "where "
                + choice.condition
                + """
                 and p.id < :before and (:words = '' or position(lower(:words) in
                  lower(concat_ws(' ', p.alternative, p.caption, p.credit, p.file_name))) > 0)
                order by p.id desc limit :limit
                """)
        .param("before", before)
        .param("words", words)
        .param("limit", limit)
        .query(PictureStock::kept)
        .list();
  }

  /** How many wait to be described. */
  public int toDescribe() {
    return db.sql("select count(*) from picture p where " + Choice.TO_DESCRIBE.condition)
        .query(Integer.class)
        .single();
  }

  /** One picture. */
  public Optional<KeptPicture> find(PictureId id) {
    return db.sql(SELECT + "where p.id = ?").param(id.value()).query(PictureStock::kept).optional();
  }

  /**
   * Says of a picture what it shows and how it may be used. Where the credit in its files or the
   * crops change, the files are made anew.
   */
  @Transactional
  public void describe(PictureId id, PictureWords words) {
    Picture before = find(id).orElseThrow(Failure::notFound).picture();
    boolean anew = !before.credit().equals(words.credit()) || !before.focus().equals(words.focus());
    db.sql(
            """
            update picture set alternative = :alternative, caption = :caption, credit = :credit,
              rights = :rights, focus_x = :x, focus_y = :y, expires_at = :expires,
              described = true, edition = edition + :raise,
              prepare = prepare or :raise > 0
            where id = :id
            """)
        .param("alternative", words.alternative())
        .param("caption", words.caption())
        .param("credit", words.credit())
        .param("rights", words.rights())
        .param("x", words.focus().x())
        .param("y", words.focus().y())
        .param(
            "expires",
            words.expiresAt() == null ? null : words.expiresAt().atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("raise", anew ? 1 : 0)
        .param("id", id.value())
        .update();
    changed(id);
  }

  /** Until when its agency now lets us show a picture; null = for ever. */
  @Transactional
  public void end(PictureId id, @Nullable Instant end) {
    db.sql("update picture set expires_at = :end where id = :id")
        .param(
            "end", end == null ? null : end.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id.value())
        .update();
    changed(id);
  }

  /** What its agency now says of a picture, where nobody here has described it. */
  @Transactional
  public void reword(PictureId id, NewPicture words) {
    KeptPicture kept = find(id).orElseThrow(Failure::notFound);
    if (kept.described()) {
      return;
    }
    // the credit stands in the files too
    boolean anew = !kept.picture().credit().equals(words.credit());
    db.sql(
            """
            update picture set alternative = :alternative, caption = :caption, credit = :credit,
              rights = :rights, edition = edition + :raise, prepare = prepare or :raise > 0
            where id = :id
            """)
        .param("alternative", words.alternative())
        .param("caption", words.caption())
        .param("credit", words.credit())
        .param("rights", words.rights())
        .param("raise", anew ? 1 : 0)
        .param("id", id.value())
        .update();
    changed(id);
  }

  /** Takes a picture off every page at once; nothing where it is off. */
  @Transactional
  public void withdraw(PictureId id) {
    db.sql("update picture set withdrawn_at = now() where id = ? and withdrawn_at is null")
        .param(id.value())
        .update();
    changed(id);
  }

  /** Lets a picture be shown again. */
  @Transactional
  public void release(PictureId id) {
    db.sql("update picture set withdrawn_at = null where id = ?").param(id.value()).update();
    changed(id);
  }

  /** Takes away the files of editions that nobody asks for any more. */
  public void tidy(PictureId id) {
    find(id).ifPresent(kept -> files.deleteOtherEditions(id, kept.picture().edition()));
  }

  private void changed(PictureId id) {
    Set<String> tags = new HashSet<>();
    db.sql(
            """
            select a.id, a.section from article a
            where a.picture = :id or a.body_pictures @> array[:id]
            """)
        .param("id", id.value())
        .query(
            row -> {
              tags.add("article:" + row.getLong(1));
              tags.add("section:" + row.getString(2));
              tags.add("home");
            });
    pages.changed(tags);
  }

  private static KeptPicture kept(ResultSet row, int number) throws SQLException {
    return new KeptPicture(
        PictureRow.present(row, ""),
        row.getString("rights"),
        PictureRow.instant(row, "withdrawn_at"),
        row.getString("file_name"),
        row.getString("source").equals("wire"),
        row.getBoolean("described"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("uses"));
  }
}
