package org.talblatt.desk.ways;

import java.util.List;
import org.talblatt.article.Section;

/**
 * The list of providers.
 *
 * @param strangers who sent something and has no agreement
 */
public record AgenciesView(
    List<Line> agencies,
    List<String> strangers,
    AgencyForm form,
    List<Section> sections,
    boolean changes) {

  /**
   * A provider.
   *
   * @param facts what is agreed, in short
   * @param state the worst of its ways
   * @param health a sentence on that
   */
  public record Line(
      String name, String title, String facts, AgencyView.State state, String health) {}
}
