package org.talblatt.discussion.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.talblatt.base.ArticleId;
import org.talblatt.discussion.TalkNews;

/** What has been heard of and not been told yet, by article. */
final class Pending {
  private Map<ArticleId, List<TalkNews>> heard = new LinkedHashMap<>();

  /** Something about an article changed that has no name of its own. */
  synchronized void add(ArticleId article) {
    heard.computeIfAbsent(article, id -> new ArrayList<>());
  }

  synchronized void add(TalkNews news) {
    heard.computeIfAbsent(news.id().article(), id -> new ArrayList<>()).add(news);
  }

  synchronized Map<ArticleId, List<TalkNews>> take() {
    Map<ArticleId, List<TalkNews>> taken = heard;
    heard = new LinkedHashMap<>();
    return taken;
  }

  /** What could not be told is told another time. */
  synchronized void putBack(Map<ArticleId, List<TalkNews>> taken) {
    Map<ArticleId, List<TalkNews>> since = heard;
    heard = taken;
    since.forEach((article, news) -> heard.merge(article, news, Pending::both));
  }

  private static List<TalkNews> both(List<TalkNews> first, List<TalkNews> then) {
    List<TalkNews> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }
}
