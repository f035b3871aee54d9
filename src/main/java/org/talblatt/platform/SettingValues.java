package org.talblatt.platform;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.platform.http.TrustedProxies;
import org.talblatt.platform.mail.MailServer;

/**
 * What was said about each setting, and where: the option wins over the environment, the
 * environment over the file. Here text becomes {@link Settings}, or is refused naming its place.
 */
public final class SettingValues {
  /** Variables of ours that are no settings: of the tests and of the start script. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of("TALBLATT_SAMPLES", "TALBLATT_JAVA_OPTIONS");

  /** What most countries of the EU ask for. */
  private static final int OLD_ENOUGH = 16;

  private static final int TIME_TO_UNDO = 10;

  private static final String PREFIX = "TALBLATT_";
  private final Map<String, Given> given = new HashMap<>();
  private final Set<String> known;

  private record Given(String text, String where) {}

  /** Nothing said yet; {@code known} are the names of all settings. */
  SettingValues(Set<String> known) {
    this.known = known;
  }

  /** Settings from their values alone, as tests need them. */
  public static Settings of(Map<String, String> values, boolean demo) {
    SettingValues all = new SettingValues(values.keySet());
    values.forEach((key, value) -> all.add(key, value, "--" + key));
    return all.settings(demo);
  }

  /** Takes an option's value; null where it was not given. */
  void option(String key, @Nullable String value) {
    if (value != null) {
      add(key, value, "--" + key);
    }
  }

  /** Takes every {@code TALBLATT_*} variable; one that we don't know is refused. */
  void environment(Map<String, String> variables) {
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)
              && !name.startsWith(PREFIX + "TEST_")
              && !OTHER_VARIABLES.contains(name)) {
            String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
            take(key.replace('_', '-'), value, name);
          }
        });
  }

  /** Takes a file of {@code name = value} lines; a name that we don't know is refused. */
  void file(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw wrong("The settings file " + file + " can't be read (" + e + ").");
    }
    for (String key : lines.stringPropertyNames()) {
      take(key, lines.getProperty(key), file + ", " + key);
    }
  }

  /** The value of a setting as given, or null. */
  @Nullable String text(String key) {
    Given value = given.get(key);
    return value == null ? null : value.text();
  }

  /** Every value checked. A demo stays on the loopback address whatever was asked for. */
  Settings settings(boolean demo) {
    int port = value("port", SettingValues::port, 8080);
    URI url = value("url", SettingValues::url, URI.create("http://localhost:" + port));
    Path data = value("data", Path::of, Path.of("data")).toAbsolutePath().normalize();
    return new Settings(
        demo ? "127.0.0.1" : value("bind", Function.identity(), "127.0.0.1"),
        port,
        data,
        url,
        value("zone", SettingValues::zone, ZoneId.of("Europe/Rome")),
        demo,
        database(),
        value("trusted-proxies", TrustedProxies::parse, TrustedProxies.NONE),
        given.containsKey("smtp") ? value("smtp", MailServer::parse, null) : null,
        value("mail-from", Function.identity(), "no-reply@" + url.getHost()),
        given.containsKey("bounces") ? value("bounces", MailServer::parseMailbox, null) : null,
        given.containsKey("dkim-selector")
            ? value("dkim-selector", SettingValues::label, "")
            : null,
        given.containsKey("dns") ? value("dns", SettingValues::hostAndPort, "") : null,
        value("minimum-age", SettingValues::age, OLD_ENOUGH),
        value("undo-seconds", SettingValues::undoSeconds, TIME_TO_UNDO),
        given.containsKey("watch-port") ? value("watch-port", SettingValues::port, 0) : null,
        oidc(),
        push(),
        cdn(),
        wire(data));
  }

  private OidcSettings oidc() {
    Map<String, String> texts = new TreeMap<>();
    given.forEach(
        (key, value) -> {
          if (key.startsWith("oidc")) {
            texts.put(key, value.text());
          }
        });
    return OidcSettings.parse(
        texts,
        key -> {
          Given value = given.get(key);
          return value == null ? key : value.where();
        });
  }

  private @Nullable CdnSettings cdn() {
    String key = text("cdn-key");
    if (given.containsKey("cdn-purge")) {
      return value("cdn-purge", text -> CdnSettings.parse(text, key), null);
    }
    if (key != null) {
      throw wrong("--cdn-key needs --cdn-purge.");
    }
    return null;
  }

  private PushSettings push() {
    boolean inside = value("push-inside", SettingValues::yes, false);
    return value(
        "push-services",
        text -> PushSettings.parse(text, inside),
        PushSettings.parse(PushSettings.USUAL, inside));
  }

  private WireSettings wire(Path data) {
    Path folder = value("wire-folder", Path::of, data.resolve("wire"));
    return new WireSettings(
        folder.toAbsolutePath().normalize(), value("wire-inside", SettingValues::yes, false));
  }

  private static boolean yes(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("is true or false");
    }
    return text.equals("true");
  }

  private void take(String key, String value, String where) {
    if (!known.contains(key) && !OidcSettings.ofProvider(key)) {
      throw wrong("%s: there is no setting of that name.".formatted(where));
    }
    add(key, value, where);
  }

  private void add(String key, String value, String where) {
    given.putIfAbsent(key, new Given(value.strip(), where));
  }

  private @Nullable DatabaseAddress database() {
    String user = text("db-user");
    String password = text("db-password");
    if (given.containsKey("db-url")) {
      return value("db-url", url -> DatabaseAddress.parse(url, user, password), null);
    }
    if (user != null || password != null) {
      throw wrong("--db-user and --db-password need --db-url.");
    }
    return null;
  }

  private <T extends @Nullable Object> T value(String key, Function<String, T> parse, T otherwise) {
    Given value = given.get(key);
    if (value == null) {
      return otherwise;
    }
    try {
      return parse.apply(value.text());
    } catch (IllegalArgumentException e) {
      throw wrong("%s: %s".formatted(value.where(), e.getMessage()));
    }
  }

  private static String label(String text) {
    if (!text.matches("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,60}[A-Za-z0-9])?")) {
      throw new IllegalArgumentException("not a selector like mail2026");
    }
    return text;
  }

  private static String hostAndPort(String text) {
    if (!text.matches("[A-Za-z0-9.-]+(?::[0-9]{1,5})?|\\[[0-9a-fA-F:]+](?::[0-9]{1,5})?")) {
      throw new IllegalArgumentException("not like 192.0.2.53:53");
    }
    return text;
  }

  private static int age(String text) {
    if (!text.matches("1[2-9]|2[01]")) {
      throw new IllegalArgumentException("an age is a number from 12 to 21");
    }
    return Integer.parseInt(text);
  }

  private static int undoSeconds(String text) {
    if (!text.matches("[0-5]?[0-9]|60")) {
      throw new IllegalArgumentException("a number of seconds from 0 to 60");
    }
    return Integer.parseInt(text);
  }

  private static int port(String text) {
    if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("a port is a number from 1 to 65535");
    }
    return Integer.parseInt(text);
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text.replaceFirst("/$", ""));
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!web || url.getHost() == null || !url.getRawPath().isEmpty()) {
        throw new IllegalArgumentException("not like https://paper.example");
      }
      return url;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not like https://paper.example", e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time zone like Europe/Rome", e);
    }
  }

  private static CommandFailure wrong(String message) {
    return new CommandFailure(CommandFailure.USAGE, message);
  }
}
