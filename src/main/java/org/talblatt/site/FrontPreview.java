package org.talblatt.site;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.talblatt.article.FrontEdition;
import org.talblatt.article.FrontPlans;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Frame;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The front page as it would stand if it were published now, made like the real one. */
@Controller
class FrontPreview {
  private final FrontPlans plans;
  private final Listings listings;
  private final Frames frames;
  private final Templates templates;

  FrontPreview(FrontPlans plans, Listings listings, Frames frames, Templates templates) {
    this.plans = plans;
    this.listings = listings;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping("/redaktion/titelseite/vorschau")
  ResponseEntity<String> preview(Reader reader) {
    FrontEdition edition = plans.prepared().orElseGet(plans::published);
    Times times = frames.times(frames.paper().language());
    FrontPage page = listings.home(times, edition.plan());
    Frame frame = frames.unlisted("").ofDay(times.day(page.now()));
    boolean publishes = reader.rights().everywhere(Role.EDITOR);
    return IdentityFrames.answer(
        200, templates.sitePreview(frame, page, edition, publishes).render());
  }
}
