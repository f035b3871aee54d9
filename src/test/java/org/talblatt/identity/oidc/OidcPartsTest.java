package org.talblatt.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.NearName;
import org.talblatt.platform.OidcProvider;

/** The small parts of a login by a provider. */
class OidcPartsTest {
  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace, Ada Lovelace",
    "'  Ada   <b>  ', Ada b",
    "Müller-Lüdenscheidt, Müller-Lüdenscheidt",
    "ada_99., ada_99.",
    "Иван Петров, Иван Петров",
    "'Maria Theresia Walburga Amalia Christina', Maria Theresia Walburga Amalia"
  })
  void aNameIsSuggestedAsNearAsCanBe(String raw, String name) {
    assertThat(NearName.of(raw)).contains(new AccountName(name));
  }

  @ParameterizedTest
  @CsvSource({"''", "'🙂🙂🙂'", "'.'", "'-- --'", "'x'", "'аdmin mаn'"})
  void whereNothingUsableIsLeftNothingIsSuggested(String raw) {
    assertThat(NearName.of(raw)).isEmpty();
  }

  @Test
  void aNumberedNameStaysWithinTheLimit() {
    AccountName longest = AccountName.parse("a".repeat(30));
    assertThat(NearName.numbered(longest, 1)).isEqualTo(longest);
    assertThat(NearName.numbered(longest, 12).value()).isEqualTo("a".repeat(27) + " 12");
  }

  @Test
  void stateNonceAndVerifierAreOfOneBrowserAloneAndTellNothingOfEachOther() {
    Secret secret = new Secret("a".repeat(43));
    Secret other = new Secret("b".repeat(43));
    assertThat(List.of(secret.state(), secret.nonce(), secret.verifier(), other.state()))
        .doesNotHaveDuplicates()
        .allSatisfy(each -> assertThat(each).matches("[A-Za-z0-9_-]{43}"));
    assertThat(secret.state()).isEqualTo(new Secret("a".repeat(43)).state());
    assertThat(secret.toString()).doesNotContain("aaa");
  }

  @Test
  void theSignedSecretSaysWhoWeAreForFiveMinutes() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    OidcProvider provider =
        new OidcProvider(
            "apple",
            "Apple",
            URI.create("https://appleid.apple.com"),
            "example.zeitung",
            null,
            new OidcProvider.SigningKey(key.toECPrivateKey(), "TEAM", "KEY"),
            List.of("openid"),
            true);
    Instant now = Instant.parse("2026-11-24T10:00:00Z");
    JWSObject said =
        JWSObject.parse(
            new ClientSecret(
                    provider, new OidcProvider.SigningKey(key.toECPrivateKey(), "TEAM", "KEY"))
                .at(now));
    assertThat(said.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
    assertThat(said.getHeader().getKeyID()).isEqualTo("KEY");
    assertThat(said.getPayload().toJSONObject())
        .containsAllEntriesOf(
            Map.of(
                "iss", "TEAM",
                "sub", "example.zeitung",
                "aud", "https://appleid.apple.com",
                "iat", now.getEpochSecond(),
                "exp", now.getEpochSecond() + 300));
  }
}
