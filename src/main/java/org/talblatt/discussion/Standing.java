package org.talblatt.discussion;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.platform.page.PageChanges;

/**
 * Where a comment stands, and all that hangs on it: the thread's counters, the lines that keep
 * branches together, the pages that show it. Every method wants the thread locked.
 */
@Component
class Standing {
  private final Threads threads;
  private final Comments comments;
  private final PageChanges pages;
  private final ApplicationEventPublisher events;
  private final TalkSettings settings;

  Standing(
      Threads threads,
      Comments comments,
      PageChanges pages,
      ApplicationEventPublisher events,
      TalkSettings settings) {
    this.threads = threads;
    this.comments = comments;
    this.pages = pages;
    this.events = events;
    this.settings = settings;
  }

  /** Counts a comment just stored. */
  Discussion.Written added(NewComment comment, Threads.Counters thread) {
    boolean published = comment.state() == Comment.State.PUBLISHED;
    if (published && comment.replyTo() != null) {
      comments.countReply(new CommentId(comment.id().article(), comment.replyTo()), 1);
    }
    if (published) {
      events.publishEvent(new CommentShown(comment.id(), comment.author()));
    }
    return noted(comment.id(), thread, published ? 1 : 0, published ? TalkNews.Kind.NEW : null);
  }

  /** Its text is another one. */
  Discussion.Written edited(Comment comment, Threads.Counters thread) {
    if (comment.state() == Comment.State.PUBLISHED) {
      events.publishEvent(new CommentShown(comment.id(), comment.author().account()));
    }
    boolean shown = shown(comment.state(), comment.replies());
    return noted(comment.id(), thread, 0, shown ? TalkNews.Kind.EDITED : null);
  }

  /**
   * Moves a comment on. Where nobody sees it any more its parent has a reply less, and goes too
   * where it was but a line; where it comes back the same happens in reverse.
   *
   * @param rule why it is held; null in every other state
   */
  Discussion.Written move(
      Comment comment, Comment.State state, @Nullable String rule, Threads.Counters thread) {
    comments.moveTo(comment.id(), state, rule);
    boolean before = shown(comment.state(), comment.replies());
    boolean after = shown(state, comment.replies());
    if (before != after) {
      countUp(comment, after ? 1 : -1);
    }
    if (state == Comment.State.PUBLISHED) {
      events.publishEvent(new CommentShown(comment.id(), comment.author().account()));
    }
    int published =
        (state == Comment.State.PUBLISHED ? 1 : 0)
            - (comment.state() == Comment.State.PUBLISHED ? 1 : 0);
    TalkNews.Kind news = published > 0 ? TalkNews.Kind.NEW : TalkNews.Kind.GONE;
    return noted(comment.id(), thread, published, before || after ? news : null);
  }

  /** Whether readers see it: as itself, or as the line that holds its replies. */
  private static boolean shown(Comment.State state, int replies) {
    return state == Comment.State.PUBLISHED || replies > 0;
  }

  private void countUp(Comment changed, int change) {
    Comment child = changed;
    while (child.replyTo() != null) {
      CommentId parentId = new CommentId(child.id().article(), child.replyTo());
      Comment parent = comments.find(parentId).orElseThrow();
      comments.countReply(parentId, change);
      if (shown(parent.state(), parent.replies())
          == shown(parent.state(), parent.replies() + change)) {
        return;
      }
      child = parent;
    }
  }

  /**
   * @param news what readers see of it; null where they see nothing
   */
  private Discussion.Written noted(
      CommentId id, Threads.Counters thread, int published, TalkNews.@Nullable Kind news) {
    ArticleId article = id.article();
    int change = news == null ? 0 : 1;
    String section =
        threads.count(article, Math.max(thread.lastNumber(), id.number()), published, change);
    Comment comment = comments.find(id).orElseThrow();
    if (news != null) {
      pages.changed("article:" + article, new TalkNews(id, news, thread.change() + change).mark());
      // not "account:…", which stands for every thread that they ever wrote in
      pages.changed("reader:" + comment.author().account());
      pages.countsChanged("home", "section:" + section);
    }
    return new Discussion.Written(
        comment,
        thread.published() + published,
        thread.change() + change,
        settings.of(section).rating());
  }
}
