package org.talblatt.desk;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Sections;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.MediaTopics;
import org.talblatt.wire.Providers;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireFilter;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;
import org.talblatt.wire.WireList;
import org.talblatt.wire.WireRoute;
import org.talblatt.wire.WireSearch;

/** Puts together what the inbox' pages show. */
@Component
class InboxViews {
  private static final int ROWS = 40;

  /** So many pages are looked through for what belongs to a few sections. */
  private static final int LOOKS = 10;

  private static final String ALL = "&umfang=alles";
  private static final List<WireList> LISTS =
      List.of(
          WireList.INBOX,
          WireList.TICKER,
          WireList.PUBLISHED,
          WireList.OTHER,
          WireList.CANCELED,
          WireList.DISCARDED);

  private static final Set<WireList> WAITING =
      EnumSet.of(WireList.INBOX, WireList.TICKER, WireList.OTHER);

  private final Wire wire;
  private final WireSearch search;
  private final Desk desk;
  private final Sections sections;
  private final Providers providers;
  private final Settings settings;

  InboxViews(
      Wire wire,
      WireSearch search,
      Desk desk,
      Sections sections,
      Providers providers,
      Settings settings) {
    this.wire = wire;
    this.search = search;
    this.desk = desk;
    this.sections = sections;
    this.providers = providers;
    this.settings = settings;
  }

  /**
   * A list from its newest on, or from behind an item on. Who edits some sections sees what belongs
   * to them.
   */
  InboxView list(Messages messages, Asked asked, @Nullable WireItemId done, Reader reader) {
    WireList list = asked.list();
    InboxFilter filter = asked.filter();
    Beat beat = beat(reader);
    boolean part = !beat.whole() && !asked.all();
    Found found = find(asked, beat, part);
    String address = path(list) + filter.query() + (asked.all() && !beat.whole() ? ALL : "");
    String next = found.last() == null ? null : address + "&nach=" + found.last();
    InboxView.Row doneRow =
        done == null ? null : wire.find(done).map(entry -> row(entry, beat)).orElse(null);
    return new InboxView(
        list,
        found.rows(),
        tabs(messages, list, part, filter),
        beat.own(),
        part ? beat.part(messages) : null,
        beat.whole() ? null : path(list) + filter.query() + (part ? ALL : ""),
        next,
        doneRow,
        filter,
        choices(messages),
        asked.after() == null ? search.stand() : null,
        times(messages));
  }

  /**
   * What somebody wants to look at.
   *
   * @param all whether what isn't theirs, too
   * @param after only what comes behind this one
   */
  record Asked(WireList list, boolean all, InboxFilter filter, @Nullable WireItemId after) {
    boolean ranked() {
      return list == WireList.INBOX && !filter.newest();
    }
  }

  private InboxView.Choices choices(Messages messages) {
    return new InboxView.Choices(
        search.providers(),
        sections.all(),
        MediaTopics.tops().stream()
            .map(code -> MediaTopics.name(code, messages.language()).orElse(code))
            .toList());
  }

  /**
   * @param last behind which further ones may be; null at the end
   */
  private record Found(List<InboxView.Row> rows, @Nullable WireItemId last) {}

  /** Where few items are theirs, a page ends after so many that aren't. */
  private Found find(Asked asked, Beat beat, boolean part) {
    List<InboxView.Row> rows = new ArrayList<>();
    WireFilter wanted = asked.filter().wanted();
    WireItemId last = asked.after();
    for (int look = 0; look < LOOKS; look++) {
      List<WireEntry> some = search.list(asked.list(), wanted, asked.ranked(), last, ROWS + 1);
      Map<WireItemId, String> paths = desk.paths(some);
      for (WireEntry entry : some.subList(0, Math.min(ROWS, some.size()))) {
        if (rows.size() == ROWS) {
          return new Found(rows, last);
        }
        String path = paths.get(entry.id());
        if (!part || beat.holds(beat.section(entry, path))) {
          rows.add(beat.row(entry, "", path));
        }
        last = entry.id();
      }
      if (some.size() <= ROWS) {
        return new Found(rows, null);
      }
      if (!part) {
        return new Found(rows, last);
      }
    }
    return new Found(rows, last);
  }

