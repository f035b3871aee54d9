package org.talblatt.site;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.FirstAdministrator;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.paper.Paper;
import org.talblatt.paper.Papers;
import org.talblatt.platform.page.PageChanges;

/** Opens an empty paper: its first administrator, its name, its sections; all of it or nothing. */
@Component
class PaperOpening {
  private final FirstAdministrator administrator;
  private final Papers papers;
  private final Sections sections;
  private final AuditLog log;
  private final PageChanges pages;

  PaperOpening(
      FirstAdministrator administrator,
      Papers papers,
      Sections sections,
      AuditLog log,
      PageChanges pages) {
    this.administrator = administrator;
    this.papers = papers;
    this.sections = sections;
    this.log = log;
    this.pages = pages;
  }

  /** Refuses a wrong code, and every code once there is an administrator. */
  @Transactional
  AccountId open(String code, NewPaper paper, String block) {
    AccountId account = administrator.appoint(code, paper.administrator(), Actor.nobody(block));
    name(paper.paper(), paper.sections(), Actor.of(account, block));
    return account;
  }

  /**
   * Names a paper that has an administrator but no section yet.
   *
   * @throws Failure where somebody was faster
   */
  @Transactional
  void name(Paper paper, List<Section> all, Actor by) {
    if (!sections.all().isEmpty()) {
      throw Failure.notFound();
    }
    papers.change(paper, by);
    for (Section section : all) {
      sections.put(section);
      log.record(AuditEntry.of(by, "section.created", section.slug(), section.name()));
    }
    pages.changed("home", "paper");
  }
}
