package org.talblatt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The providers that an administrator names. */
class OidcSettingsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void providersStandInTheirOrderWithEverythingThatBelongsToThem() {
    OidcSettings oidc =
        settings(
                Map.of(
                    "oidc", "haus, wirt",
                    "oidc-wirt-issuer", "https://wirt.example/eins",
                    "oidc-wirt-client-id", "zeitung",
                    "oidc-wirt-name", "Beim Wirt",
                    "oidc-wirt-scopes", "openid  email",
                    "oidc-wirt-answer", "form_post"))
            .oidc();
    assertThat(oidc.inside()).isFalse();
    assertThat(oidc.providers()).extracting(OidcProvider::key).containsExactly("haus", "wirt");
    assertThat(oidc.provider("wirt"))
        .contains(
            new OidcProvider(
                "wirt",
                "Beim Wirt",
                URI.create("https://wirt.example/eins"),
                "zeitung",
                null,
                null,
                List.of("openid", "email"),
                true));
    assertThat(oidc.provider("niemand")).isEmpty();
  }

  @Test
  void theEnvironmentAndTheFileNameThemTooAndUnknownOnesAreRefused() throws Exception {
    SettingValues values = new SettingValues(SettingsOptions.names());
    values.environment(Map.of("TALBLATT_OIDC", "haus", "TALBLATT_OIDC_HAUS_CLIENT_ID", "zeitung"));
    values.file(
        Files.writeString(folder.resolve("conf"), "oidc-haus-issuer = https://haus.example\n"));
    assertThat(values.settings(false).oidc().providers()).hasSize(1);
    assertThatThrownBy(() -> values.environment(Map.of("TALBLATT_OIDC_HAUS_COLOUR", "x")))
        .hasMessage("TALBLATT_OIDC_HAUS_COLOUR: there is no setting of that name.");
  }

  @ParameterizedTest
  @CsvSource({
    "oidc, Haus",
    "oidc, 'haus,haus'",
    "oidc, 'haus,'",
    "oidc-inside, yes",
    "oidc-haus-issuer, http://haus.example",
    "oidc-haus-issuer, haus.example",
    "oidc-haus-issuer, https://haus.example?x=1",
    "oidc-haus-client-id, 'a b'",
    "oidc-haus-name, ' '",
    "oidc-haus-scopes, email",
    "oidc-haus-answer, fragment",
    "oidc-haus-team, T",
    "oidc-wirt-name, Wirt"
  })
  void whatCanNotBeIsRefusedNamingItsSetting(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(key, value)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("--" + key + ": ");
  }

  @Test
  void twoProvidersHaveTwoIssuers() {
    assertThatThrownBy(
            () ->
                settings(
                    Map.of(
                        "oidc", "haus,wirt",
                        "oidc-wirt-issuer", "https://haus.example",
                        "oidc-wirt-client-id", "x")))
        .hasMessageContaining("another provider has it already");
  }

  @Test
  void aKeyFileMakesTheSecretAndNoSecretIsShown() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    String key =
        Base64.getMimeEncoder()
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    Path file =
        Files.writeString(
            folder.resolve("apple.p8"),
            "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
    Map<String, String> given =
        Map.of(
            "oidc-haus-key-file", file.toString(),
            "oidc-haus-key-id", "K",
            "oidc-haus-team", "T");
    OidcProvider provider = settings(given).oidc().providers().getFirst();
    assertThat(provider.signingKey()).isNotNull();
    assertThat(provider.toString() + provider.signingKey()).doesNotContain("secp", "BigInteger");
    Map<String, String> both = new HashMap<>(given);
    both.put("oidc-haus-client-secret", "geheim");
    assertThatThrownBy(() -> settings(both)).hasMessageNotContaining("geheim");
    assertThat(settings(Map.of("oidc-haus-client-secret", "geheim")).toString())
        .doesNotContain("geheim");
    Files.writeString(file, "kein Schlüssel");
    assertThatThrownBy(() -> settings(given))
        .hasMessage("--oidc-haus-key-file: holds no EC key in PKCS #8 (.p8), or can't be read.");
  }

  private static Settings settings(Map<String, String> more) {
    Map<String, String> given = new HashMap<>();
    given.put("oidc", "haus");
    given.put("oidc-haus-issuer", "https://haus.example");
    given.put("oidc-haus-client-id", "zeitung");
    given.putAll(more);
    return SettingValues.of(given, false);
  }
}
