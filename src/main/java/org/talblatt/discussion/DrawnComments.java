package org.talblatt.discussion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Times;
import talblatt.template.StaticTemplates;
import talblatt.template.Templates;

/**
 * Comments as they are drawn for everybody, kept, so that a page in a hot debate is put together
 * from what was drawn before. The key is all that goes into the drawing, so nothing kept can be out
 * of date: whatever changes is simply another key.
 */
public final class DrawnComments {
  private static final int MOST_CHARACTERS = 16 << 20;
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final Cache<Key, String> KEPT =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((Key key, String html) -> html.length() + key.comment().text().length() * 2)
          .build();

  private DrawnComments() {}

  /** What the comment's template draws; drawn afresh where it is one reader's own view. */
  public static Content of(ThreadView view, Comment comment) {
    if (view.personal() != null) {
      return TEMPLATES.discussionComment(view, comment);
    }
    String html = html(view, comment);
    return output -> output.writeContent(html);
  }

  static String html(ThreadView view, Comment comment) {
    return KEPT.get(
        Key.of(view, comment), key -> TEMPLATES.discussionComment(view, comment).render());
  }

  /**
   * @param times the page's language too
   * @param wording since when readers had the article's wording that it speaks of
   * @param parent where the comment that it answers stands; null for a root
   */
  private record Key(
      Comment comment,
      Times times,
      TalkRules.Rating rating,
      boolean closed,
      boolean namesParent,
      @Nullable String parent,
      @Nullable Instant wording) {
    static Key of(ThreadView view, Comment comment) {
      return new Key(
          comment,
          view.times(),
          view.rules().rating(),
          view.closed(),
          view.namesParent(comment),
          comment.replyTo() == null ? null : view.parentPath(comment),
          view.lines().wording(comment));
    }
  }
}
