package org.talblatt.article;

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
    Instant updatedAt) {

  /** Its full address on the site. */
  public String path() {
    return Links.article(section.slug(), slug, id);
  }

  /** Whether readers should be told that it changed after it came out. */
  public boolean updated() {
    return updatedAt.isAfter(publishedAt.plusSeconds(60));
  }
}
