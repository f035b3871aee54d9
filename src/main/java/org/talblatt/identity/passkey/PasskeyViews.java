package org.talblatt.identity.passkey;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SecondFactor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/** Gathers what the pages on passkeys show. */
@Component
class PasskeyViews {
  private final KeyRing ring;
  private final Holders holders;
  private final RelyingParty party;
  private final ObjectProvider<SecondFactor> factors;
  private final Settings settings;

  PasskeyViews(
      KeyRing ring,
      Holders holders,
      RelyingParty party,
      ObjectProvider<SecondFactor> factors,
      Settings settings) {
    this.ring = ring;
    this.holders = holders;
    this.party = party;
    this.factors = factors;
    this.settings = settings;
  }

  PasskeysView of(Reader reader) {
    return new PasskeysView(
        ring.of(reader.account()),
        times(reader),
        party.domain(),
        holders.known(reader.account()).map(Bytes::toBase64UrlString).orElse(null),
        reader.name());
  }

  PasskeyView of(Reader reader, Passkey passkey) {
    List<Passkey> all = ring.of(reader.account());
    boolean further =
        all.size() > 1
            || factors.stream()
                .anyMatch(kind -> !(kind instanceof KeyRing) && kind.on(reader.account()));
    return new PasskeyView(passkey, times(reader), reader.staff() && !further);
  }

  private Times times(Reader reader) {
    return new Times(settings.zone(), Messages.of(reader.language()).locale());
  }
}
