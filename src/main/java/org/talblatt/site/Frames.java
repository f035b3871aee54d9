package org.talblatt.site;

import org.springframework.stereotype.Component;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Paper;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.platform.text.Times;

/** Puts masthead, sections and head around public pages. */
@Component
class Frames {
  private final Papers papers;
  private final Sections sections;
  private final Settings settings;

  Frames(Papers papers, Sections sections, Settings settings) {
    this.papers = papers;
    this.sections = sections;
    this.settings = settings;
  }

  /** The frame of the page at {@code path}, in this language. */
  Frame frame(String language, String title, String description, String path, String section) {
    return new Frame(
        papers.current(),
        Messages.of(language),
        title,
        description,
        settings.links().absolute(path),
        "",
        sections.all().stream().map(Frames::item).toList(),
        section,
        Frame.Card.WEBSITE,
        SafeHtml.EMPTY);
  }

  /** The frame of a public page that search engines shall leave alone, in the paper's language. */
  Frame unlisted(String title) {
    Paper paper = papers.current();
    return new Frame(
        paper,
        Messages.of(paper.language()),
        title,
        "",
        null,
        "",
        sections.all().stream().map(Frames::item).toList(),
        "",
        null,
        SafeHtml.EMPTY);
  }

  Paper paper() {
    return papers.current();
  }

  Times times(String language) {
    return new Times(settings.zone(), Messages.of(language).locale());
  }

  private static Frame.Item item(Section section) {
    return new Frame.Item(section.name(), section.path());
  }
}
