package org.talblatt.desk.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.WireEntry;

/** What the pages on rules show. */
public final class RuleView {
  private RuleView() {}

  /**
   * A rule in the list.
   *
   * @param fits what an item has to be like, in words
   * @param does what happens to it, in words
   */
  public record Line(
      long id,
      String title,
      boolean active,
      boolean preset,
      List<String> fits,
      List<String> does) {}

  /**
   * All of them.
   *
   * @param places as typed
   * @param problem why something was refused
   * @param changes whether who looks may change anything
   */
  public record All(
      List<Line> rules, String places, @Nullable String problem, boolean done, boolean changes) {}

  /**
   * One to be changed, or a new one.
   *
   * @param id 0 for a new one
   * @param field that a problem is in
   */
  public record One(
      long id,
      RuleForm form,
      List<Section> sections,
      List<String> providers,
      List<String> topics,
      String field,
      @Nullable String problem) {}

  /**
   * What a rule would have done.
   *
   * @param looked at so many items
   * @param fitting so many it fits; {@code shown} are the newest of them
   */
  public record Trial(
      Line rule, int looked, int fitting, List<WireEntry> shown, boolean changes, Times times) {}
}
