package org.talblatt.wire;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the newsroom's rules where items belong, and keeps the answer. */
@Component
public class WireRouting {
  private final WireMarks marks;
  private final ObjectProvider<Routing> rules;

  WireRouting(WireMarks marks, ObjectProvider<Routing> rules) {
    this.marks = marks;
    this.rules = rules;
  }

  /** An item that is on file and what the rules look at. */
  public record Sight(WireEntry entry, WireFacts facts) {}

  /** A new item, or one that shows another version now. */
  void arrived(WireItemId id, WireItem item) {
    WireFacts facts = WireFacts.of(item);
    marks.find(id, item, facts);
    WireRoute route = ask(facts);
    marks.route(id, route);
    if (route.action() == WireRoute.Action.DISCARD) {
      marks.discard(id, String.join(", ", route.rules()));
    }
  }

  /** The newest items, for a rule that is tried. */
  @Transactional(readOnly = true)
  public List<Sight> newest(int limit) {
    return marks.newest(limit).stream()
        .map(known -> new Sight(known.entry(), known.facts()))
        .toList();
  }

  /**
   * Asks about waiting items that nobody asked about since something changed; only what is shown of
   * them changes, nothing goes out or away.
   *
   * @return how many there were
   */
  @Transactional
  public int askAgain(int limit) {
    List<WireMarks.Known> waiting = marks.unrouted(limit);
    for (WireMarks.Known known : waiting) {
      marks.route(known.entry().id(), ask(known.facts()).withoutAction());
    }
    return waiting.size();
  }

  /** The rules or the paper's places changed. */
  @Transactional
  public void changed() {
    marks.forgetRoutes();
  }

  private WireRoute ask(WireFacts facts) {
    Routing routing = rules.getIfAvailable();
    return routing == null ? WireRoute.NONE : routing.route(facts);
  }
}
