package org.talblatt.site.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.ArticleAddresses;
import org.talblatt.article.Articles;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;

/**
 * What search engines read: {@code /sitemap.xml} with everything, in parts where it is much, {@code
 * /sitemap-news.xml} with the last two days, {@code /robots.txt}.
 */
@Component
class Sitemaps implements PageRoute {
  private static final String ALL = "/sitemap.xml";
  private static final String NEWS = "/sitemap-news.xml";
  private static final String ROBOTS = "/robots.txt";
  private static final String PART = "teil";

  /** So many numbers a part; the protocol allows 50,000 addresses. */
  private static final long IN_A_PART = 5_000;

  /** What search engines take for news, and how much of it. */
  private static final Duration NEW = Duration.ofDays(2);

  private static final int MOST_NEWS = 1_000;

  private final ArticleAddresses addresses;
  private final Articles articles;
  private final Sections sections;
  private final Papers papers;
  private final Links links;
  private final Clock clock;

  Sitemaps(
      ArticleAddresses addresses,
      Articles articles,
      Sections sections,
      Papers papers,
      Settings settings,
      Clock clock) {
    this.addresses = addresses;
    this.articles = articles;
    this.sections = sections;
    this.papers = papers;
    this.links = settings.links();
    this.clock = clock;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of(PART);
  }

  @Override
  public boolean owns(String path) {
    return path.equals(ALL) || path.equals(NEWS) || path.equals(ROBOTS);
  }

  @Override
  public Page render(PageAddress address) {
    String part = address.parameter(PART);
    return switch (address.path()) {
      case ALL -> part == null ? all() : part(part);
      case NEWS -> news();
      default -> robots();
    };
  }

  private Page all() {
    long parts = parts();
    return xml(
        parts == 1
            ? SitemapXml.addresses(Stream.concat(pages(), numbered(1)).toList())
            : SitemapXml.index(
                LongStream.rangeClosed(1, parts)
                    .mapToObj(number -> links.absolute(ALL + "?" + PART + "=" + number))
                    .toList()));
  }

  private Page part(String written) {
    if (!written.matches("[1-9][0-9]{0,9}") || Long.parseLong(written) > parts()) {
      throw Failure.notFound();
    }
    long number = Long.parseLong(written);
    Stream<SitemapXml.Place> first = number == 1 ? pages() : Stream.empty();
    return xml(SitemapXml.addresses(Stream.concat(first, numbered(number)).toList()));
  }

  private long parts() {
    return Math.max(1, Math.ceilDiv(addresses.highest(), IN_A_PART));
  }

  private Stream<SitemapXml.Place> pages() {
    return Stream.concat(Stream.of("/"), sections.all().stream().map(Section::path))
        .map(path -> new SitemapXml.Place(links.absolute(path), null, null));
  }

  private Stream<SitemapXml.Place> numbered(long part) {
    return addresses.numbered((part - 1) * IN_A_PART + 1, part * IN_A_PART).stream()
        .map(each -> new SitemapXml.Place(links.absolute(each.path()), each.updatedAt(), null));
  }

  private Page news() {
    Instant now = clock.instant();
    String name = papers.current().name();
    List<ArticleAddresses.Address> newest = addresses.since(now.minus(NEW), MOST_NEWS);
    Instant leaves = newest.isEmpty() ? null : newest.getLast().publishedAt().plus(NEW);
    return xml(SitemapXml.addresses(
            newest.stream()
                .map(
                    each ->
                        new SitemapXml.Place(
                            links.absolute(each.path()),
                            each.updatedAt(),
                            new SitemapXml.News(
                                name, each.language(), each.publishedAt(), each.headline())))
                .toList()))
        .until(leaves);
  }

  private Page xml(String document) {
    @Nullable Instant next = articles.nextAppearance(null);
    return Page.document("application/xml;charset=utf-8", document, Set.of("home", "paper"))
        .until(next);
  }

  private Page robots() {
    String text =
        """
        User-agent: *
        Disallow: /ich/
        Disallow: /konto
        Disallow: /anmelden
        Disallow: /redaktion
        Disallow: /moderation
        Disallow: /verwaltung

        Sitemap: %s
        Sitemap: %s
        """
            .formatted(links.absolute(ALL), links.absolute(NEWS));
    return Page.document("text/plain;charset=utf-8", text, Set.of("paper"));
  }
}
