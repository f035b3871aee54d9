package org.talblatt.desk.front;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.article.FrontPlan;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.platform.text.Times;

/**
 * The newsroom's start page: what waits, and what came out last.
 *
 * @param sections names of those that this editor looks after; empty where it is all of them
 * @param breaking the line that readers see now; null for none
 * @param arranges whether this editor may pin, and end the line
 */
public record StartView(
    List<Waiting> waiting,
    List<Line> newest,
    String sections,
    FrontPlan.@Nullable Breaking breaking,
    boolean arranges,
    Instant now,
    Times times) {

  /** Work that waits, and where; {@code count} as it is printed. */
  public record Waiting(String key, String path, String count) {}

  /**
   * An article that is out.
   *
   * @param pinned whether it stands on top of the front page
   * @param same headlines of what tells the same story
   * @param theirs whether this editor may change it
   */
  public record Line(NewsroomArticles.Row row, boolean pinned, boolean theirs, List<String> same) {
    /** Its number, as in addresses. */
    public String id() {
      return row.id().toString();
    }
  }
}
