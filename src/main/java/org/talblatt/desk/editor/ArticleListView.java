package org.talblatt.desk.editor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.ArticleState;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.article.Section;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.text.Times;

/**
 * A page of the newsroom's articles.
 *
 * @param sections those that articles are shown of
 * @param own those that who looks at it may write in
 * @param workers who has a working copy of them
 * @param next where further ones are, null at the end
 * @param done what was just done, null for nothing
 */
public record ArticleListView(
    ArticleState state,
    List<NewsroomArticles.Row> rows,
    Map<ArticleId, String> workers,
    List<Tab> tabs,
    List<Section> sections,
    List<Section> own,
    String section,
    String words,
    boolean mine,
    @Nullable String next,
    @Nullable String done,
    Times times) {

  /** One of the states. */
  public record Tab(ArticleState state, String path, String count) {}
}
