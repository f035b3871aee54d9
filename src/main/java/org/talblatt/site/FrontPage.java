package org.talblatt.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Article;
import org.talblatt.article.Section;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.text.Times;

/**
 * What stands where on a page that lists stories.
 *
 * @param heading the section's name; empty on the front page
 * @param breaking the line above everything; null where nothing is
 * @param leads the big ones, first the biggest; none where there are no stories
 * @param list the following ones in order
 * @param ribbons what else each section has; none on a section's own page
 * @param mostDiscussed for the side
 * @param others the same story by other agencies; only where there is one
 * @param comments how many stand under a story
 * @param pages where there are more stories than one page holds
 * @param now when the page was made
 */
public record FrontPage(
    String heading,
    @Nullable Breaking breaking,
    List<Article> leads,
    List<Article> list,
    List<Ribbon> ribbons,
    List<Article> mostDiscussed,
    Map<ArticleId, List<Article>> others,
    Map<ArticleId, Integer> comments,
    Pages pages,
    Times times,
    Instant now) {
  private static final int LEADS = 3;

  /**
   * News that can't wait.
   *
   * @param path where it leads; null for words alone
   */
  public record Breaking(String text, @Nullable String path) {}

  /** A section's line of further stories. */
  public record Ribbon(Section section, List<Article> stories) {}

  /** Which page of how many, with the address of the first. */
  public record Pages(int number, int count, String path) {
    static final Pages ONE = new Pages(1, 1, "");

    /** The address of one of them. */
    public String path(int page) {
      return page == 1 ? path : path + "?seite=" + page;
    }
  }

  /** The same story by other agencies; mostly none. */
  public List<Article> others(Article article) {
    return others.getOrDefault(article.id(), List.of());
  }

  /** How many readers said something; 0 where nobody did. */
  public int comments(Article article) {
    return comments.getOrDefault(article.id(), 0);
  }

  /** When it came out, as short as the day allows. */
  public String time(Article article) {
    return times.ofList(article.publishedAt(), now);
  }

  static List<Article> leads(List<Article> stories, int page) {
    return page > 1 ? List.of() : stories.subList(0, Math.min(LEADS, stories.size()));
  }
}
