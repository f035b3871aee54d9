package org.talblatt.identity;

import org.springframework.stereotype.Component;
import org.talblatt.paper.LegalTexts;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;

/** What the paper asks of who registers today. */
@Component
public class Agreements {
  private final LegalTexts texts;
  private final Papers papers;
  private final int age;

  Agreements(LegalTexts texts, Papers papers, Settings settings) {
    this.texts = texts;
    this.papers = papers;
    this.age = settings.minimumAge();
  }

  /** The wordings that the registration links to, in the paper's language. */
  public Agreement current() {
    Messages language = Messages.of(papers.current().language());
    return new Agreement(
        texts.edition(LegalTexts.Name.HAUSREGELN, language),
        texts.edition(LegalTexts.Name.DATENSCHUTZ, language),
        age);
  }

  /** How old somebody must be. */
  public int minimumAge() {
    return age;
  }
}
