package org.talblatt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talblatt.platform.db.DatabaseAddress;

/** What the administrator says becomes settings, or is refused in words. */
class SettingsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void withoutAWordThePaperListensOnLoopbackAndUsesItsOwnDatabase() {
    Settings settings = SettingValues.of(Map.of(), false);
    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.url()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Rome"));
    assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(settings.database()).isNull();
    assertThat(settings.smtp()).isNull();
  }

  @Test
  void theOptionWinsOverTheEnvironmentAndTheEnvironmentOverTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("conf"), "port = 1\nzone = Europe/Vienna\n");
    SettingValues values = new SettingValues(SettingsOptions.names());
    values.option("port", "3");
    values.environment(Map.of("TALBLATT_PORT", "2", "TALBLATT_URL", "https://paper.example/"));
    values.file(file);
    Settings settings = values.settings(false);
    assertThat(settings.port()).isEqualTo(3);
    assertThat(settings.url()).isEqualTo(URI.create("https://paper.example"));
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
    assertThat(settings.mailFrom()).isEqualTo("no-reply@paper.example");
  }

  @Test
  void anUnknownVariableIsRefusedByName() {
    SettingValues values = new SettingValues(SettingsOptions.names());
    assertThatThrownBy(() -> values.environment(Map.of("TALBLATT_PROT", "80")))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("TALBLATT_PROT: there is no setting of that name.");
    values.environment(Map.of("TALBLATT_SAMPLES", "x", "TALBLATT_TEST_DB_URL", "x", "PATH", "x"));
  }

  @Test
  void anUnknownLineOfTheFileIsRefusedByNameAndAMissingFileToo() throws Exception {
    Path file = Files.writeString(folder.resolve("conf"), "prot = 80\n");
    SettingValues values = new SettingValues(SettingsOptions.names());
    assertThatThrownBy(() -> values.file(file))
        .hasMessage(file + ", prot: there is no setting of that name.");
    assertThatThrownBy(() -> values.file(folder.resolve("none")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("none can't be read");
  }

  @ParameterizedTest
  @CsvSource({
    "port, 0",
    "port, 65536",
    "port, http",
    "url, paper.example",
    "url, ftp://paper.example",
    "url, https://paper.example/section",
    "bounces, smtp://mail.example",
    "bounces, imaps://",
    "dkim-selector, a b",
    "dns, name:port",
    "minimum-age, 11",
    "minimum-age, sechzehn",
    "zone, Rom",
    "trusted-proxies, caddy",
    "trusted-proxies, 10.0.0.0/33",
    "db-url, mysql://host/name",
    "db-url, postgresql://host",
    "smtp, mail.example"
  })
  void aWrongValueIsRefusedNamingItsSetting(String key, String value) {
    assertThatThrownBy(() -> SettingValues.of(Map.of(key, value), false))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(CommandFailure.USAGE))
        .hasMessageStartingWith("--" + key + ": ");
  }

  @Test
  void noSecretStandsInTheTextForm() {
    Settings settings =
        SettingValues.of(
            Map.of(
                "db-url",
                "postgresql://paper:wort%40geheim@db.example:5433/zeitung?sslmode=require",
                "smtp",
                "smtps://post:geheim2@mail.example"),
            false);
    assertThat(settings.toString()).doesNotContain("geheim");
    assertThat(settings.database())
        .isEqualTo(
            new DatabaseAddress(
                "jdbc:postgresql://db.example:5433/zeitung?sslmode=require",
                "paper",
                "wort@geheim"));
    assertThatThrownBy(() -> SettingValues.of(Map.of("db-url", "mysql://a:geheim@host/x"), false))
        .hasMessageNotContaining("geheim");
  }

  @Test
  void userAndPasswordGivenApartWinAndNeedADatabase() {
    DatabaseAddress address =
        SettingValues.of(
                Map.of(
                    "db-url",
                    "jdbc:postgresql://db.example/zeitung",
                    "db-user",
                    "paper",
                    "db-password",
                    "w"),
                false)
            .database();
    assertThat(address)
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db.example/zeitung", "paper", "w"));
    assertThatThrownBy(() -> SettingValues.of(Map.of("db-user", "paper"), false))
        .hasMessageContaining("--db-url");
  }

  @Test
  void aDemoStaysOnLoopbackWhateverWasAskedFor() {
    assertThat(SettingValues.of(Map.of("bind", "0.0.0.0"), true).bind()).isEqualTo("127.0.0.1");
  }
}
