package org.talblatt.article;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;
import org.talblatt.platform.page.PageChanges;

/**
 * Whose comments under an article carry a badge: who wrote it, found by the byline or named by an
 * editor, and whom it is about. With all SQL of it.
 */
@Repository
public class ArticlePeople implements PersonalData {
  private static final Pattern BY = Pattern.compile("^(von|by|di)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern AND = Pattern.compile("\\s*(?:,|;|/|\\s(?:und|and|e)\\s)\\s*");
  private static final int MOST_NAMES = 10;

  private final JdbcClient db;
  private final PageChanges pages;

  ArticlePeople(JdbcClient db, PageChanges pages) {
    this.db = db;
    this.pages = pages;
  }

  /** What somebody is to an article. */
  public enum Badge {
    AUTHOR,
    NAMED;

    /** As stored, and in messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Somebody with a badge. */
  public record Person(AccountId account, String name, Badge badge, boolean byByline) {}

  /** All of an article, by name. */
  public List<Person> of(ArticleId article) {
    return db.sql(
            """
            select p.account, a.name, p.badge, p.by_byline from article_person p
            join account a on a.id = p.account where p.article = ? order by a.name
            """)
        .param(article.value())
        .query(
            (row, n) ->
                new Person(
                    new AccountId(row.getLong(1)),
                    row.getString(2),
                    Badge.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                    row.getBoolean(4)))
        .list();
  }

  /** Gives somebody a badge under an article, or another one. */
  @Transactional
  public void put(ArticleId article, AccountId account, Badge badge) {
    db.sql(
            """
            insert into article_person (article, account, badge) values (:article, :account, :badge)
            on conflict (article, account) do update set badge = excluded.badge, by_byline = false
            """)
        .param("article", article.value())
        .param("account", account.value())
        .param("badge", badge.word())
        .update();
    pages.changed("article:" + article);
  }

  /** Takes it away; false where there was none. */
  @Transactional
  public boolean remove(ArticleId article, AccountId account) {
    pages.changed("article:" + article);
    return db.sql("delete from article_person where article = ? and account = ?")
            .params(article.value(), account.value())
            .update()
        > 0;
  }

  /** The paper's own people who stand in the byline; in place of those found there before. */
  void byByline(ArticleId article, String byline) {
    db.sql("delete from article_person where article = ? and by_byline")
        .param(article.value())
        .update();
    Set<String> keys = names(byline);
    if (keys.isEmpty()) {
      return;
    }
    db.sql(
            """
            insert into article_person (article, account, badge, by_byline)
            select :article, a.id, 'author', true from account a
            where a.name_key = any(:keys) and a.state = 'active'
            and exists (select from account_role r where r.account = a.id)
            on conflict do nothing
            """)
        .param("article", article.value())
        .param("keys", keys.toArray(String[]::new))
        .update();
  }

  private static Set<String> names(String byline) {
    return AND.splitAsStream(BY.matcher(byline.strip()).replaceFirst(""))
        .filter(name -> !name.isBlank())
        .limit(MOST_NAMES)
        .map(AccountName::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> columns() {
    return Set.of("article_person.account");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "article-badges",
        "rules.data-badges",
        rows ->
            db.sql("select article, badge from article_person where account = ? order by article")
                .param(account.value())
                .withFetchSize(200)
                .query(
                    row -> {
                      rows.accept(
                          new PersonalRecord()
                              .with("article", "leaving.data-article", row.getLong(1))
                              .with("badge", "rules.data-badge", row.getString(2)));
                    }));
  }

  @Override
  public boolean erase(Leaver leaver) {
    db.sql("delete from article_person where account = ?").param(leaver.account().value()).update();
    return false;
  }
}
