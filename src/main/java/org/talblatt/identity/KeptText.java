package org.talblatt.identity;

import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;

/** Text somebody typed before logging in, with the form it belongs to. */
public record KeptText(Place place, String text) {

  /**
   * A form under an article.
   *
   * @param replyTo the number of the comment that is answered; null for none
   * @param edits the number of the own comment that is changed; null for none
   */
  public record Place(ArticleId article, @Nullable Integer replyTo, @Nullable Integer edits) {
    /** The form for a new thread. */
    public static Place root(ArticleId article) {
      return new Place(article, null, null);
    }

    /** The form that answers this comment. */
    public static Place reply(CommentId parent) {
      return new Place(parent.article(), parent.number(), null);
    }

    /** The form that changes this comment. */
    public static Place edit(CommentId comment) {
      return new Place(comment.article(), null, comment.number());
    }

    /** The page that holds the form, for who is logged in. */
    public String path() {
      if (edits != null) {
        return Links.comment(new CommentId(article, edits)) + "/bearbeiten";
      }
      return replyTo == null ? Links.personalView(article) : Links.personalView(article, replyTo);
    }
  }
}
