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
 * @param next where older ones are, null at the end
 * @param done what the editor just did, null where nothing was
 * @param problem why something could not be done, null where nothing went wrong
 */
public record InboxView(
    WireList list,
    List<Row> rows,
    List<Tab> tabs,
    List<Section> sections,
    @Nullable String next,
    @Nullable Row done,
    @Nullable String problem,
    Times times) {

  /**
   * An item in a list.
   *
   * @param section where it would come out, as the editor last chose or the rule says
   * @param path where it stands in the paper, null where it doesn't
   */
  public record Row(WireEntry entry, String section, @Nullable String path) {}

  /**
   * A list that can be looked at.
   *
   * @param count how many are on it, empty where that is no matter
   */
  public record Tab(String name, String path, String count, boolean current) {}
}
