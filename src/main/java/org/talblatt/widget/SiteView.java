package org.talblatt.widget;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;

/**
 * The administration's page of one site.
 *
 * @param signOn who signs, in a sentence or two
 * @param signs whether anybody does
 * @param secret just made, shown this once; null else
 * @param snippet for the site's pages
 * @param token what its tokens hold
 */
public record SiteView(
    String slug,
    String name,
    SiteForm form,
    List<Section> sections,
    String signOn,
    boolean signs,
    @Nullable String secret,
    String snippet,
    String token,
    List<Page> pages) {
  /** A page of the site with a talk. */
  public record Page(
      String article, String address, String headline, boolean withdrawn, String comments) {}
}
