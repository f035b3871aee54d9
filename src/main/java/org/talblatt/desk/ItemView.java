package org.talblatt.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.Section;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.WireItem;

/**
 * An item with everything that its agency said, and the article that it would become.
 *
 * @param facts label and value, in order; none is empty
 */
public record ItemView(
    InboxView.Row row,
    WireItem item,
    List<Fact> facts,
    List<Section> sections,
    @Nullable String problem,
    Times times) {

  /** A line of the item's description. */
  public record Fact(String label, String value) {}
}
