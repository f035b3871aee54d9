package org.talblatt.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Contribution;
import org.talblatt.discussion.Contributions;
import org.talblatt.identity.ReaderProfile;
import org.talblatt.identity.ReaderProfiles;
import org.talblatt.paper.Frame;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.FeedLink;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.SafeHtml;
import talblatt.template.Templates;

/**
 * What everybody may know of a reader. Not for search engines: who looks for a person's name shall
 * not find at once all that they ever said; under the articles it is found anyway.
 */
@Component
class ReaderPages implements PageRoute {
  private static final String PATH = "/leser/";

  /** A name of 30 characters of four bytes, each written as %XX. */
  private static final int LONGEST = 30 * 12;

  /** An article that comes back into sight brings comments back; nothing else tells this page. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final ReaderProfiles profiles;
  private final Contributions contributions;
  private final Frames frames;
  private final Templates templates;
  private final Clock clock;

  ReaderPages(
      ReaderProfiles profiles,
      Contributions contributions,
      Frames frames,
      Templates templates,
      Clock clock) {
    this.profiles = profiles;
    this.contributions = contributions;
    this.frames = frames;
    this.templates = templates;
    this.clock = clock;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of(Cursor.NAME);
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(PATH)
        && path.length() > PATH.length()
        && path.indexOf('/', PATH.length()) < 0;
  }

  @Override
  public Page render(PageAddress address) {
    String name = name(address.path());
    ReaderProfile profile = profiles.named(name).orElseThrow(Failure::notFound);
    String before = address.parameter(Cursor.NAME);
    Set<String> tags =
        Set.of("reader:" + profile.account(), "account:" + profile.account(), "paper");
    if (!name.equals(profile.name())) {
      return Page.moved(Links.reader(profile.name()) + Cursor.query(before), tags);
    }
    if (profile.hidden() || profile.left()) {
      Frame frame = frames.unlisted(profile.name());
      return Page.html(404, templates.siteReaderHidden(frame, profile).render(), tags);
    }
    return page(profile, Cursor.of(before), tags);
  }

  private Page page(ReaderProfile profile, @Nullable CommentId behind, Set<String> readerTags) {
    List<Contribution> read =
        contributions.published(profile.account(), behind, Stretch.MOST_COMMENTS + 1);
    if (behind != null && read.isEmpty()) {
      throw Failure.notFound();
    }
    Stretch shown = Stretch.of(read);
    String language = frames.paper().language();
    ReaderView view =
        new ReaderView(
            profile, contributions.sum(profile.account()), shown, behind, frames.times(language));
    Set<String> tags = new HashSet<>(readerTags);
    shown.list().forEach(each -> tags.add("article:" + each.id().article()));
    Frame frame =
        frames
            .unlisted(profile.name())
            .withHead(
                FeedLink.after(
                    SafeHtml.EMPTY,
                    Messages.of(language).get("notification.feed-reader", profile.name()),
                    Links.readerFeed(profile.name())));
    return Page.html(templates.siteReader(frame, view).render(), tags)
        .until(clock.instant().plus(FRESH));
  }

  private static String name(String path) {
    if (path.length() > PATH.length() + LONGEST) {
      throw Failure.notFound();
    }
    return URLDecoder.decode(path.substring(PATH.length()), StandardCharsets.UTF_8);
  }
}
