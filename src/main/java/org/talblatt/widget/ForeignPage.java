package org.talblatt.widget;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.platform.page.PagePath;

/**
 * A page of a site, in the one spelling by which its talk is found.
 *
 * @param key what tells pages apart: the site's own key where it gives one, else the address
 *     without its scheme, so that a move to HTTPS keeps the talk
 * @param address full, without a fragment and without parameters that don't count
 */
record ForeignPage(String key, String address) {
  private static final int LONGEST_ADDRESS = 600;
  private static final int LONGEST_KEY = 200;
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]+");

  /**
   * The page at this address.
   *
   * @param own the site's own key for it, which outlives a changed address; null or empty for none
   * @throws Failure FORBIDDEN where the site may not show the talk there, INVALID where it is no
   *     address or no key
   */
  static ForeignPage of(Site site, String typed, @Nullable String own) {
    if (typed.length() > LONGEST_ADDRESS) {
      throw Failure.invalid("page", "widget.page-long", LONGEST_ADDRESS);
    }
    URI uri = Origin.uri(typed.strip()).orElseThrow(ForeignPage::noAddress);
    Origin origin = Origin.of(uri).orElseThrow(ForeignPage::noAddress);
    if (!site.allows(origin.value())) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "widget.origin-not-allowed", origin.value())
          .typed("origin-not-allowed");
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String normal = PagePath.normal(path);
    if (normal == null) {
      throw noAddress();
    }
    String query = query(site, uri.getRawQuery());
    String key =
        own == null || own.isBlank()
            ? "a:" + host(origin) + withoutSlash(normal) + query
            : "k:" + key(own.strip());
    return new ForeignPage(key, origin.value() + normal + query);
  }

  /** From the two segments of a fragment's address. */
  static ForeignPage decoded(Site site, String address, @Nullable String own) {
    return of(site, text(address), own == null ? null : text(own));
  }

  /** Whether the site's own key tells it apart, not its address. */
  boolean keyed() {
    return key.startsWith("k:");
  }

  /** The cache tag of the page, for as long as nobody has talked about it. */
  String tag(String site) {
    return "widget:" + site + ":" + Integer.toHexString(key.hashCode());
  }

  private static String host(Origin origin) {
    return origin.value().substring(origin.value().indexOf("://") + "://".length());
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String key(String own) {
    if (own.length() > LONGEST_KEY || !KEY.matcher(own).matches()) {
      throw Failure.invalid("key", "widget.key-wrong", LONGEST_KEY);
    }
    return own;
  }

  /** What counts of the parameters, in the site's order, however the address has them. */
  private static String query(Site site, @Nullable String raw) {
    if (raw == null) {
      return "";
    }
    StringJoiner kept = new StringJoiner("&", "?", "").setEmptyValue("");
    for (String name : site.queryNames()) {
      for (String part : raw.split("&")) {
        if (part.startsWith(name + "=")) {
          kept.add(part);
          break;
        }
      }
    }
    return kept.toString();
  }

  private static String text(String segment) {
    return decode(segment).orElseThrow(ForeignPage::noAddress);
  }

  private static Optional<String> decode(String segment) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(segment));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException broken) {
      return Optional.empty();
    }
  }

  private static Failure noAddress() {
    return Failure.invalid("page", "widget.page-wrong");
  }
}
