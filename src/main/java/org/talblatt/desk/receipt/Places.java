package org.talblatt.desk.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Links;

/** Looks at each place where an article stood, as a reader would, until it has gone from there. */
@Component
class Places {
  /** So long a place may take; what is still there then is said so. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int SMALL = 320;
  private static final Pattern PICTURE = Pattern.compile("data-picture=\"([1-9][0-9]{0,17})\"");

  /** Where the paper's hand doesn't reach, named in the messages. */
  private static final List<String> BEYOND =
      List.of("browsers", "feed-readers", "mails", "search-engines");

  private final ArticlesOnFile articles;
  private final Receipts receipts;
  private final OwnSite site;
  private final Cdn cdn;
  private final Clock clock;

  Places(ArticlesOnFile articles, Receipts receipts, OwnSite site, Cdn cdn, Clock clock) {
    this.articles = articles;
    this.receipts = receipts;
    this.site = site;
    this.cdn = cdn;
    this.clock = clock;
  }

  /** What is found, place by place. */
  List<Receipt.Line> look(Receipt receipt) {
    ArticleId id = receipt.article();
    Draft draft = articles.find(id).orElseThrow().draft();
    List<Receipt.Line> lines = new ArrayList<>();
    own(receipt).forEach(place -> lines.add(gone(place)));
    pictures(draft).forEach(picture -> lines.add(gone(picture)));
    listings(draft.section()).forEach(place -> absent(place, id).ifPresent(lines::add));
    lines.add(otherNodes(receipt));
    lines.add(cdn(lines));
    if (receipt.wasPublic()) {
      BEYOND.forEach(place -> lines.add(line(place, "", Receipt.Outcome.BEYOND, "")));
    }
    return lines;
  }

  private record Place(String name, String path) {}

  private static List<Place> own(Receipt receipt) {
    ArticleId id = receipt.article();
    String api = "/api/v1/articles/" + id;
    return List.of(
        new Place("page", receipt.path()),
        new Place("short", Links.article(id)),
        new Place("api", api),
        new Place("version", Links.wording(id, 1)),
        new Place("talk", api + "/comments"),
        new Place("talk-feed", Links.commentsFeed(id)));
  }

  private List<Place> pictures(Draft draft) {
    TreeSet<Long> ids = new TreeSet<>();
    if (draft.picture() != null) {
      ids.add(draft.picture().value());
    }
    Matcher figures = PICTURE.matcher(draft.body().html());
    while (figures.find()) {
      ids.add(Long.parseLong(figures.group(1)));
    }
    return receipts.pictures(ids).stream()
        .map(picture -> new Place("picture", picture.address(SMALL)))
        .toList();
  }

  private static List<Place> listings(String section) {
    return Stream.of(
            new Place("home", "/"),
            new Place("section", Links.section(section)),
            new Place("feed", "/feed"),
            new Place("feed", Links.section(section) + "/feed"),
            new Place("corrections", "/korrekturen"),
            new Place("sitemap", "/sitemap.xml"),
            new Place("sitemap", "/sitemap-news.xml"),
            new Place("api", "/api/v1/articles?limit=100"),
            new Place("api", "/api/v1/articles?limit=100&section=" + section))
        .toList();
  }

  private Receipt.Line gone(Place place) {
    OwnSite.Answer answer = patiently(place, found -> found.status() >= 400);
    return line(
        place.name(),
        place.path(),
        answer.status() >= 400 ? Receipt.Outcome.GONE : Receipt.Outcome.THERE,
        Integer.toString(answer.status()));
  }

  /** Nothing where the paper has no such list. */
  private Optional<Receipt.Line> absent(Place place, ArticleId id) {
    Pattern link = Pattern.compile("(?:/[a-z0-9-]*-|/artikel/)" + id + "(?=[\"'?#<&/\\s])");
    OwnSite.Answer answer = patiently(place, found -> !link.matcher(found.body()).find());
    boolean there = link.matcher(answer.body()).find();
    return answer.status() == 404
        ? Optional.empty()
        : Optional.of(
            line(
                place.name(),
                place.path(),
                there ? Receipt.Outcome.THERE : Receipt.Outcome.GONE,
                ""));
  }

  private OwnSite.Answer patiently(Place place, Predicate<OwnSite.Answer> good) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    OwnSite.Answer answer = site.get(place.path());
    while (!good.test(answer) && System.nanoTime() < end) {
      site.pause();
      answer = site.get(place.path());
    }
    return answer;
  }

  /** A node that doesn't hear shows nothing from its memory until it has read what it missed. */
  private Receipt.Line otherNodes(Receipt receipt) {
    Instant told =
        receipts.told("article:" + receipt.article(), receipt.arrived()).orElse(clock.instant());
    return new Receipt.Line("nodes", "", Receipt.Outcome.TOLD, told, "");
  }

  private Receipt.Line cdn(List<Receipt.Line> lines) {
    List<String> paths =
        lines.stream().map(Receipt.Line::target).filter(p -> !p.isEmpty()).toList();
    Cdn.Answer answer = cdn.purge(paths);
    return switch (answer) {
      case Cdn.None none -> line("no-cdn", "", Receipt.Outcome.TOLD, "");
      case Cdn.Purged purged -> line("cdn", purged.host(), Receipt.Outcome.TOLD, "");
      case Cdn.Refused refused ->
          line("cdn", refused.host(), Receipt.Outcome.THERE, refused.reason());
    };
  }

  private Receipt.Line line(String place, String target, Receipt.Outcome outcome, String detail) {
    return new Receipt.Line(place, target, outcome, clock.instant(), detail);
  }
}
