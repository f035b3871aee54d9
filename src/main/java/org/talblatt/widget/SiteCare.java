package org.talblatt.widget;

import com.nimbusds.jose.jwk.JWKSet;
import java.security.SecureRandom;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Publishing;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Token;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.page.PageChanges;

/** The door to which sites may show the talk, and by whose word their readers are let in. */
@Service
public class SiteCare {
  private final Sites sites;
  private final TalkedPages talked;
  private final Sections sections;
  private final Publishing publishing;
  private final AuditLog log;
  private final PageChanges pages;
  private final SecureRandom random;

  SiteCare(
      Sites sites,
      TalkedPages talked,
      Sections sections,
      Publishing publishing,
      AuditLog log,
      PageChanges pages,
      SecureRandom random) {
    this.sites = sites;
    this.talked = talked;
    this.sections = sections;
    this.publishing = publishing;
    this.log = log;
    this.pages = pages;
    this.random = random;
  }

  /** Lets a site show the talk. */
  @Transactional
  public void add(SiteForm form, Actor by) {
    Site site = checked(form);
    if (!sites.insert(site)) {
      throw Failure.invalid("kuerzel", "widget.slug-taken");
    }
    note(by, "widget.site-added", site.slug(), details(site));
  }

  /** Changes what is allowed to it; the short name stays. */
  @Transactional
  public void change(SiteForm form, Actor by) {
    Site site = checked(form);
    must(sites.update(site));
    note(by, "widget.site-changed", site.slug(), details(site));
  }

  /**
   * A new secret to sign with, the only time it is known; the one before is good for another day.
   */
  @Transactional
  public String newSecret(String slug, Actor by) {
    // its signs themselves are the key: so does every JWT library take it
    String secret = Token.random(random).secret();
    must(sites.putSecret(slug, secret));
    note(by, "widget.sign-on-changed", slug, "HS256");
    return secret;
  }

  /** Public keys to check by, in place of what was there. */
  @Transactional
  public void useKeys(String slug, String typed, Actor by) {
    JWKSet keys = SignOnKeys.parse(typed);
    must(sites.putKeys(slug, keys.toString(true)));
    note(by, "widget.sign-on-changed", slug, SignOnKeys.described(keys));
  }

  /** From now on nobody signs for the site's readers. */
  @Transactional
  public void endSignOn(String slug, Actor by) {
    must(sites.putKeys(slug, null));
    note(by, "widget.sign-on-changed", slug, "–");
  }

  /** The site shows the talk no more; what was written stays on file. */
  @Transactional
  public void remove(String slug, Actor by) {
    must(sites.delete(slug));
    note(by, "widget.site-removed", slug, "");
  }

  /** Takes the talk under one page away: as a withdrawn article it answers 410. */
  @Transactional
  public void withdraw(String slug, ArticleId article, Actor by) {
    must(talked.holds(slug, article));
    publishing.withdraw(article);
    note(by, "widget.page-withdrawn", slug, article.toString());
  }

  private Site checked(SiteForm form) {
    Site site = form.site();
    if (sections.find(site.section()).isEmpty()) {
      throw Failure.invalid("ressort", "article.section-unknown", site.section());
    }
    return site;
  }

  private static void must(boolean found) {
    if (!found) {
      throw Failure.notFound();
    }
  }

  private void note(Actor by, String what, String slug, String details) {
    log.record(AuditEntry.of(by, what, slug, details));
    pages.changed(Sites.TAG, "widget:" + slug);
  }

  private static String details(Site site) {
    return site.name()
        + " · "
        + String.join(", ", site.origins())
        + " · "
        + site.section()
        + (site.pagesSigned() ? " · signed" : "");
  }
}
