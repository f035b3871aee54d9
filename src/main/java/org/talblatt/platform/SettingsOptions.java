package org.talblatt.platform;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The settings as options of a command. Each is also {@code TALBLATT_} and its name in the
 * environment ({@code --db-url}: {@code TALBLATT_DB_URL}) and its name in the settings file.
 */
public final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A settings file: a line per setting, such as \"port = 8080\".")
  private @Nullable String config;

  @Option(names = "--port", paramLabel = "PORT", description = "Public port (8080).")
  private @Nullable String port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to listen on (127.0.0.1).")
  private @Nullable String bind;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Data folder: database, pictures, mail, logs (./data).")
  private @Nullable String data;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Public address; every absolute link starts with it (http://localhost:PORT).")
  private @Nullable String url;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of the paper (Europe/Rome).")
  private @Nullable String zone;

  @Option(
      names = "--trusted-proxies",
      paramLabel = "LIST",
      description =
          "Addresses or blocks (10.0.0.0/8) of reverse proxies, comma separated. Only theirs is"
              + " X-Forwarded-For believed (none).")
  private @Nullable String trustedProxies;

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description =
          "A PostgreSQL server, 15 or newer: postgresql://user:password@host:5432/name (our own,"
              + " in the data folder).")
  private @Nullable String databaseUrl;

  @Option(names = "--db-user", paramLabel = "NAME", description = "Its user, where not in the URL.")
  private @Nullable String databaseUser;

  @Option(
      names = "--db-password",
      paramLabel = "WORD",
      description =
          "Its password, where not in the URL. Better in the environment or the file: options can"
              + " be seen by every user of the machine.")
  private @Nullable String databasePassword;

  @Option(
      names = "--smtp",
      paramLabel = "URL",
      description =
          "Mail server: smtp://user:password@host:587 (STARTTLS) or smtps://…:465 (none: mails are"
              + " written to DATA/mail as .eml files).")
  private @Nullable String smtp;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "Sender of mails (no-reply@ and the host of --url).")
  private @Nullable String mailFrom;

  @Option(
      names = "--bounces",
      paramLabel = "URL",
      description =
          "Mailbox of mails that came back: imaps://user:password@host:993 or imap:// (none).")
  private @Nullable String bounces;

  @Option(
      names = "--dkim-selector",
      paramLabel = "NAME",
      description = "Selector of the key that the mail server signs with, for the check (none).")
  private @Nullable String dkimSelector;

  @Option(
      names = "--dns",
      paramLabel = "HOST:PORT",
      description = "Name server that the mail check asks (this machine's).")
  private @Nullable String dns;

  @Option(
      names = "--minimum-age",
      paramLabel = "YEARS",
      description = "How old somebody must be to register (16; 14 in Austria and Italy).")
  private @Nullable String minimumAge;

  @Option(
      names = "--undo-seconds",
      paramLabel = "SECONDS",
      description = "How long editors can take back what they just published (10; 0: not at all).")
  private @Nullable String undoSeconds;

  @Option(
      names = "--watch-port",
      paramLabel = "PORT",
      description = "A port on 127.0.0.1 for /health/live, /health/ready and /metrics (none).")
  private @Nullable String watchPort;

  @Option(
      names = "--oidc",
      paramLabel = "LIST",
      description =
          "Providers whose login readers may use, such as google,apple (none). What belongs to"
              + " each, oidc-NAME-issuer and so on, goes into the environment or the file.")
  private @Nullable String oidc;

  @Option(
      names = "--oidc-inside",
      paramLabel = "YES",
      description =
          "true: those providers may be at private addresses and speak plain HTTP (false).")
  private @Nullable String oidcInside;

  @Option(
      names = "--push-services",
      paramLabel = "LIST",
      description =
          "Hosts of the browsers' push services that we send notifications to, or none (those of"
              + " Chrome, Firefox, Safari and Edge).")
  private @Nullable String pushServices;

  @Option(
      names = "--push-inside",
      paramLabel = "YES",
      description = "true: push services may be at private addresses and speak plain HTTP (false).")
  private @Nullable String pushInside;

  @Option(
      names = "--cdn-purge",
      paramLabel = "URL",
      description =
          "Where a shared cache is told to drop addresses: a POST of {\"files\":[…]}, or"
              + " purge:http://… for a PURGE of each (none).")
  private @Nullable String cdnPurge;

  @Option(names = "--cdn-key", paramLabel = "KEY", description = "The bearer token of that call.")
  private @Nullable String cdnKey;

  @Option(
      names = "--wire-folder",
      paramLabel = "FOLDER",
      description =
          "Holds a folder for each provider; agency files that are put there are taken in"
              + " (DATA/wire).")
  private @Nullable String wireFolder;

  @Option(
      names = "--wire-inside",
      paramLabel = "YES",
      description = "true: agency copy may be fetched from private addresses (false).")
  private @Nullable String wireInside;

  /**
   * The settings as given; a demo stays on the loopback address whatever was asked for.
   *
   * @throws CommandFailure naming the option, variable or file whose value is wrong or unknown
   */
  public Settings settings(boolean demo) {
    SettingValues values = new SettingValues(names());
    options(values);
    values.environment(System.getenv());
    String file = values.text("config");
    if (file != null) {
      values.file(Path.of(file));
    }
    return values.settings(demo);
  }

  /** The names of all settings, without dashes in front. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    CommandSpec.forAnnotatedObject(new SettingsOptions())
        .options()
        .forEach(option -> names.add(option.longestName().substring("--".length())));
    return names;
  }

  private void options(SettingValues values) {
    values.option("config", config);
    values.option("port", port);
    values.option("bind", bind);
    values.option("data", data);
    values.option("url", url);
    values.option("zone", zone);
    values.option("trusted-proxies", trustedProxies);
    values.option("db-url", databaseUrl);
    values.option("db-user", databaseUser);
    values.option("db-password", databasePassword);
    values.option("smtp", smtp);
    values.option("mail-from", mailFrom);
    values.option("bounces", bounces);
    values.option("dkim-selector", dkimSelector);
    values.option("dns", dns);
    values.option("minimum-age", minimumAge);
    values.option("undo-seconds", undoSeconds);
    values.option("watch-port", watchPort);
    values.option("oidc", oidc);
    values.option("oidc-inside", oidcInside);
    values.option("push-services", pushServices);
    values.option("push-inside", pushInside);
    values.option("cdn-purge", cdnPurge);
    values.option("cdn-key", cdnKey);
    values.option("wire-folder", wireFolder);
    values.option("wire-inside", wireInside);
  }
}
