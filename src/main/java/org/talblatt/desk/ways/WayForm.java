package org.talblatt.desk.ways;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.platform.text.Storable;

/**
 * What an administrator typed about a way that we look at, checked.
 *
 * @param secret empty in a change: as before
 */
record WayForm(WayKind kind, String address, String login, String secret, int pauseSeconds) {
  /** How long one can wait between two looks. */
  static final List<Integer> PAUSES = List.of(30, 60, 300, 900, 3600, 21_600);

  private static final int LONGEST = 1000;
  private static final int LONGEST_SECRET = 20_000;

  /** What was typed, as it was. */
  record Typed(String art, String adresse, String benutzer, String geheimnis, String abstand) {
    static final Typed EMPTY = new Typed("feed", "", "", "", "300");

    /** The same with the address that is known, where none was typed: a queue's isn't shown. */
    Typed at(Way before) {
      return adresse.isBlank()
          ? new Typed(art, before.address().toString(), benutzer, geheimnis, abstand)
          : this;
    }

    /** The way that was meant; a Failure says what is wrong. */
    WayForm form() {
      WayKind kind = kind();
      URI address = address(kind, adresse.strip());
      return new WayForm(
          kind,
          address.toString(),
          plain("benutzer", benutzer, LONGEST, false),
          plain("geheimnis", geheimnis, LONGEST_SECRET, kind == WayKind.SFTP),
          pause());
    }

    private WayKind kind() {
      return WayKind.LOOKED_AT.stream()
          .filter(each -> each.word().equals(art))
          .findFirst()
          .orElseThrow(() -> Failure.invalid("art", "failure.unreadable"));
    }

    private int pause() {
      return PAUSES.stream()
          .filter(each -> each.toString().equals(abstand))
          .findFirst()
          .orElseThrow(() -> Failure.invalid("abstand", "failure.unreadable"));
    }
  }

  private static URI address(WayKind kind, String typed) {
    Failure wrong = Failure.invalid("adresse", "ways.address-wrong." + kind.word());
    if (typed.length() > LONGEST) {
      throw wrong;
    }
    try {
      URI address = new URI(typed);
      String scheme = address.getScheme();
      if (scheme == null
          || !kind.takes(scheme)
          || address.getHost() == null
          || address.getRawFragment() != null) {
        throw wrong;
      }
      if (address.getRawUserInfo() != null) {
        throw Failure.invalid("adresse", "ways.address-user");
      }
      return new URI(scheme.toLowerCase(Locale.ROOT) + typed.substring(scheme.length()));
    } catch (URISyntaxException unreadable) {
      throw wrong;
    }
  }

  /**
   * @param keys whether a private key of several lines is meant, too
   */
  private static String plain(String field, String typed, int longest, boolean keys) {
    String text = typed.strip();
    boolean key = keys && text.startsWith("-----BEGIN");
    if (text.length() > longest
        || !Storable.is(text)
        || (!key && text.chars().anyMatch(Character::isISOControl))) {
      throw Failure.invalid(field, "ways.login-wrong");
    }
    return text;
  }

  /**
   * With what was known before. A password goes only to the server that it was entered for: for
   * another one it has to be entered again.
   */
  WayForm over(@Nullable Way before, boolean inside) {
    String kept = secret;
    if (before != null && secret.isEmpty() && !before.secret().isEmpty()) {
      URI now = URI.create(address);
      boolean same =
          before.host().equalsIgnoreCase(now.getHost())
              && before.address().getPort() == now.getPort()
              && String.valueOf(before.address().getScheme()).equals(now.getScheme());
      if (!same && !login.isEmpty()) {
        throw Failure.invalid("geheimnis", "ways.secret-again");
      }
      kept = same ? before.secret() : "";
    }
    if (!kept.isEmpty() && address.startsWith("http:") && !inside) {
      throw Failure.invalid("adresse", "ways.address-open");
    }
    if (bearer() && !kept.matches("[!-~]*")) {
      throw Failure.invalid("geheimnis", "ways.token-wrong");
    }
    return new WayForm(kind, address, login, kept, pauseSeconds);
  }

  /** Whether the secret stands in a header as it is, where only ASCII may. */
  private boolean bearer() {
    return switch (kind) {
      case FEED, LISTING, WIREQ -> login.isEmpty();
      case PUSH, FOLDER, SFTP, FTP -> false;
    };
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "WayForm[" + kind + "]";
  }
}
