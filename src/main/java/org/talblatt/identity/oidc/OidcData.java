package org.talblatt.identity.oidc;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.identity.Leaver;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalData;
import org.talblatt.identity.PersonalRecord;

/**
 * What this room holds on people: the logins that open an account. Logins under way and addresses
 * that wait belong to no account yet and are forgotten within hours.
 */
@Component
class OidcData implements PersonalData {
  private final OidcLinks links;

  OidcData(OidcLinks links) {
    this.links = links;
  }

  @Override
  public Set<String> columns() {
    return Set.of(
        "oidc_link.account",
        "oidc_login.account",
        "oidc_login.email",
        "oidc_login.suggested_email",
        "oidc_address.email");
  }

  @Override
  public void export(AccountId account, PersonalArchive into) {
    into.section(
        "provider-logins",
        "oidc.links-title",
        rows -> links.of(account).forEach(link -> rows.accept(record(link))));
  }

  private static PersonalRecord record(OidcLinks.Link link) {
    return new PersonalRecord()
        .with("issuer", "oidc.data-issuer", link.issuer())
        .with("subject", "oidc.data-subject", link.subject())
        .with("label", "oidc.data-label", link.label())
        .with("linkedAt", "oidc.data-linked", link.linkedAt())
        .with("usedAt", "oidc.data-used", link.usedAt());
  }

  @Override
  public boolean erase(Leaver leaver) {
    links.deleteAll(leaver.account());
    return false;
  }
}
