package org.talblatt.identity.oidc;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.talblatt.identity.LoginOffer;
import org.talblatt.identity.ProofOffer;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Whence;
import org.talblatt.platform.OidcProvider;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** A button for each provider where people log in, or show once more who they are. */
@Component
@Order(30)
class ProviderOffers implements LoginOffer, ProofOffer {
  private final OidcLinks links;
  private final Settings settings;
  private final Templates templates;

  ProviderOffers(OidcLinks links, Settings settings, Templates templates) {
    this.links = links;
    this.settings = settings;
    this.templates = templates;
  }

  @Override
  public Content offer(Whence whence, Messages words) {
    return buttons(settings.oidc().providers(), whence, words);
  }

  /** Logging in anew renews the proof. Only what is linked opens this account. */
  @Override
  public Optional<Content> offer(Reader reader, String back, Messages words) {
    List<String> issuers = links.of(reader.account()).stream().map(OidcLinks.Link::issuer).toList();
    List<OidcProvider> linked =
        settings.oidc().providers().stream()
            .filter(each -> issuers.contains(each.issuer().toString()))
            .toList();
    return linked.isEmpty()
        ? Optional.empty()
        : Optional.of(buttons(linked, new Whence("", back), words));
  }

  private Content buttons(List<OidcProvider> providers, Whence whence, Messages words) {
    return templates.identityOidcOffer(words, providers, whence);
  }
}
