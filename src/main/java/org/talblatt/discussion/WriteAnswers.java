package org.talblatt.discussion;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.page.Stand;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** What who wrote gets back: the way to the own view, or the comment drawn for a script. */
@Component
class WriteAnswers {
  private final Articles articles;
  private final TalkSettings rules;
  private final Templates templates;
  private final Settings settings;
  private final Stand stand;
  private final Clock clock;

  WriteAnswers(
      Articles articles,
      TalkSettings rules,
      Templates templates,
      Settings settings,
      Stand stand,
      Clock clock) {
    this.articles = articles;
    this.rules = rules;
    this.templates = templates;
    this.settings = settings;
    this.stand = stand;
    this.clock = clock;
  }

  /**
   * What a script gets for a write.
   *
   * @param html the comment as the page draws it; empty where nothing stands there any more
   * @param text what is stored
   * @param same whether that is what was sent, or an earlier attempt of the same form
   */
  record Answer(
      int number,
      @Nullable Integer replyTo,
      String state,
      String title,
      String html,
      String text,
      boolean same) {}

  /**
   * Leads back to the reader's view, or draws the comment for a script.
   *
   * @param sent what was sent; null where nothing was
   */
  ResponseEntity<?> answer(
      Reader reader, Discussion.Written written, @Nullable String sent, boolean scripted) {
    Comment comment = written.comment();
    CommentId id = comment.id();
    String cookie = stand.cookie(id.article(), written.change()).toString();
    if (!scripted) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(Links.personalView(id.article(), id.number())))
          .header(HttpHeaders.SET_COOKIE, cookie)
          .build();
    }
    // a comment may speak of a superseded wording, which is drawn beside it
    Article article = articles.page(id.article()).orElseThrow(() -> articles.missing(id.article()));
    ThreadView view = view(article, reader, comment, written.published());
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie)
        .body(
            new Answer(
                id.number(),
                comment.replyTo(),
                comment.state().name().toLowerCase(Locale.ROOT),
                view.title(),
                comment.removed() && comment.replies() == 0
                    ? ""
                    : templates.discussionComment(view, comment).render(),
                comment.text(),
                sent == null || comment.text().equals(CommentText.parse(sent).value())));
  }

  /** A thread of one comment, as its author sees it. */
  ThreadView view(Article article, Reader reader, Comment comment, int published) {
    Messages messages = Messages.of(article.language());
    return new ThreadView(
        article,
        ThreadPage.of(comment, published),
        new PersonalThread(
            reader, Map.of(), List.of(), List.of(), Set.of(), false, Set.of(), null, null),
        messages,
        new Times(settings.zone(), messages.locale()),
        clock.instant(),
        rules.of(article),
        Waiting.NONE);
  }
}
