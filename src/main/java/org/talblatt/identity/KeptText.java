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
   * @param reports what is reported; null for none
   */
  public record Place(
      ArticleId article,
      @Nullable Integer replyTo,
      @Nullable Integer edits,
      @Nullable Reported reports) {
    /** A form for a comment, or for an answer to one. */
    public Place(ArticleId article, @Nullable Integer replyTo, @Nullable Integer edits) {
      this(article, replyTo, edits, null);
    }

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

    /** The form that reports this comment, with the reason ticked in it, or an empty one. */
    public static Place report(CommentId comment, String reason) {
      return new Place(comment.article(), null, null, new Reported(comment.number(), reason));
    }

    /** Whether the form belongs to the talk itself and stands on the article's page. */
    public boolean talk() {
      return edits == null && reports == null;
    }

    /** The page that holds the form, for who is logged in. */
    public String path() {
      if (reports != null) {
        return Links.report(new CommentId(article, reports.number()))
            + "&grund="
            + reports.reason();
      }
      if (edits != null) {
        return Links.comment(new CommentId(article, edits)) + "/bearbeiten";
      }
      return replyTo == null ? Links.personalView(article) : Links.personalView(article, replyTo);
    }
  }

  /** A comment's number and the reason why it should not stand there, a word of lower case. */
  public record Reported(int number, String reason) {
    /** The reason becomes part of an address. */
    public Reported {
      if (!reason.matches("[a-z]*")) {
        throw new IllegalArgumentException("no reason: " + reason);
      }
    }
  }
}
