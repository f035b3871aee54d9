package org.talblatt.identity.oidc;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.platform.OidcProvider;
import talblatt.template.Templates;

/**
 * The page between ours and the provider's. A redirect would do, were it not that browsers refuse a
 * form's redirect to another site under our content policy; so the page itself goes on, and holds a
 * link for a browser that doesn't.
 */
@Component
class WayToProvider {
  private final ProviderCookie cookie;
  private final IdentityFrames frames;
  private final Templates templates;

  WayToProvider(ProviderCookie cookie, IdentityFrames frames, Templates templates) {
    this.cookie = cookie;
    this.frames = frames;
    this.templates = templates;
  }

  ResponseEntity<String> to(OidcProvider provider, OidcLogin.Begun begun) {
    String html =
        templates
            .identityOidcOnward(
                frames.frame("oidc.onward-title"), provider.name(), begun.page().toString())
            .render();
    HttpHeaders headers = new HttpHeaders();
    headers.putAll(IdentityFrames.answer(200, html).getHeaders());
    headers.set("Refresh", "0; url=" + begun.page().toASCIIString());
    cookie.put(headers, begun.secret(), provider.formPost());
    return ResponseEntity.ok().headers(headers).body(html);
  }
}
