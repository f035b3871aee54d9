package org.talblatt.transfer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.platform.Settings;

/** Which article a line means: one that came out, even if it was withdrawn since. */
@Component
class ImportedArticles {
  private static final Pattern PATH =
      Pattern.compile("/(?:artikel/|[a-z0-9-]+/(?:[a-z0-9-]*-)?)([1-9][0-9]{0,17})(?:[?#].*)?");

  private final ArticlesOnFile articles;
  private final ImportedKeys keys;
  private final Settings settings;

  ImportedArticles(ArticlesOnFile articles, ImportedKeys keys, Settings settings) {
    this.articles = articles;
    this.keys = keys;
    this.settings = settings;
  }

  /** Notes what an imported article is called in the system that it comes from. */
  @Transactional
  public void put(String source, String key, ArticleId article) {
    keys.putArticle(source, key, article);
  }

  /**
   * The article.
   *
   * @throws Failure where there is none, or more than one
   */
  ArticleId find(String source, CommentLine.ArticleName name) {
    return switch (name) {
      case CommentLine.ArticleName.Numbered numbered -> cameOut(numbered.id(), numbered.id() + "");
      case CommentLine.ArticleName.Addressed addressed -> atAddress(addressed.address());
      case CommentLine.ArticleName.Foreign foreign -> foreign(source, foreign);
    };
  }

  private ArticleId atAddress(String address) {
    String ours = settings.links().absolute("/");
    String path = address.startsWith(ours) ? address.substring(ours.length() - 1) : address;
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw unknown(address);
    }
    return cameOut(Long.parseLong(matcher.group(1)), address);
  }

  private ArticleId cameOut(long id, String named) {
    ArticleId article = new ArticleId(id);
    if (!articles.cameOut(article)) {
      throw unknown(named);
    }
    return article;
  }

  private ArticleId foreign(String source, CommentLine.ArticleName.Foreign name) {
    Optional<ArticleId> known = keys.article(source, name.key());
    if (known.isPresent()) {
      return known.get();
    }
    if (name.headline() == null) {
      throw unknown(name.key());
    }
    List<ArticleId> found = articles.withHeadline(name.headline());
    if (found.size() > 1) {
      throw Failure.invalid("article", "transfer.article-several", name.headline());
    }
    if (found.isEmpty()) {
      throw Failure.invalid("article", "transfer.article-headline", name.headline());
    }
    return found.getFirst();
  }

  private static Failure unknown(String named) {
    return Failure.invalid("article", "transfer.article-unknown", named);
  }
}
