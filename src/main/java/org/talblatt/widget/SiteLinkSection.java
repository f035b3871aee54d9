package org.talblatt.widget;

import gg.jte.Content;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SecuritySection;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The sites that let a reader in, on the page of one's account's security. */
@Component
@Order(31)
class SiteLinkSection implements SecuritySection {
  private final SiteLinks links;
  private final Settings settings;
  private final Templates templates;

  SiteLinkSection(SiteLinks links, Settings settings, Templates templates) {
    this.links = links;
    this.settings = settings;
    this.templates = templates;
  }

  @Override
  public Content section(Reader reader, Messages words) {
    Times times = new Times(settings.zone(), words.locale());
    List<LinkedSite> linked =
        links.of(reader.account()).stream()
            .map(
                link ->
                    new LinkedSite(
                        link.site(), links.name(link.site()), times.brief(link.linkedAt())))
            .toList();
    return templates.widgetLinkedSites(words, linked);
  }
}