  /**
   * The lists, with how many are on those that ask for work; refused files last.
   *
   * @param part whether only a part of them is shown: then nobody counts
   */
  List<InboxView.Tab> tabs(
      Messages messages, @Nullable WireList current, boolean part, InboxFilter filter) {
    List<InboxView.Tab> tabs = new ArrayList<>();
    for (WireList list : LISTS) {
      String name = messages.get("desk.list." + list.name().toLowerCase(Locale.ROOT));
      String count = WAITING.contains(list) && !part ? count(wire.count(list)) : "";
      tabs.add(new InboxView.Tab(name, path(list) + filter.query(), count, list == current));
    }
    tabs.add(
        new InboxView.Tab(
            messages.get("desk.list.refused"),
            InboxPages.PATH + "/dateien",
            count(wire.countRefused()),
            current == null));
    return tabs;
  }

  private static String count(int number) {
    return number < Wire.MOST_COUNTED ? Integer.toString(number) : number - 1 + "+";
  }

  /** One item in full; {@code chosen} is the section that the editor just chose, or empty. */
  ItemView item(
      Messages messages, WireEntry entry, String chosen, @Nullable String problem, Reader reader) {
    WireItem item = wire.newest(entry.id());
    Beat beat = beat(reader);
    return new ItemView(
        beat.row(entry, chosen, desk.paths(List.of(entry)).get(entry.id())),
        item,
        facts(messages, entry, item),
        beat.own(),
        problem,
        times(messages));
  }

  Times times(Messages messages) {
    return new Times(settings.zone(), messages.locale());
  }

  private Beat beat(Reader reader) {
    return new Beat(reader, sections.all(), providers);
  }

  private InboxView.Row row(WireEntry entry, Beat beat) {
    return beat.row(entry, "", desk.paths(List.of(entry)).get(entry.id()));
  }

  private static String path(WireList list) {
    return InboxPages.PATH + "?liste=" + list.name().toLowerCase(Locale.ROOT);
  }

  private List<ItemView.Fact> facts(Messages messages, WireEntry entry, WireItem item) {
    List<ItemView.Fact> facts = new ArrayList<>();
    fact(facts, messages, "provider", item.provider());
    fact(facts, messages, "guid", item.guid());
    fact(facts, messages, "version", Long.toString(item.version()));
    fact(facts, messages, "made", moment(messages, item.versionCreated()));
    fact(facts, messages, "urgency", item.urgency() == null ? "" : item.urgency().toString());
    fact(facts, messages, "status", item.status().name().toLowerCase(Locale.ROOT));
    fact(facts, messages, "signal", item.signal());
    fact(facts, messages, "embargo", moment(messages, item.embargo()));
    fact(facts, messages, "language", item.language());
    fact(facts, messages, "topics", names(messages, item.topics()));
    fact(facts, messages, "places", names(messages, item.places()));
    fact(facts, messages, "rights", item.rights());
    WireRoute route = entry.route();
    near(facts, messages, "inbox.fact-near", route.near());
    near(facts, messages, "inbox.fact-rules", route.rules());
    if (!route.discussion().isEmpty()) {
      String talk = messages.get("routing.does-talk-" + route.discussion());
      facts.add(new ItemView.Fact(messages.get("inbox.fact-talk"), talk));
    }
    return facts;
  }

  private static void near(
      List<ItemView.Fact> facts, Messages messages, String key, List<String> values) {
    if (!values.isEmpty()) {
      facts.add(new ItemView.Fact(messages.get(key), String.join(", ", values)));
    }
  }

  private static void fact(List<ItemView.Fact> facts, Messages messages, String key, String value) {
    if (!value.isEmpty()) {
      facts.add(new ItemView.Fact(messages.get("desk.fact." + key), value));
    }
  }

  private String moment(Messages messages, @Nullable OffsetDateTime moment) {
    return moment == null ? "" : times(messages).full(moment.toInstant());
  }

  /** As we call it, else as the agency does, else its code. */
  private static String names(Messages messages, List<WireItem.Topic> topics) {
    return topics.stream()
        .map(
            topic ->
                MediaTopics.name(topic.code(), messages.language())
                    .orElse(topic.name().isEmpty() ? topic.code() : topic.name()))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
