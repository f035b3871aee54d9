package org.talblatt.desk.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.ArticleVersions;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.platform.text.Paragraphs;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.Times;
import org.talblatt.platform.text.WordDiff;

/**
 * An article's versions and what differs between two of them, ready for its template.
 *
 * @param versions newest first
 * @param from the older of the two; null where there is but one
 */
public record VersionView(
    ArticlesOnFile.OnFile article,
    List<ArticleVersions.Version> versions,
    ArticleVersions.@Nullable Version from,
    ArticleVersions.@Nullable Version to,
    List<List<WordDiff.Piece>> pieces,
    Times times) {

  static VersionView of(
      ArticlesOnFile.OnFile article,
      List<ArticleVersions.Version> versions,
      int from,
      int to,
      Times times) {
    ArticleVersions.Version newer =
        number(versions, to, versions.isEmpty() ? null : versions.getFirst());
    ArticleVersions.Version older =
        newer == null ? null : number(versions, from, before(versions, newer.number()));
    List<List<WordDiff.Piece>> pieces =
        newer == null || older == null
            ? List.of()
            : List.of(
                WordDiff.between(older.headline(), newer.headline()),
                WordDiff.between(older.subhead(), newer.subhead()),
                WordDiff.between(older.teaser(), newer.teaser()),
                WordDiff.between(text(older.body()), text(newer.body())));
    return new VersionView(article, versions, older, newer, pieces, times);
  }

  private static ArticleVersions.@Nullable Version number(
      List<ArticleVersions.Version> versions, int number, ArticleVersions.@Nullable Version usual) {
    for (ArticleVersions.Version version : versions) {
      if (version.number() == number) {
        return version;
      }
    }
    return usual;
  }

  private static ArticleVersions.@Nullable Version before(
      List<ArticleVersions.Version> versions, int number) {
    for (ArticleVersions.Version version : versions) {
      if (version.number() < number) {
        return version;
      }
    }
    return null;
  }

  private static String text(SafeHtml html) {
    return String.join("\n\n", Paragraphs.of(html));
  }
}
