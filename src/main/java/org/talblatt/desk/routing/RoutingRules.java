package org.talblatt.desk.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.paper.Papers;
import org.talblatt.platform.page.PageChanges;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Providers;
import org.talblatt.wire.Routing;
import org.talblatt.wire.WireFacts;
import org.talblatt.wire.WireRoute;

/**
 * What the rules in force say of an item: of section and action the first rule that names one, of
 * who may talk the strictest, of weight all together.
 */
@Component
class RoutingRules implements Routing {
  /** Pages under it are none: it tells nodes that rules or places changed. */
  static final String TAG = "routing";

  private static final int MOST_LIFT = 48;
  private static final List<String> STRICTER = List.of("", "members", "held", "closed");

  private final Rules rules;
  private final Sections sections;
  private final Providers providers;
  private final Papers papers;
  private final PageChanges pages;
  private final AtomicReference<@Nullable Book> kept = new AtomicReference<>();

  RoutingRules(
      Rules rules, Sections sections, Providers providers, Papers papers, PageChanges pages) {
    this.rules = rules;
    this.sections = sections;
    this.providers = providers;
    this.papers = papers;
    this.pages = pages;
  }

  /** All that is asked, as it was at a number of {@link PageChanges}. */
  private record Book(long number, List<Entry> rules, Radar radar, List<Section> sections) {}

  private record Entry(String name, Conditions conditions, Rule.Does does) {}

  @Override
  public WireRoute route(WireFacts facts) {
    Book book = book();
    List<Entry> fitting =
        book.rules().stream().filter(rule -> rule.conditions().fit(facts)).toList();
    Radar.Found near = book.radar().look(facts);
    return new WireRoute(
        section(book, fitting, facts),
        lift(fitting, near, facts),
        near.places(),
        fitting.stream()
            .map(rule -> rule.does().action())
            .filter(action -> action != WireRoute.Action.NONE)
            .findFirst()
            .orElse(WireRoute.Action.NONE),
        strictest(fitting),
        fitting.stream().map(Entry::name).toList());
  }

  private String section(Book book, List<Entry> fitting, WireFacts facts) {
    if (book.sections().isEmpty()) {
      return "";
    }
    return fitting.stream()
        .map(rule -> rule.does().section())
        .filter(Objects::nonNull)
        .filter(slug -> book.sections().stream().anyMatch(known -> known.slug().equals(slug)))
        .findFirst()
        .orElseGet(() -> usual(book, facts));
  }

  private String usual(Book book, WireFacts facts) {
    String ofProvider = providers.of(facts.provider()).section();
    return SectionRule.choose(facts.topics(), ofProvider, book.sections());
  }

  private static int lift(List<Entry> fitting, Radar.Found near, WireFacts facts) {
    int urgency = facts.urgency() == null ? 4 : facts.urgency();
    int sum = near.lift() + (urgency == 1 ? 12 : urgency == 2 ? 6 : 0);
    for (Entry rule : fitting) {
      sum += rule.does().lift();
    }
    return Math.clamp(sum, -MOST_LIFT, MOST_LIFT);
  }

  private static String strictest(List<Entry> fitting) {
    int most = 0;
    for (Entry rule : fitting) {
      most = Math.max(most, STRICTER.indexOf(rule.does().discussion()));
    }
    return STRICTER.get(most);
  }

  private Book book() {
    Book known = kept.get();
    if (known != null
        && pages.lastChange(TAG) <= known.number()
        && pages.lastChange("paper") <= known.number()) {
      return known;
    }
    long number = pages.number();
    Messages words = Messages.of(papers.current().language());
    List<Entry> entries = new ArrayList<>();
    for (Rule rule : rules.all()) {
      if (rule.active()) {
        entries.add(new Entry(rule.title(words), new Conditions(rule.fits()), rule.does()));
      }
    }
    Book book = new Book(number, entries, new Radar(rules.places()), sections.all());
    kept.set(book);
    return book;
  }
}
