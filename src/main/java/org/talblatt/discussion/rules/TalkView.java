package org.talblatt.discussion.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.ArticlePeople;
import org.talblatt.article.ArticleVersions;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * All that the newsroom sets for the talk under one article, ready for its template.
 *
 * @param may whether this reader may change it, not only look
 * @param wrong the field that was refused; empty where none was
 * @param name what was typed for somebody's badge
 */
public record TalkView(
    ArticleId id,
    String headline,
    String path,
    boolean may,
    TalkForm form,
    List<Integer> pinned,
    List<Integer> closed,
    List<ArticlePeople.Person> people,
    List<ArticleVersions.Version> versions,
    String name,
    String wrong,
    @Nullable String problem,
    boolean done,
    Messages words,
    Times times) {

  /** The sentence beside a field that was refused; null for the others. */
  public @Nullable String problemOf(String field) {
    return wrong.equals(field) ? problem : null;
  }
}
