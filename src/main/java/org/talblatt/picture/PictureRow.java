package org.talblatt.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.PictureId;

/** How a picture stands in the rows of a select. */
public final class PictureRow {
  private PictureRow() {}

  /**
   * What {@link #picture} needs of {@code usable_picture}, for a select list.
   *
   * @param alias of the view
   * @param prefix of the columns in the result
   */
  public static String columns(String alias, String prefix) {
    return """
        %1$s.id as %2$sid, %1$s.width as %2$swidth, %1$s.height as %2$sheight,
        %1$s.caption as %2$scaption, %1$s.credit as %2$scredit,
        %1$s.alternative as %2$salternative, %1$s.focus_x as %2$sfocus_x,
        %1$s.focus_y as %2$sfocus_y, %1$s.edition as %2$sedition,
        %1$s.expires_at as %2$sexpires_at"""
        .formatted(alias, prefix);
  }

  /** The picture in a row with these columns; null where an outer join found none. */
  public static @Nullable Picture picture(ResultSet row, String prefix) throws SQLException {
    long id = row.getLong(prefix + "id");
    return id == 0
        ? null
        : new Picture(
            new PictureId(id),
            row.getInt(prefix + "width"),
            row.getInt(prefix + "height"),
            row.getString(prefix + "caption"),
            row.getString(prefix + "credit"),
            row.getString(prefix + "alternative"),
            new Focus(row.getDouble(prefix + "focus_x"), row.getDouble(prefix + "focus_y")),
            row.getInt(prefix + "edition"),
            instant(row, prefix + "expires_at"));
  }

  /** As above, where there always is one. */
  public static Picture present(ResultSet row, String prefix) throws SQLException {
    return Objects.requireNonNull(picture(row, prefix));
  }

  /** A moment; null where the column has none. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
