package org.talblatt.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings as options of a command, each also as {@code TALBLATT_*} in the environment. */
public final class SettingsOptions {
  @Option(
      names = "--port",
      defaultValue = "${env:TALBLATT_PORT:-8080}",
      description = "Port des öffentlichen Servers (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--bind",
      defaultValue = "${env:TALBLATT_BIND:-127.0.0.1}",
      description = "Adresse, auf der er hört (${DEFAULT-VALUE}).")
  private String bind = "127.0.0.1";

  @Option(
      names = "--data",
      defaultValue = "${env:TALBLATT_DATA:-data}",
      description = "Datenordner (${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--url",
      defaultValue = "${env:TALBLATT_URL}",
      description = "Öffentliche Adresse, mit der alle Verweise beginnen.")
  private @Nullable URI url;

  @Option(
      names = "--zone",
      defaultValue = "${env:TALBLATT_ZONE:-Europe/Rome}",
      description = "Zeitzone der Zeitung (${DEFAULT-VALUE}).")
  private ZoneId zone = ZoneId.of("Europe/Rome");

  /** The settings as given; a demo stays on the loopback address whatever was asked for. */
  public Settings settings(boolean demo) {
    return new Settings(
        demo ? "127.0.0.1" : bind,
        port,
        data.toAbsolutePath().normalize(),
        url == null ? URI.create("http://localhost:" + port) : url,
        zone,
        demo);
  }
}
