package org.talblatt.discussion;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.identity.KeptText;
import org.talblatt.identity.KeptTexts;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.Asker;
import org.talblatt.platform.page.Stand;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The pages behind the talk's links, for those without JavaScript, and the answers to writes. */
@Component
class CommentForms {
  private final Articles articles;
  private final Comments comments;
  private final KeptTexts keptTexts;
  private final TalkSettings rules;
  private final Papers papers;
  private final Templates templates;
  private final Settings settings;
  private final Stand stand;
  private final Clock clock;

  CommentForms(
      Articles articles,
      Comments comments,
      KeptTexts keptTexts,
      TalkSettings rules,
      Papers papers,
      Templates templates,
      Settings settings,
      Stand stand,
      Clock clock) {
    this.articles = articles;
    this.comments = comments;
    this.keptTexts = keptTexts;
    this.rules = rules;
    this.papers = papers;
    this.templates = templates;
    this.settings = settings;
    this.stand = stand;
    this.clock = clock;
  }

  /** Whether a script asks, which draws the answer itself. */
  static boolean scripted(HttpServletRequest request) {
    return !Asker.person(request);
  }

  Article article(ArticleId id) {
    return articles.published(id).orElseThrow(() -> articles.missing(id));
  }

  /** Refuses before anybody logs in or types for nothing. */
  void mustBeOpen(ArticleId id) {
    if (article(id).discussion().closed(clock.instant())) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.closed");
    }
  }

  ResponseEntity<String> write(ArticleId id, Failure failure, String text) {
    return page(article(id), "discussion.write", Links.comments(id), null, failure, text, 0);
  }

  ResponseEntity<String> reply(CommentId parent, @Nullable Failure failure, String text) {
    Comment answered =
        comments.published(parent.article(), List.of(parent.number())).stream()
            .filter(comment -> !comment.removed())
            .findFirst()
            .orElse(null);
    if (failure == null) {
      mustBeOpen(parent.article());
      if (answered == null) {
        throw Failure.notFound();
      }
    }
    String action = Links.comment(parent) + "/antworten";
    return page(
        article(parent.article()), "discussion.reply-title", action, answered, failure, text, 0);
  }

  ResponseEntity<String> edit(Reader reader, CommentId id) {
    Optional<String> kept =
        keptTexts.of(reader.account(), KeptText.Place.edit(id)).map(KeptText::text);
    try {
      Comment comment = own(reader, id);
      if (!rules.of(article(id.article())).editable(comment, clock.instant())) {
        throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.edit-too-late");
      }
      return edit(id, null, kept.orElse(comment.text()), comment.revision());
    } catch (Failure tooLate) {
      return write(id.article(), tooLate, kept.orElseThrow(() -> tooLate));
    }
  }

  ResponseEntity<String> edit(CommentId id, @Nullable Failure failure, String text, int revision) {
    String action = Links.comment(id) + "/bearbeiten";
    boolean conflict = failure != null && failure.kind() == Failure.Kind.CONFLICT;
    // shown beside what was typed, so that sending it again is a decision
    Comment newest = conflict ? comments.find(id).orElse(null) : null;
    return page(
        article(id.article()),
        "discussion.edit-title",
        action,
        newest,
        failure,
        text,
        newest == null ? revision : newest.revision());
  }

  ResponseEntity<String> delete(Reader reader, CommentId id) {
    Article article = article(id.article());
    Messages messages = Messages.of(article.language());
    Frame frame = Frame.plain(papers.current(), messages, messages.get("discussion.delete-title"));
    ThreadView view = view(article, reader, own(reader, id), 0);
    return html(
        HttpStatus.OK,
        templates.discussionDelete(frame, view, Links.comment(id) + "/loeschung").render());
  }

  /** Leads back to the reader's view, or draws the comment for a script. */
  ResponseEntity<?> answer(Reader reader, Discussion.Written written, boolean scripted) {
    Comment comment = written.comment();
    CommentId id = comment.id();
    String cookie = stand.cookie(id.article(), written.change()).toString();
    if (!scripted) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(Links.personalView(id.article(), id.number())))
          .header(HttpHeaders.SET_COOKIE, cookie)
          .build();
    }
    ThreadView view = view(article(id.article()), reader, comment, written.published());
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie)
        .body(
            Map.of(
                "number",
                id.number(),
                "state",
                comment.state().name().toLowerCase(java.util.Locale.ROOT),
                "title",
                view.title(),
                "html",
                comment.removed() && comment.replies() == 0
                    ? ""
                    : templates.discussionComment(view, comment).render()));
  }

  /** A thread of one comment, as its author sees it. */
  private ThreadView view(Article article, Reader reader, Comment comment, int published) {
    Messages messages = Messages.of(article.language());
    return new ThreadView(
        article,
        ThreadPage.of(comment, published),
        new PersonalThread(reader, Map.of(), List.of(), List.of(), Set.of(), false, Set.of(), null),
        messages,
        new Times(settings.zone(), messages.locale()),
        clock.instant(),
        rules.of(article));
  }

  private Comment own(Reader reader, CommentId id) {
    return comments
        .find(id)
        .filter(comment -> !comment.removed())
        .filter(comment -> comment.author().account().equals(reader.account()))
        .orElseThrow(Failure::notFound);
  }

  private ResponseEntity<String> page(
      Article article,
      String title,
      String action,
      @Nullable Comment shown,
      @Nullable Failure failure,
      String text,
      int revision) {
    Messages messages = Messages.of(article.language());
    CommentForm form =
        new CommentForm(
            messages.get(title),
            action,
            shown,
            failure == null ? "" : messages.get(failure.key(), failure.arguments()),
            text,
            revision,
            rules.of(article).textLimit(),
            messages.get(revision == 0 ? "discussion.send" : "discussion.save"));
    Frame frame = Frame.plain(papers.current(), messages, form.title());
    String body = templates.discussionFormPage(frame, form, article, messages).render();
    if (failure == null) {
      return html(HttpStatus.OK, body);
    }
    ResponseEntity<String> answer = html(HttpStatus.valueOf(failure.kind().status()), body);
    return failure.retryAfter() == null
        ? answer
        : ResponseEntity.status(answer.getStatusCode())
            .headers(answer.getHeaders())
            .header(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, failure.retryAfter().toSeconds())))
            .body(body);
  }

  private static ResponseEntity<String> html(HttpStatus status, String body) {
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(body);
  }
}
