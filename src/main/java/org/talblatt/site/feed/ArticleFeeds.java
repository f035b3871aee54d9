package org.talblatt.site.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.NewestComments;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.ErrorPages;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.CommentMarkup;
import org.talblatt.platform.text.Messages;

/** The newest comments under an article: {@code /artikel/12/kommentare/feed}. */
@Component
class ArticleFeeds implements PageRoute {
  private static final Pattern PATH =
      Pattern.compile("/artikel/([1-9][0-9]{0,17})/kommentare/feed");
  private static final int MOST = 50;
  private static final int TITLE = 80;

  private final Articles articles;
  private final NewestComments comments;
  private final ErrorPages errorPages;
  private final Links links;

  ArticleFeeds(
      Articles articles, NewestComments comments, ErrorPages errorPages, Settings settings) {
    this.articles = articles;
    this.comments = comments;
    this.errorPages = errorPages;
    this.links = settings.links();
  }

  @Override
  public Set<String> queryNames() {
    return Set.of();
  }

  @Override
  public boolean owns(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public Page render(PageAddress address) {
    Matcher matcher = PATH.matcher(address.path());
    if (!matcher.matches()) {
      throw Failure.notFound();
    }
    ArticleId id = new ArticleId(Long.parseLong(matcher.group(1)));
    return articles.published(id).map(this::feed).orElseGet(() -> gone(id));
  }

  private Page feed(Article article) {
    List<Comment> newest = comments.under(article.id(), MOST);
    AtomFeed feed =
        new AtomFeed(
            Messages.of(article.language()).get("notification.feed-comments", article.headline()),
            article.language(),
            links.absolute(Links.commentsFeed(article.id())),
            links.absolute(article.path()),
            article.publishedAt(),
            newest.stream().map(this::entry).toList());
    Set<String> tags = new HashSet<>(Set.of("article:" + article.id(), "paper"));
    newest.forEach(comment -> tags.add("account:" + comment.author().account()));
    return Page.document(AtomFeed.TYPE, feed.xml(), tags);
  }

  private AtomFeed.Entry entry(Comment comment) {
    String author = comment.author().name();
    Integer parent = comment.replyTo();
    return new AtomFeed.Entry(
        links.absolute(Links.comment(comment.id())),
        author + ": " + beginning(CommentMarkup.words(comment.html())),
        author,
        comment.author().former() ? null : links.absolute(Links.reader(author)),
        comment.createdAt(),
        comment.editedAt() == null ? comment.createdAt() : comment.editedAt(),
        comment.html(),
        parent == null
            ? null
            : links.absolute(Links.comment(new CommentId(comment.id().article(), parent))));
  }

  private static String beginning(String words) {
    return words.codePointCount(0, words.length()) <= TITLE
        ? words
        : words.substring(0, words.offsetByCodePoints(0, TITLE)).stripTrailing() + " …";
  }

  /** A withdrawn article takes its talk along; kept until it comes back. */
  private Page gone(ArticleId id) {
    Failure missing = articles.missing(id);
    if (missing.kind() != Failure.Kind.GONE) {
      throw missing;
    }
    return Page.html(
        missing.kind().status(), errorPages.render(missing), Set.of("article:" + id, "paper"));
  }
}
