package org.talblatt.identity.passkey;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The paper as WebAuthn's relying party: asks for passkeys and checks what comes back, by Spring
 * Security. Domain and origin are those of {@code --url}, whatever a request says. The reader must
 * have unlocked the authenticator (PIN, finger, face): so a passkey is two factors in one.
 */
@Component
class RelyingParty {
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private static final UserVerificationRequirement UNLOCKED = UserVerificationRequirement.REQUIRED;
  private static final int BACKED_UP = 0x10;
  private static final int FLAGS_AT = 32;

  private final Holders holders;
  private final Passkeys passkeys;
  private final Papers papers;
  private final URI address;
  private final Webauthn4JRelyingPartyOperations operations;
  private final AttestationObjectConverter attestations =
      new AttestationObjectConverter(new ObjectConverter());

  RelyingParty(Holders holders, Passkeys passkeys, Papers papers, Settings settings) {
    this.holders = holders;
    this.passkeys = passkeys;
    this.papers = papers;
    this.address = settings.url();
    this.operations =
        new Webauthn4JRelyingPartyOperations(
            holders, passkeys, party(domain()), Set.of(settings.links().origin()));
    operations.setCustomizeRequestOptions(question -> question.userVerification(UNLOCKED));
    operations.setCustomizeCreationOptions(
        wanted ->
            wanted
                .rp(party(this.papers.current().name()))
                .authenticatorSelection(
                    AuthenticatorSelectionCriteria.builder()
                        .userVerification(UNLOCKED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
  }

  /** The domain that passkeys are bound to. */
  final String domain() {
    return address.getHost().toLowerCase(Locale.ROOT);
  }

  /** Asks for a new passkey, on a device that holds none of this account yet. */
  PublicKeyCredentialCreationOptions wanted(AccountId account) {
    return operations.createPublicKeyCredentialCreationOptions(
        new ImmutablePublicKeyCredentialCreationOptionsRequest(acting(account)));
  }

  /**
   * Asks for a passkey.
   *
   * @param account whose it has to be; null for anybody's, and then nobody's are named
   */
  PublicKeyCredentialRequestOptions question(@Nullable AccountId account) {
    return operations.createCredentialRequestOptions(
        new ImmutablePublicKeyCredentialRequestOptionsRequest(
            account == null ? null : acting(account)));
  }

  /** As scripts read it. */
  static String json(Object options) {
    return JSON.writeValueAsString(options);
  }

  /** What the authenticator's maker is called, where it says so and we know it. */
  Optional<String> maker(NewPasskey made) {
    return checked(
        () -> {
          AttestationObject attestation = attestations.convert(made.attestation().getBytes());
          AttestedCredentialData credential =
              attestation == null
                  ? null
                  : attestation.getAuthenticatorData().getAttestedCredentialData();
          AAGUID model = credential == null ? null : credential.getAaguid();
          return Optional.ofNullable(model).map(AAGUID::getValue).flatMap(Makers::name);
        });
  }

  /**
   * Stores a passkey that was made for us in answer to this challenge.
   *
   * @throws Failure where it was not
   */
  void admit(AccountId account, Bytes challenge, NewPasskey made, PasskeyName name) {
    PublicKeyCredentialCreationOptions now = wanted(account);
    PublicKeyCredentialCreationOptions asked =
        PublicKeyCredentialCreationOptions.builder()
            .rp(now.getRp())
            .user(now.getUser())
            .challenge(challenge)
            .pubKeyCredParams(now.getPubKeyCredParams())
            .authenticatorSelection(now.getAuthenticatorSelection())
            .build();
    AuthenticatorAttestationResponse response =
        AuthenticatorAttestationResponse.builder()
            .attestationObject(made.attestation())
            .clientDataJSON(made.clientData())
            .transports(made.transports())
            .build();
    checked(
        () ->
            operations.registerCredential(
                new ImmutableRelyingPartyRegistrationRequest(
                    asked,
                    new RelyingPartyPublicKey(credential(made.id(), response), name.value()))));
  }

  /**
   * Whose passkey it is that answered this challenge.
   *
   * @throws Failure where we don't know it or the answer is wrong
   */
  AccountId recognise(Bytes challenge, Shown shown) {
    Bytes holder =
        Optional.ofNullable(passkeys.findByCredentialId(shown.id()))
            .orElseThrow(RelyingParty::unknown)
            .getUserEntityUserId();
    if (!holder.equals(shown.user())) {
      throw wrong();
    }
    AuthenticatorAssertionResponse response =
        AuthenticatorAssertionResponse.builder()
            .authenticatorData(shown.authenticatorData())
            .clientDataJSON(shown.clientData())
            .signature(shown.signature())
            .userHandle(shown.user())
            .build();
    PublicKeyCredentialRequestOptions asked =
        PublicKeyCredentialRequestOptions.builder()
            .challenge(challenge)
            .rpId(domain())
            .allowCredentials(List.of())
            .userVerification(UNLOCKED)
            .build();
    checked(
        () ->
            operations.authenticate(
                new RelyingPartyAuthenticationRequest(asked, credential(shown.id(), response))));
    passkeys.backedUp(
        shown.id(), (shown.authenticatorData().getBytes()[FLAGS_AT] & BACKED_UP) != 0);
    return holders.account(holder).orElseThrow(RelyingParty::wrong);
  }

  @SuppressWarnings("unchecked") // the builder forgets what it holds
  private static <R extends org.springframework.security.web.webauthn.api.AuthenticatorResponse>
      PublicKeyCredential<R> credential(Bytes id, R response) {
    return PublicKeyCredential.<R>builder()
        .id(id.toBase64UrlString())
        .rawId(id)
        .type(PublicKeyCredentialType.PUBLIC_KEY)
        .response(response)
        .build();
  }

  private PublicKeyCredentialRpEntity party(String name) {
    return PublicKeyCredentialRpEntity.builder().id(domain()).name(name).build();
  }

  private static Authentication acting(AccountId account) {
    return UsernamePasswordAuthenticationToken.authenticated(
        Long.toString(account.value()), null, List.of());
  }

  private interface Checked<T> {
    T get();
  }

  /** What doesn't hold is said in one sentence: its reasons are the library's words. */
  private static <T> T checked(Checked<T> check) {
    try {
      return check.get();
    } catch (MaliciousCounterValueException copied) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "passkey.copied");
    } catch (UserNotVerifiedException locked) {
      throw Failure.of(Failure.Kind.INVALID, "passkey.locked");
    } catch (WebAuthnException | JacksonException | IllegalArgumentException untrue) {
      throw wrong();
    }
  }

  /** A type of its own: the browser then forgets the passkey. */
  private static Failure unknown() {
    return Failure.of(Failure.Kind.NOT_FOUND, "passkey.unknown").typed("unknown-passkey");
  }

  private static Failure wrong() {
    return Failure.of(Failure.Kind.INVALID, "passkey.wrong");
  }
}
