package org.talblatt.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;

/**
 * What was added to an article after it came out.
 *
 * @param corrections what was corrected, oldest first
 * @param replies by law, of those it reports on, oldest first
 * @param answers where the article is such a reply: to what; null where it is none, or that is gone
 */
public record Addenda(List<Correction> corrections, List<Reply> replies, @Nullable Reply answers) {
  /** Nothing. */
  public static final Addenda NONE = new Addenda(List.of(), List.of(), null);

  /** What was wrong and is right now. */
  public record Correction(Instant at, String note) {}

  /**
   * A reply and its original, seen from the other.
   *
   * @param id of the other article
   * @param path of the other article
   * @param headline of the other article
   * @param kind as {@link LegalReply.Kind} has it, in small letters
   * @param person who answers
   * @param at when the other article came out
   */
  public record Reply(
      long id, String path, String headline, String kind, String person, Instant at) {
    public ArticleId article() {
      return new ArticleId(id);
    }
  }
}
