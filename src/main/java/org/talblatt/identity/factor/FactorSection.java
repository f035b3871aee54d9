package org.talblatt.identity.factor;

import gg.jte.Content;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.talblatt.identity.ProofOffer;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SecuritySection;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** What other pages show of codes: the section under security, and the way to prove oneself. */
@Component
@Order(FactorSection.PLACE)
class FactorSection implements SecuritySection, ProofOffer {
  static final int PLACE = 10;

  private final Totps totps;
  private final Templates templates;
  private final Settings settings;

  FactorSection(Totps totps, Templates templates, Settings settings) {
    this.totps = totps;
    this.templates = templates;
    this.settings = settings;
  }

  @Override
  public Content section(Reader reader, Messages words) {
    Times times = new Times(settings.zone(), words.locale());
    String since = totps.since(reader.account()).map(times::day).orElse(null);
    FactorView view = new FactorView(since, totps.left(reader.account()));
    return templates.identityFactorSection(words, view);
  }

  @Override
  public Optional<Content> offer(Reader reader, String back, Messages words) {
    return totps
        .since(reader.account())
        .map(since -> templates.identityFactorProof(words, back, null));
  }
}
