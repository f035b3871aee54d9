package org.talblatt.identity.oidc;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SecuritySection;
import org.talblatt.platform.OidcProvider;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The providers' logins on the page of one's account's security. */
@Component
@Order(30)
class LinkSection implements SecuritySection {
  private final OidcLinks links;
  private final ProviderLinking linking;
  private final Settings settings;
  private final Templates templates;

  LinkSection(OidcLinks links, ProviderLinking linking, Settings settings, Templates templates) {
    this.links = links;
    this.linking = linking;
    this.settings = settings;
    this.templates = templates;
  }

  @Override
  public Content section(Reader reader, Messages words) {
    Times times = new Times(settings.zone(), words.locale());
    List<LinksView.Linked> linked = new ArrayList<>();
    List<OidcProvider> further = new ArrayList<>(settings.oidc().providers());
    for (OidcLinks.Link link : links.of(reader.account())) {
      further.removeIf(each -> each.issuer().toString().equals(link.issuer()));
      linked.add(
          new LinksView.Linked(
              link.issuer(),
              linking.name(link.issuer()),
              link.label(),
              times.brief(link.linkedAt())));
    }
    return templates.identityOidcSection(words, new LinksView(linked, further));
  }
}
