package org.talblatt.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;

/** The comment behind which a list goes on: {@code ?vor=812-17}. */
final class Cursor {
  static final String NAME = "vor";

  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,17})-([1-9][0-9]{0,8})");

  private Cursor() {}

  /** The comment named; null for the list's beginning. */
  static @Nullable CommentId of(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    Matcher parts = SHAPE.matcher(given);
    if (!parts.matches()) {
      throw Failure.notFound();
    }
    return new CommentId(
        new ArticleId(Long.parseLong(parts.group(1))), Integer.parseInt(parts.group(2)));
  }

  /** The part of an address behind the path. */
  static String query(@Nullable String given) {
    CommentId place = of(given);
    return place == null ? "" : "?" + NAME + "=" + place.article() + "-" + place.number();
  }
}
