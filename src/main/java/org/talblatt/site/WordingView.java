package org.talblatt.site;

import java.util.List;
import org.talblatt.article.Article;
import org.talblatt.article.ArticleVersions;
import org.talblatt.platform.text.Paragraphs;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.Times;
import org.talblatt.platform.text.WordDiff;

/**
 * What has changed in an article since one of its versions, ready for its template.
 *
 * @param changed whether anything is different
 */
public record WordingView(
    Article article,
    ArticleVersions.Version version,
    List<WordDiff.Piece> headline,
    List<WordDiff.Piece> subhead,
    List<WordDiff.Piece> teaser,
    List<WordDiff.Piece> body,
    boolean changed,
    Times times) {

  static WordingView of(Article article, ArticleVersions.Version version, Times times) {
    List<WordDiff.Piece> headline = WordDiff.between(version.headline(), article.headline());
    List<WordDiff.Piece> subhead = WordDiff.between(version.subhead(), article.subhead());
    List<WordDiff.Piece> teaser = WordDiff.between(version.teaser(), article.teaser());
    List<WordDiff.Piece> body = WordDiff.between(text(version.body()), text(article.body()));
    boolean changed =
        List.of(headline, subhead, teaser, body).stream()
            .flatMap(List::stream)
            .anyMatch(piece -> piece.change() != WordDiff.Change.KEPT);
    return new WordingView(article, version, headline, subhead, teaser, body, changed, times);
  }

  private static String text(SafeHtml html) {
    return String.join("\n\n", Paragraphs.of(html));
  }
}
