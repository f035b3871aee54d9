package org.talblatt.widget;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;

/**
 * The administration's list of sites and its form for a new one.
 *
 * @param problem why what was typed was refused; null where nothing was
 */
public record SitesView(
    List<Line> sites, List<Section> sections, SiteForm form, @Nullable String problem) {
  /** A site in the list. */
  public record Line(String slug, String name, String origins) {}
}
