package org.talblatt.widget;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.article.Sections;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** Draws the administration's pages of the sites. */
@Component
class SiteScreens {
  private static final int MOST_PAGES = 200;

  private static final Map<String, String> NOTES =
      Map.of(
          "gespeichert", "widget.done-saved",
          "entfernt", "widget.done-removed",
          "zurueckgezogen", "widget.done-withdrawn",
          "anmeldung", "widget.done-sign-on");

  private final Sites sites;
  private final TalkedPages talked;
  private final Sections sections;
  private final SignOn signOn;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;
  private final Clock clock;

  SiteScreens(
      Sites sites,
      TalkedPages talked,
      Sections sections,
      SignOn signOn,
      IdentityFrames frames,
      Templates templates,
      Settings settings,
      Clock clock) {
    this.sites = sites;
    this.talked = talked;
    this.sections = sections;
    this.signOn = signOn;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What a page says besides.
   *
   * @param done a word of an address; empty for nothing
   * @param form as typed, where it was refused
   */
  record Shown(
      String done, @Nullable String secret, @Nullable Failure refused, @Nullable SiteForm form) {
    static Shown note(String done) {
      return new Shown(done, null, null, null);
    }

    static Shown secret(String secret) {
      return new Shown("", secret, null, null);
    }

    static Shown refused(Failure refused, @Nullable SiteForm form) {
      return new Shown("", null, refused, form);
    }
  }

  ResponseEntity<String> list(
      Reader reader, SiteForm form, String done, @Nullable Failure refused) {
    Messages words = Messages.of(reader.language());
    List<SitesView.Line> lines =
        sites.all().stream()
            .map(
                site ->
                    new SitesView.Line(site.slug(), site.name(), String.join(", ", site.origins())))
            .toList();
    SitesView view = new SitesView(lines, sections.all(), form, problem(refused, words));
    return IdentityFrames.answer(
        refused == null ? 200 : refused.kind().status(),
        templates
            .widgetSites(frames.frame(reader, "widget.admin"), view, note(done, words))
            .render());
  }

  ResponseEntity<String> site(Reader reader, String slug, Shown shown) {
    Site site =
        sites.all().stream()
            .filter(each -> each.slug().equals(slug))
            .findFirst()
            .orElseThrow(Failure::notFound);
    Messages words = Messages.of(reader.language());
    SiteView view =
        new SiteView(
            slug,
            site.name(),
            shown.form() == null ? SiteForm.of(site) : shown.form(),
            sections.all(),
            signs(site, words),
            !(site.signOn() instanceof SignOnKey.None),
            shown.secret(),
            snippet(site),
            words.get("widget.admin-token-text", site.slug(), signOn.audience()),
            pages(site, words));
    return IdentityFrames.answer(
        shown.refused() == null ? 200 : shown.refused().kind().status(),
        templates
            .widgetSite(
                frames.frame(reader, "widget.admin"),
                view,
                note(shown.done(), words),
                problem(shown.refused(), words))
            .render());
  }

  private String signs(Site site, Messages words) {
    return switch (site.signOn()) {
      case SignOnKey.None none -> words.get("widget.admin-sign-on-none");
      case SignOnKey.Shared shared -> {
        Instant until = shared.formerUntil();
        String secret = words.get("widget.admin-sign-on-secret");
        yield until == null || until.isBefore(clock.instant())
            ? secret
            : secret
                + " "
                + words.get(
                    "widget.admin-sign-on-former",
                    new Times(settings.zone(), words.locale()).brief(until));
      }
      case SignOnKey.Public known ->
          words.get(
              "widget.admin-sign-on-keys",
              known.keys().getKeys().size(),
              SignOnKeys.described(known.keys()));
    };
  }

  private List<SiteView.Page> pages(Site site, Messages words) {
    return talked.newest(site.slug(), MOST_PAGES).stream()
        .map(
            page ->
                new SiteView.Page(
                    page.article().toString(),
                    page.address(),
                    page.headline(),
                    page.withdrawn(),
                    words.get("widget.admin-comments", page.comments())))
        .toList();
  }

  /** What the site's makers copy; without JavaScript the link inside is what readers see. */
  private String snippet(Site site) {
    String address = settings.links().absolute("/einbettung/" + site.slug());
    String origin = site.origins().getFirst();
    return """
        <script async src="%s"></script>
        <talblatt-discussion site="%s" article-key="" headline="">
          <a href="%s?adresse=%s/…">%s</a>
        </talblatt-discussion>
        """
        .formatted(
            settings.links().absolute(WidgetScript.PATH),
            site.slug(),
            address,
            origin,
            frames.paperName());
  }

  private static @Nullable String note(String done, Messages words) {
    String key = NOTES.get(done);
    return key == null ? null : words.get(key);
  }

  private static @Nullable String problem(@Nullable Failure refused, Messages words) {
    return refused == null ? null : words.get(refused.key(), refused.arguments());
  }
}
