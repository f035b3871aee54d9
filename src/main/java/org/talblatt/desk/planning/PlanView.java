package org.talblatt.desk.planning;

import java.time.LocalDate;
import java.util.List;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.DeskKind;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireSearch;

/**
 * A day of the newsroom's plan.
 *
 * @param planned articles of ours that come out on it
 */
public record PlanView(
    LocalDate day,
    String title,
    List<Day> week,
    List<Group> groups,
    List<WireEntry> embargoed,
    List<NewsroomArticles.Row> planned,
    Times times) {

  /** A day that one can look at instead. */
  public record Day(LocalDate day, String name, int count, boolean current) {}

  /** What is of one kind. */
  public record Group(DeskKind kind, List<WireSearch.Plan> plans) {}

  /** Whether nobody announced anything. */
  public boolean empty() {
    return groups.isEmpty() && embargoed.isEmpty() && planned.isEmpty();
  }
}
