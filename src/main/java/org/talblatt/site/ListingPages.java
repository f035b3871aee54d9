package org.talblatt.site;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.identity.FirstAdministrator;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Paper;
import org.talblatt.platform.page.Page;
import org.talblatt.platform.page.PageAddress;
import org.talblatt.platform.page.PageRoute;
import org.talblatt.platform.text.FeedLink;
import org.talblatt.platform.text.SafeHtml;
import talblatt.template.Templates;

/** The pages that list stories: the front page, and each section's with older ones behind it. */
@Component
class ListingPages implements PageRoute {
  private static final Pattern SECTION = Pattern.compile("/[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

  private final Sections sections;
  private final Listings listings;
  private final Frames frames;
  private final Templates templates;
  private final FirstAdministrator administrator;

  ListingPages(
      Sections sections,
      Listings listings,
      Frames frames,
      Templates templates,
      FirstAdministrator administrator) {
    this.sections = sections;
    this.listings = listings;
    this.frames = frames;
    this.templates = templates;
    this.administrator = administrator;
  }

  @Override
  public Set<String> queryNames() {
    return Set.of("seite");
  }

  @Override
  public boolean owns(String path) {
    return path.equals("/")
        || (SECTION.matcher(path).matches() && !Sections.reserved(path.substring(1)));
  }

  @Override
  public Page render(PageAddress address) {
    String page = address.parameter("seite");
    if (page != null && (address.path().equals("/") || page.equals("1"))) {
      return Page.moved(address.path(), Set.of("paper"));
    }
    return address.path().equals("/") ? home() : section(address.path().substring(1), page);
  }

  private Page home() {
    Paper paper = frames.paper();
    Frame frame = frames.frame(paper.language(), "", paper.motto(), "/", "");
    if (sections.all().isEmpty()) {
      return Page.html(
          templates.siteOpening(frame, administrator.missing()).render(),
          Set.of("home", "front", "paper"));
    }
    FrontPage listing = listings.home(frames.times(paper.language()));
    return listings.until(page(listing, frame, "home"), listing, null);
  }

  private Page section(String slug, @org.jspecify.annotations.Nullable String page) {
    if (page != null && !NUMBER.matcher(page).matches()) {
      throw Failure.notFound();
    }
    int number = page == null ? 1 : Integer.parseInt(page);
    Section section = sections.find(slug).orElseThrow(Failure::notFound);
    FrontPage listing =
        listings
            .section(section, number, frames.times(section.language()))
            .orElseThrow(Failure::notFound);
    Frame frame =
        frames.frame(
            section.language(), section.name(), "", listing.pages().path(number), section.path());
    return listings.until(page(listing, frame, "section:" + slug), listing, slug);
  }

  private Page page(FrontPage listing, Frame frame, String tag) {
    boolean section = tag.startsWith("section:");
    String feed = section ? frame.current() + "/feed" : "/feed";
    String title = frame.paper().name() + (section ? ": " + listing.heading() : "");
    Frame ofDay =
        frame
            .ofDay(listing.times().day(listing.now()))
            .withHead(FeedLink.after(SafeHtml.EMPTY, title, feed));
    return Page.html(templates.siteListing(ofDay, listing).render(), Set.of(tag, "front", "paper"));
  }
}
