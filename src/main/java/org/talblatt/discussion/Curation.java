package org.talblatt.discussion;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.page.PageChanges;

/**
 * The door for what editors and moderators of a section do to a comment besides moderating it: show
 * it at the top, end the answers to it. Every verb locks the thread, as a new answer does.
 */
@Service
public class Curation {
  /** So many comments stand at the top of one talk. */
  public static final int MOST_PINNED = 3;

  private final Articles articles;
  private final Threads threads;
  private final Comments comments;
  private final CommentMarks marks;
  private final PageChanges pages;
  private final ApplicationEventPublisher events;
  private final AuditLog log;

  Curation(
      Articles articles,
      Threads threads,
      Comments comments,
      CommentMarks marks,
      PageChanges pages,
      ApplicationEventPublisher events,
      AuditLog log) {
    this.articles = articles;
    this.threads = threads;
    this.comments = comments;
    this.marks = marks;
    this.pages = pages;
    this.events = events;
    this.log = log;
  }

  /** Whether this reader may do these things under articles of a section. */
  public static boolean may(Reader reader, String section) {
    return reader.has(Role.EDITOR, section) || reader.has(Role.MODERATOR, section);
  }

  /**
   * Shows a comment at the top of its talk, in every order; it keeps its place besides. Its author
   * is told, if it was somebody else.
   *
   * @throws Failure where it is not public, or three stand there already
   */
  @Transactional
  public void pin(Reader reader, CommentId id, Actor by, Instant at) {
    Comment comment = shown(reader, id);
    List<Integer> pinned = marks.pinned(id.article());
    if (pinned.contains(id.number())) {
      return;
    }
    if (pinned.size() >= MOST_PINNED) {
      throw Failure.of(Failure.Kind.CONFLICT, "rules.pinned-full", MOST_PINNED);
    }
    marks.pin(id, at);
    if (!comment.author().account().equals(reader.account())) {
      events.publishEvent(new CommentPinned(id, comment.author().account()));
    }
    changed(id, "comment.pinned", by);
  }

  /** Shows it in its place only. */
  @Transactional
  public void unpin(Reader reader, CommentId id, Actor by) {
    threads.lock(id.article());
    mustCare(reader, id.article());
    if (comments.find(id).orElseThrow(Failure::notFound).pinnedAt() != null) {
      marks.unpin(id);
      changed(id, "comment.unpinned", by);
    }
  }

  /** Takes no more answers to a comment nor to anything below it; what is there stays. */
  @Transactional
  public void closeReplies(Reader reader, CommentId id, Actor by) {
    Comment comment = shown(reader, id);
    if (!marks.closedHere(id)) {
      marks.close(comment, true);
      changed(id, "comment.replies-closed", by);
    }
  }

  /**
   * Takes answers again, but for what is closed below by itself.
   *
   * @throws Failure where a comment further up is closed
   */
  @Transactional
  public void openReplies(Reader reader, CommentId id, Actor by) {
    threads.lock(id.article());
    mustCare(reader, id.article());
    Comment comment = comments.find(id).orElseThrow(Failure::notFound);
    if (!comment.repliesClosed()) {
      return;
    }
    if (marks.closedAbove(comment)) {
      throw Failure.of(Failure.Kind.CONFLICT, "rules.closed-above");
    }
    marks.close(comment, false);
    changed(id, "comment.replies-opened", by);
  }

  /** The comments at the top of a talk, the last pinned first. */
  public List<Integer> pinned(ArticleId article) {
    return marks.pinned(article);
  }

  /** The comments whose answers were closed. */
  public List<Integer> closed(ArticleId article) {
    return marks.closedHere(article);
  }

  /** Whether answers to a comment are over because they are over further up. */
  public boolean closedAbove(Comment comment) {
    return comment.repliesClosed() && marks.closedAbove(comment);
  }

  private Comment shown(Reader reader, CommentId id) {
    threads.lock(id.article());
    mustCare(reader, id.article());
    return comments.published(id.article(), List.of(id.number())).stream()
        .filter(comment -> !comment.line())
        .findFirst()
        .orElseThrow(Failure::notFound);
  }

  private void mustCare(Reader reader, ArticleId id) {
    String section = articles.sectionOf(id).orElseThrow(Failure::notFound);
    if (!may(reader, section)) {
      reader.require(Role.EDITOR, section);
    }
  }

  private void changed(CommentId id, String what, Actor by) {
    log.record(AuditEntry.of(by, what, id.article() + "/" + id.number(), ""));
    pages.changed("article:" + id.article());
  }
}
