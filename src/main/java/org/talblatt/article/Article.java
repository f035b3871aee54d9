package org.talblatt.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;
import org.talblatt.picture.Picture;
import org.talblatt.platform.text.SafeHtml;

/**
 * An article as the public may see it.
 *
 * @param dateline where and when it was written, without the agency's bracket
 * @param credit who it comes from, as in "APA/dpa"
 * @param correctionNote what was corrected, empty where nothing was
 * @param version raised by every stored change
 * @param weight its height on the front page: 0 normal, 1 important, 2 lead
 * @param elsewhere the full address of another house's page under which readers talk here; null for
 *     an article of ours
 * @param superseded since when readers had each version before the last that changed what the
 *     article says; empty where none did, and in lists
 * @param related what else there is to read, public or not; empty in lists
 * @param addenda corrections and legal replies; none in lists
 */
public record Article(
    ArticleId id,
    Section section,
    String slug,
    int version,
    String headline,
    String kicker,
    String subhead,
    String teaser,
    String byline,
    String credit,
    String dateline,
    SafeHtml body,
    String language,
    String correctionNote,
    @Nullable Picture picture,
    List<String> topics,
    int weight,
    DiscussionRules discussion,
    Instant publishedAt,
    Instant updatedAt,
    @Nullable String elsewhere,
    List<Instant> superseded,
    List<ArticleId> related,
    Addenda addenda) {

  /**
   * Since when readers had the wording that this version was, where what it says has changed since.
   */
  public @Nullable Instant supersededWording(int version) {
    return version >= 1 && version <= superseded.size() ? superseded.get(version - 1) : null;
  }

  /** Its address: the path on our site, or the full one of another house's page. */
  public String path() {
    return elsewhere == null ? Links.article(section.slug(), slug, id) : elsewhere;
  }

  /**
   * Its address with a query of ours, which another house's page would not understand.
   *
   * @param query with its question mark, or empty
   */
  public String path(String query) {
    return elsewhere == null ? path() + query : elsewhere;
  }

  /** Its place by time and weight: each degree of weight lifts it as six hours would. */
  public Instant rank() {
    return publishedAt.plus(Duration.ofHours(6L * weight));
  }

  /** Whether readers should be told that it changed after it came out. */
  public boolean updated() {
    return updatedAt.isAfter(publishedAt.plusSeconds(60));
  }
}
