package org.talblatt.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.ArticleId;
import org.talblatt.platform.page.PageChanges;

/**
 * Which articles tell the same story, with all SQL of it. Each keeps its address and its talk;
 * lists show one of them and name the others.
 */
@Repository
public class Stories {
  private final JdbcClient db;
  private final PageChanges pages;

  Stories(JdbcClient db, PageChanges pages) {
    this.db = db;
    this.pages = pages;
  }

  /** From now on the newer one tells the same story as the older one. */
  @Transactional
  public void join(ArticleId newer, ArticleId older) {
    db.sql(
            """
            with told as (select coalesce(
              (select story from article_story where article = :older), :older) as story)
            insert into article_story (article, story)
            select each, story from told, unnest(array[:older, :newer]::bigint[]) each
            on conflict (article) do update set story = excluded.story
            """)
        .param("older", older.value())
        .param("newer", newer.value())
        .update();
    changed(newer);
    others(List.of(newer)).values().forEach(others -> others.forEach(this::changed));
  }

  /** An article tells a story of its own after all. */
  @Transactional
  public void separate(ArticleId article) {
    Map<ArticleId, List<ArticleId>> before = others(List.of(article));
    db.sql("delete from article_story where article = ?").param(article.value()).update();
    changed(article);
    before.values().forEach(others -> others.forEach(this::changed));
  }

  /** For each of the given articles those that tell the same story, older first; most have none. */
  public Map<ArticleId, List<ArticleId>> others(List<ArticleId> articles) {
    Map<ArticleId, List<ArticleId>> others = new HashMap<>();
    db.sql(
            """
            select t.article, array_agg(o.article order by o.article)
            from article_story t join article_story o
              on o.story = t.story and o.article <> t.article
            where t.article = any(?) group by t.article
            """)
        .param(articles.stream().map(ArticleId::value).toArray(Long[]::new))
        .query(
            row -> {
              Long[] numbers = (Long[]) row.getArray(2).getArray();
              others.put(
                  new ArticleId(row.getLong(1)),
                  java.util.Arrays.stream(numbers).map(ArticleId::new).toList());
            });
    return others;
  }

  private void changed(ArticleId article) {
    db.sql("select section from article where id = ?")
        .param(article.value())
        .query(String.class)
        .optional()
        .ifPresent(section -> pages.changed("home", "section:" + section, "article:" + article));
  }
}
