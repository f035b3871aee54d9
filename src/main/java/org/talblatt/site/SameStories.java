package org.talblatt.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.article.Stories;
import org.talblatt.base.ArticleId;

/**
 * One page's view of stories that several agencies tell: the first stands, and names the others.
 */
final class SameStories {
  private final Stories stories;
  private final Articles articles;
  private final Set<ArticleId> told = new HashSet<>();
  private final Map<ArticleId, List<Article>> others = new HashMap<>();

  SameStories(Stories stories, Articles articles) {
    this.stories = stories;
    this.articles = articles;
  }

  /** Those that tell what nothing above them on the page tells. */
  List<Article> once(List<Article> listed) {
    Map<ArticleId, List<ArticleId>> same =
        stories.others(listed.stream().map(Article::id).toList());
    List<Article> once = new ArrayList<>();
    for (Article article : listed) {
      List<ArticleId> twins = same.getOrDefault(article.id(), List.of());
      if (others.containsKey(article.id())) {
        once.add(article);
      } else if (!told.contains(article.id())) {
        once.add(article);
        if (!twins.isEmpty()) {
          told.addAll(twins);
          others.put(article.id(), articles.published(twins));
        }
      }
    }
    return once;
  }

  Map<ArticleId, List<Article>> others() {
    return others;
  }
}
