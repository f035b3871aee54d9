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
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.CommentMarkup;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Shortened;
import org.talblatt.site.Withdrawn;

/** The newest comments under an article: {@code /artikel/12/kommentare/feed}. */
@Component
class ArticleFeeds implements PageRoute {
  private static final Pattern PATH =
      Pattern.compile("/artikel/([1-9][0-9]{0,17})/kommentare/feed");
  private static final int MOST = 50;
  private static final int TITLE = 80;

  private final Articles articles;
  private final NewestComments comments;
  private final Withdrawn withdrawn;
  private final Links links;

  ArticleFeeds(Articles articles, NewestComments comments, Withdrawn withdrawn, Settings settings) {
    this.articles = articles;
    this.comments = comments;
    this.withdrawn = withdrawn;
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
    return articles
        .published(id)
        .map(this::feed)
        .orElseGet(() -> withdrawn.page(articles.missing(id), id));
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
        author + ": " + Shortened.atWord(TITLE, CommentMarkup.words(comment.html())),
        author,
        comment.author().former() ? null : links.absolute(Links.reader(author)),
        comment.createdAt(),
        comment.editedAt() == null ? comment.createdAt() : comment.editedAt(),
        comment.html(),
        parent == null
            ? null
            : links.absolute(Links.comment(new CommentId(comment.id().article(), parent))));
  }
}
