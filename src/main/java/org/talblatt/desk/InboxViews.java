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
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;
import org.talblatt.wire.WireList;

/** Puts together what the inbox' pages show. */
@Component
class InboxViews {
  private static final int ROWS = 40;
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
  private final Desk desk;
  private final Sections sections;
  private final Settings settings;

  InboxViews(Wire wire, Desk desk, Sections sections, Settings settings) {
    this.wire = wire;
    this.desk = desk;
    this.sections = sections;
    this.settings = settings;
  }

  /** A list from its newest on, or from behind an item on. */
  InboxView list(
      Messages messages,
      WireList list,
      @Nullable WireItemId after,
      @Nullable WireItemId done,
      @Nullable String problem) {
    List<WireEntry> found = wire.list(list, after, ROWS + 1);
    List<Section> all = sections.all();
    Map<WireItemId, String> paths = desk.paths(found);
    List<InboxView.Row> rows =
        found.stream().limit(ROWS).map(entry -> row(entry, "", all, paths)).toList();
    String next = found.size() > ROWS ? path(list) + "&nach=" + rows.getLast().entry().id() : null;
    InboxView.Row doneRow =
        done == null ? null : wire.find(done).map(entry -> row(entry, all)).orElse(null);
    return new InboxView(
        list, rows, tabs(messages, list), all, next, doneRow, problem, times(messages));
  }

  /** The lists, with how many are on those that ask for work; refused files last. */
  List<InboxView.Tab> tabs(Messages messages, @Nullable WireList current) {
    List<InboxView.Tab> tabs = new ArrayList<>();
    for (WireList list : LISTS) {
      String name = messages.get("desk.list." + list.name().toLowerCase(Locale.ROOT));
      String count = WAITING.contains(list) ? count(wire.count(list)) : "";
      tabs.add(new InboxView.Tab(name, path(list), count, list == current));
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
  ItemView item(Messages messages, WireEntry entry, String chosen, @Nullable String problem) {
    WireItem item = wire.newest(entry.id());
    List<Section> all = sections.all();
    return new ItemView(
        row(entry, chosen, all, desk.paths(List.of(entry))),
        item,
        facts(messages, item),
        all,
        problem,
        times(messages));
  }

  Times times(Messages messages) {
    return new Times(settings.zone(), messages.locale());
  }

  private InboxView.Row row(WireEntry entry, List<Section> all) {
    return row(entry, "", all, desk.paths(List.of(entry)));
  }

  private static InboxView.Row row(
      WireEntry entry, String chosen, List<Section> all, Map<WireItemId, String> paths) {
    String section =
        !chosen.isEmpty() ? chosen : all.isEmpty() ? "" : SectionRule.choose(entry.codes(), all);
    return new InboxView.Row(entry, section, paths.get(entry.id()));
  }

  private static String path(WireList list) {
    return InboxPages.PATH + "?liste=" + list.name().toLowerCase(Locale.ROOT);
  }

  private List<ItemView.Fact> facts(Messages messages, WireItem item) {
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
    fact(facts, messages, "topics", names(item.topics()));
    fact(facts, messages, "places", names(item.places()));
    fact(facts, messages, "rights", item.rights());
    return facts;
  }

  private static void fact(List<ItemView.Fact> facts, Messages messages, String key, String value) {
    if (!value.isEmpty()) {
      facts.add(new ItemView.Fact(messages.get("desk.fact." + key), value));
    }
  }

  private String moment(Messages messages, @Nullable OffsetDateTime moment) {
    return moment == null ? "" : times(messages).full(moment.toInstant());
  }

  private static String names(List<WireItem.Topic> topics) {
    return topics.stream()
        .map(topic -> topic.name().isEmpty() ? topic.code() : topic.name())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
