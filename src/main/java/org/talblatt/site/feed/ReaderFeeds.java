package org.talblatt.site.feed;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Contribution;
import org.talblatt.discussion.Contributions;
import org.talblatt.identity.ReaderProfile;
import org.talblatt.identity.ReaderProfiles;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.Messages;

/**
 * The newest comments of a reader: {@code /leser/Berta/feed}. Who hides their page has none either.
 */
@Component
class ReaderFeeds implements PageRoute {
  private static final String START = "/leser/";
  private static final String END = "/feed";

  /** A name of 30 characters of four bytes, each written as %XX. */
  private static final int LONGEST = 30 * 12;

  private static final int MOST = 50;

  /** An article that comes back into sight brings comments back; nothing else tells this feed. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final ReaderProfiles profiles;
  private final Contributions contributions;
  private final Papers papers;
  private final Links links;
  private final Clock clock;

  ReaderFeeds(
      ReaderProfiles profiles,
      Contributions contributions,
      Papers papers,
      Settings settings,
      Clock clock) {
    this.profiles = profiles;
    this.contributions = contributions;
    this.papers = papers;
    this.links = settings.links();
    this.clock = clock;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of();
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(START)
        && path.endsWith(END)
        && path.indexOf('/', START.length()) == path.length() - END.length()
        && path.length() > START.length() + END.length();
  }

  @Override
  public Page render(PageAddress address) {
    String name = name(address.path());
    ReaderProfile profile = profiles.named(name).orElseThrow(Failure::notFound);
    Set<String> tags =
        Set.of("reader:" + profile.account(), "account:" + profile.account(), "paper");
    if (!name.equals(profile.name())) {
      return Page.moved(Links.readerFeed(profile.name()), tags);
    }
    if (profile.hidden()) {
      throw Failure.notFound();
    }
    return feed(profile, tags);
  }

  private Page feed(ReaderProfile profile, Set<String> readerTags) {
    List<Contribution> newest = contributions.published(profile.account(), null, MOST);
    Messages words = Messages.of(papers.current().language());
    AtomFeed feed =
        new AtomFeed(
            words.get("notification.feed-reader", profile.name()),
            words.language(),
            links.absolute(Links.readerFeed(profile.name())),
            links.absolute(Links.reader(profile.name())),
            profile.since(),
            newest.stream().map(each -> entry(profile, each, words)).toList());
    Set<String> tags = new HashSet<>(readerTags);
    newest.forEach(each -> tags.add("article:" + each.id().article()));
    return Page.document(AtomFeed.TYPE, feed.xml(), tags).until(clock.instant().plus(FRESH));
  }

  private AtomFeed.Entry entry(ReaderProfile profile, Contribution said, Messages words) {
    return new AtomFeed.Entry(
        links.absolute(said.path()),
        words.get("notification.feed-entry", String.valueOf(said.headline())),
        profile.name(),
        links.absolute(Links.reader(profile.name())),
        said.at(),
        said.at(),
        said.html(),
        null);
  }

  private static String name(String path) {
    String written = path.substring(START.length(), path.length() - END.length());
    if (written.length() > LONGEST) {
      throw Failure.notFound();
    }
    return URLDecoder.decode(written, StandardCharsets.UTF_8);
  }
}
