package org.talblatt.discussion;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
import org.talblatt.platform.http.Asker;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.SafeHtml;
import talblatt.template.Templates;

/** The pages behind the talk's links, for those without JavaScript. */
@Component
class CommentForms {
  private final Articles articles;
  private final Comments comments;
  private final KeptTexts keptTexts;
  private final TalkSettings rules;
  private final Papers papers;
  private final Templates templates;
  private final WriteAnswers answers;
  private final Clock clock;

  CommentForms(
      Articles articles,
      Comments comments,
      KeptTexts keptTexts,
      TalkSettings rules,
      Papers papers,
      Templates templates,
      WriteAnswers answers,
      Clock clock) {
    this.articles = articles;
    this.comments = comments;
    this.keptTexts = keptTexts;
    this.rules = rules;
    this.papers = papers;
    this.templates = templates;
    this.answers = answers;
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
      throw Gate.closed();
    }
  }

  /** A form that was refused, with what stood in it. */
  ResponseEntity<String> refused(KeptText.Place place, Failure failure, Typed typed) {
    if (articles.published(place.article()).isEmpty()) {
      return withdrawn(failure, typed);
    }
    if (place.edits() != null) {
      return refusedEdit(new CommentId(place.article(), place.edits()), failure, typed);
    }
    if (place.replyTo() == null || place.replyTo().equals(typed.gone())) {
      return root(place.article(), failure, typed);
    }
    CommentId parent = new CommentId(place.article(), place.replyTo());
    // what can't be an answer any more can still stand by itself
    return failure.kind() == Failure.Kind.CONFLICT
        ? root(
            place.article(),
            Failure.of(Failure.Kind.CONFLICT, "discussion.kept-parent-gone"),
            typed.withGone(parent.number()))
        : reply(parent, failure, typed, null);
  }

  /** The longest text under an article. */
  int limit(ArticleId id) {
    return rules.of(article(id)).textLimit();
  }

  /** The same form again, with how its text would look. */
  ResponseEntity<String> preview(KeptText.Place place, Typed typed, SafeHtml html) {
    ArticleId id = place.article();
    if (place.edits() != null) {
      String action = Links.comment(new CommentId(id, place.edits())) + "/bearbeiten";
      return page(article(id), form(id, "discussion.edit-title", action, typed, html));
    }
    return place.replyTo() == null
        ? page(article(id), form(id, "discussion.write", Links.comments(id), typed, html))
        : reply(new CommentId(id, place.replyTo()), null, typed, html);
  }

  /** An empty form for an answer, or one that holds a quote. */
  ResponseEntity<String> reply(CommentId parent, boolean quote) {
    mustBeOpen(parent.article());
    Comment answered = answered(parent).map(Gate::mustTakeAnswers).orElseThrow(Failure::notFound);
    return reply(parent, null, Typed.of(quote ? Quote.of(answered.text()) : ""), null);
  }

  private ResponseEntity<String> root(ArticleId id, Failure failure, Typed typed) {
    return page(
        article(id), form(id, "discussion.write", Links.comments(id), typed, null), failure);
  }

  private ResponseEntity<String> reply(
      CommentId parent, @Nullable Failure failure, Typed typed, @Nullable SafeHtml preview) {
    String action = Links.comment(parent) + "/antworten";
    return page(
        article(parent.article()),
        form(parent.article(), "discussion.reply-title", action, typed, preview)
            .about(answered(parent).orElse(null)),
        failure);
  }

  private Optional<Comment> answered(CommentId parent) {
    return comments.published(parent.article(), List.of(parent.number())).stream()
        .filter(comment -> !comment.line())
        .findFirst();
  }

  ResponseEntity<String> edit(Reader reader, CommentId id) {
    Optional<String> kept =
        keptTexts.of(reader.account(), KeptText.Place.edit(id)).map(KeptText::text);
    try {
      Comment comment = own(reader, id);
      if (!rules.of(article(id.article())).editable(comment, clock.instant())) {
        throw Failure.of(Failure.Kind.FORBIDDEN, "discussion.edit-too-late");
      }
      return edit(id, null, Typed.edit(kept.orElse(comment.text()), comment.revision()), null);
    } catch (Failure tooLate) {
      return root(id.article(), tooLate, Typed.of(kept.orElseThrow(() -> tooLate)));
    }
  }

  private ResponseEntity<String> refusedEdit(CommentId id, Failure failure, Typed typed) {
    boolean conflict = failure.kind() == Failure.Kind.CONFLICT;
    // shown beside what was typed, so that sending it again is a decision
    Comment newest = conflict ? comments.find(id).orElse(null) : null;
    return edit(
        id, failure, newest == null ? typed : typed.withRevision(newest.revision()), newest);
  }

  private ResponseEntity<String> edit(
      CommentId id, @Nullable Failure failure, Typed typed, @Nullable Comment newest) {
    String action = Links.comment(id) + "/bearbeiten";
    return page(
        article(id.article()),
        form(id.article(), "discussion.edit-title", action, typed, null).about(newest),
        failure);
  }

  ResponseEntity<String> delete(Reader reader, CommentId id) {
    Article article = articles.page(id.article()).orElseThrow(() -> articles.missing(id.article()));
    Messages messages = Messages.of(article.language());
    Frame frame = Frame.plain(papers.current(), messages, messages.get("discussion.delete-title"));
    ThreadView view = answers.view(article, reader, own(reader, id), 0);
    return html(
        HttpStatus.OK,
        templates.discussionDelete(frame, view, Links.comment(id) + "/loeschung").render());
  }

  private Comment own(Reader reader, CommentId id) {
    return comments
        .find(id)
        .filter(comment -> !comment.removed())
        .filter(comment -> comment.author().account().equals(reader.account()))
        .orElseThrow(Failure::notFound);
  }

  private CommentForm form(
      ArticleId id, String title, String action, Typed typed, @Nullable SafeHtml preview) {
    Article article = article(id);
    String words = Messages.of(article.language()).get(title);
    int limit = rules.of(article).textLimit();
    return new CommentForm(words, action, null, "", limit, typed, preview);
  }

  private ResponseEntity<String> page(Article article, CommentForm form) {
    return page(article, form, null);
  }

  private ResponseEntity<String> page(
      Article article, CommentForm form, @Nullable Failure failure) {
    Messages messages = Messages.of(article.language());
    Frame frame = Frame.plain(papers.current(), messages, form.title());
    if (failure == null) {
      return html(
          HttpStatus.OK, templates.discussionFormPage(frame, form, article, messages).render());
    }
    CommentForm refused = form.refused(messages.get(failure.key(), failure.arguments()));
    return answer(
        failure, templates.discussionFormPage(frame, refused, article, messages).render());
  }

  /** Nothing can be sent there any more; what was typed is shown to be copied. */
  private ResponseEntity<String> withdrawn(Failure failure, Typed typed) {
    Messages messages = Messages.of(papers.current().language());
    String sentence = messages.get(failure.key(), failure.arguments());
    Frame frame = Frame.plain(papers.current(), messages, messages.get("writing.nowhere"));
    return answer(
        failure, templates.writingNowhere(frame, sentence, typed.text(), messages).render());
  }

  private static ResponseEntity<String> answer(Failure failure, String body) {
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
