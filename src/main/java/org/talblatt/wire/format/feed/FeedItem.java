package org.talblatt.wire.format.feed;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.Credit;
import org.talblatt.wire.format.FirstSentence;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Languages;
import org.talblatt.wire.format.Providers;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.Terms;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** One entry of a feed. */
final class FeedItem {
  private final Element item;
  private final Element feed;
  private final ItemBuilder wire = new ItemBuilder();

  FeedItem(Element item, Element feed) {
    this.item = item;
    this.feed = feed;
  }

  WireItem read() throws UnreadableWire {
    wire.guid = FeedIdentity.guid(item);
    wire.provider = provider();
    times();
    texts();
    categories();
    FeedPictures.read(item, wire);
    wire.rights = rights();
    String link = FeedIdentity.link(item);
    if (!link.isEmpty()) {
      wire.related.add(new WireItem.Related("alternate", link, ""));
    }
    return wire.build();
  }

  /** The house whose feed it is. */
  private String provider() {
    return Providers.of(
        Stream.of(FeedIdentity.link(feed), FeedIdentity.link(item), wire.guid)
            .filter(address -> address.startsWith("http"))
            .findFirst()
            .orElse(wire.guid),
        FeedIdentity.text(feed, "title"));
  }

  private void times() {
    @Nullable OffsetDateTime published =
        moment("pubDate", "published", "issued", "date", "created");
    @Nullable OffsetDateTime updated = moment("updated", "modified");
    wire.firstCreated = published;
    wire.versionCreated = updated == null ? published : updated;
    for (Element managed : Xml.children(item, "NewsManagement")) {
      wire.firstCreated = FeedMoments.of(Xml.text(managed, "published"));
      wire.versionCreated = FeedMoments.of(Xml.text(managed, "updated"));
    }
  }

  private @Nullable OffsetDateTime moment(String... names) {
    return Stream.of(names)
        .map(name -> FeedMoments.of(FeedIdentity.text(item, name)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void texts() {
    wire.headline = title();
    wire.byline = byline();
    @Nullable Element full = body();
    List<Element> summaries = summaries();
    @Nullable Element body = full == null && !summaries.isEmpty() ? summaries.getLast() : full;
    String teaser = summaries.isEmpty() ? "" : FeedText.plain(summaries.getFirst());
    wire.teaser = summaries.isEmpty() || summaries.getFirst().equals(body) ? "" : teaser;
    String html = body == null ? "" : FeedText.absolute(FeedText.html(body), base(body));
    StoryText.Story story =
        StoryText.of(html, List.of(wire.headline, wire.teaser, wire.byline), "");
    wire.story(story);
    wire.language = language(body);
    wire.credit = Credit.of("", story.agency(), FeedIdentity.text(item, "source"), List.of());
    if (wire.credit.isEmpty()) {
      wire.credit = Credit.spelling(wire.provider);
    }
    if (wire.headline.isEmpty()) {
      wire.headline = FirstSentence.of(story.body());
    }
  }

  private String title() {
    return Stream.concat(
            FeedIdentity.own(item, "title").stream(), Xml.children(item, "title").stream())
        .map(FeedText::plain)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** Full text: RSS's module, Atom's content, XHTML in an item; WENN sends it beside a stub. */
  private @Nullable Element body() {
    return Stream.of(
            Xml.all(item, "body").stream()
                .filter(body -> FeedIdentity.prefix(body).startsWith("wenn"))
                .toList(),
            Xml.children(item, "encoded"),
            FeedIdentity.own(item, "content"),
            Xml.children(item, "body"),
            Xml.children(item, "fullitem"))
        .flatMap(List::stream)
        .filter(text -> text.getAttribute("src").isBlank() && text.getAttribute("url").isBlank())
        .findFirst()
        .orElse(null);
  }

  private List<Element> summaries() {
    return Stream.of("summary", "description", "tagline")
        .flatMap(name -> FeedIdentity.own(item, name).stream())
        .filter(text -> !Xml.text(text).isEmpty())
        .toList();
  }

  /** A mail address is none, and stands behind the name. */
  private String byline() {
    return String.join(
        ", ",
        Stream.of("creator", "author")
            .flatMap(name -> FeedIdentity.own(item, name).stream())
            .map(
                author ->
                    Xml.child(author, "name") == null ? Xml.text(author) : Xml.text(author, "name"))
            .map(
                name ->
                    name.replaceAll("<?[^\\s<>()]+@[^\\s<>()]+>?", "")
                        .replaceAll("^[\\s(]+|[\\s)]+$", ""))
            .filter(name -> name.length() > 2 && name.contains(" "))
            .distinct()
            .toList());
  }

  private void categories() {
    for (Element category : Xml.children(item, "category")) {
      String term = category.getAttribute("term");
      String label = category.getAttribute("label");
      String name =
          Stream.of(label, term, Xml.text(category))
              .filter(t -> !t.isBlank())
              .findFirst()
              .orElse("");
      wire.topic("", name.strip());
    }
    FeedIdentity.own(item, "subject").forEach(subject -> wire.topic("", Xml.text(subject)));
    wire.urgency = Terms.urgency(FeedIdentity.text(item, "urgency"));
  }

  private String rights() {
    String own = FeedIdentity.text(item, "rights", "copyright");
    return own.isEmpty() ? FeedIdentity.text(feed, "rights", "copyright") : own;
  }

  private String language(@Nullable Element body) {
    return Stream.of(
            body == null ? "" : FeedIdentity.language(body),
            FeedIdentity.language(item),
            FeedIdentity.text(item, "language"),
            FeedIdentity.text(feed, "language"))
        .map(Languages::tag)
        .filter(tag -> !tag.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** {@code xml:base}, each under the one around it, else the entry's own page. */
  private String base(Element element) {
    String outer =
        element.getParentNode() instanceof Element parent ? base(parent) : FeedIdentity.link(item);
    String own = element.getAttribute("xml:base").strip();
    try {
      return own.isEmpty() ? outer : URI.create(outer).resolve(own).toString();
    } catch (IllegalArgumentException noAddress) {
      return outer;
    }
  }
}
