package org.talblatt.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireList;

/**
 * A page of the inbox.
 *
 * @param sections those that who looks at it may publish in
 * @param part what they see only a part of, null where all is shown
 * @param other where all is shown instead, or the part; null where there is no part
 * @param next where older ones are, null at the end
 * @param done what the editor just did, null where nothing was
 * @param stand what a watcher compares; null where the page begins further down
 */
public record InboxView(
    WireList list,
    List<Row> rows,
    List<Tab> tabs,
    List<Section> sections,
    @Nullable String part,
    @Nullable String other,
    @Nullable String next,
    @Nullable Row done,
    InboxFilter filter,
    Choices choices,
    @Nullable String stand,
    Times times) {

  /**
   * An item in a list.
   *
   * @param section where it would come out, as the editor last chose or the rule says
   * @param path where it stands in the paper, null where it doesn't
   * @param takes whether who looks at it may publish it, if only in a section of theirs
   * @param discards whether they may put it away
   */
  public record Row(
      WireEntry entry, String section, @Nullable String path, boolean takes, boolean discards) {}

  /** What can be chosen from. */
  public record Choices(List<String> providers, List<Section> sections, List<String> topics) {}

  /**
   * A list that can be looked at.
   *
   * @param count how many are on it, empty where that is no matter
   */
  public record Tab(String name, String path, String count, boolean current) {}
}
