package org.talblatt.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The providers whose login readers may use, in the order of their buttons.
 *
 * @param inside whether they may be reached over plain HTTP and at private or loopback addresses:
 *     one's own provider in one's own network
 */
public record OidcSettings(List<OidcProvider> providers, boolean inside) {
  /** Nobody but ourselves. */
  public static final OidcSettings NONE = new OidcSettings(List.of(), false);

  private static final Pattern OF_PROVIDER =
      Pattern.compile(
          "oidc-([a-z][a-z0-9]{0,19})-"
              + "(issuer|client-id|client-secret|name|scopes|answer|key-file|key-id|team)");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]{0,19}");
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,500}");
  private static final Pattern ARMOUR = Pattern.compile("-----[A-Z ]+-----|\\s");
  private static final int LONGEST_NAME = 40;
  private static final int MOST = 8;

  /** The provider with this key. */
  public Optional<OidcProvider> provider(String key) {
    return providers.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** Whether a setting of this name belongs to some provider. */
  static boolean ofProvider(String setting) {
    return OF_PROVIDER.matcher(setting).matches();
  }

  /**
   * From the settings whose names begin with {@code oidc}.
   *
   * @param where how to name a setting in a message, by its name
   */
  static OidcSettings parse(Map<String, String> given, UnaryOperator<String> where) {
    Texts texts = new Texts(given, where);
    List<String> keys = keys(texts);
    for (String setting : given.keySet()) {
      Matcher matcher = OF_PROVIDER.matcher(setting);
      if (matcher.matches() && !keys.contains(matcher.group(1))) {
        throw texts.wrong(setting, "oidc does not name " + matcher.group(1));
      }
    }
    boolean inside = inside(texts);
    List<OidcProvider> all = keys.stream().map(key -> provider(texts, key, inside)).toList();
    Set<URI> issuers = new HashSet<>();
    for (OidcProvider each : all) {
      if (!issuers.add(each.issuer())) {
        throw texts.wrong("oidc-" + each.key() + "-issuer", "another provider has it already");
      }
    }
    return new OidcSettings(all, inside);
  }

  private static boolean inside(Texts texts) {
    String text = texts.of("oidc-inside");
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw texts.wrong("oidc-inside", "is true or false");
  }

  private static List<String> keys(Texts texts) {
    String list = texts.of("oidc");
    List<String> keys = new ArrayList<>();
    for (String key : list == null || list.isBlank() ? new String[0] : list.split(",", -1)) {
      if (!KEY.matcher(key.strip()).matches() || keys.contains(key.strip())) {
        throw texts.wrong("oidc", "a list of different names such as google,apple");
      }
      keys.add(key.strip());
    }
    if (keys.size() > MOST) {
      throw texts.wrong("oidc", "eight providers at most");
    }
    return keys;
  }

  private static OidcProvider provider(Texts texts, String key, boolean inside) {
    String prefix = "oidc-" + key + "-";
    String name = texts.or(prefix + "name", key);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw texts.wrong(prefix + "name", "a name of at most 40 characters");
    }
    String answer = texts.or(prefix + "answer", "query");
    if (!answer.equals("query") && !answer.equals("form_post")) {
      throw texts.wrong(prefix + "answer", "is query or form_post");
    }
    List<String> scopes =
        List.of(texts.or(prefix + "scopes", "openid email profile").strip().split("\\s+"));
    if (!scopes.contains("openid")) {
      throw texts.wrong(prefix + "scopes", "openid must be among them");
    }
    String secret = texts.of(prefix + "client-secret");
    OidcProvider.SigningKey signingKey = signingKey(texts, prefix);
    if (secret != null && signingKey != null) {
      throw texts.wrong(prefix + "client-secret", "the key file makes the secret already");
    }
    return new OidcProvider(
        key,
        name,
        issuer(texts, prefix + "issuer", inside),
        texts.needed(prefix + "client-id"),
        secret,
        signingKey,
        scopes,
        answer.equals("form_post"));
  }

  private static URI issuer(Texts texts, String setting, boolean inside) {
    String text = texts.needed(setting);
    try {
      URI issuer = new URI(text);
      boolean scheme =
          "https".equals(issuer.getScheme()) || (inside && "http".equals(issuer.getScheme()));
      if (!scheme || issuer.getHost() == null || issuer.getQuery() != null) {
        throw texts.wrong(setting, "not like https://accounts.example (http needs oidc-inside)");
      }
      return issuer;
    } catch (URISyntaxException e) {
      throw texts.wrong(setting, "not like https://accounts.example");
    }
  }

  private static OidcProvider.@Nullable SigningKey signingKey(Texts texts, String prefix) {
    String file = texts.of(prefix + "key-file");
    if (file == null) {
      for (String rest : List.of("key-id", "team")) {
        if (texts.of(prefix + rest) != null) {
          throw texts.wrong(prefix + rest, "needs " + prefix + "key-file");
        }
      }
      return null;
    }
    String team = texts.needed(prefix + "team");
    String id = texts.needed(prefix + "key-id");
    try {
      String armoured = Files.readString(Path.of(file));
      byte[] bytes = Base64.getDecoder().decode(ARMOUR.matcher(armoured).replaceAll(""));
      ECPrivateKey key =
          (ECPrivateKey)
              KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      return new OidcProvider.SigningKey(key, team, id);
    } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
      // the cause may quote the key
      throw texts.wrong(prefix + "key-file", "holds no EC key in PKCS #8 (.p8), or can't be read");
    }
  }

  private record Texts(Map<String, String> given, UnaryOperator<String> where) {
    @Nullable String of(String setting) {
      return given.get(setting);
    }

    String or(String setting, String otherwise) {
      return given.getOrDefault(setting, otherwise);
    }

    String needed(String setting) {
      String text = given.get(setting);
      if (text == null || !TOKEN.matcher(text).matches()) {
        throw wrong(setting, "is needed, without spaces");
      }
      return text;
    }

    CommandFailure wrong(String setting, String message) {
      return new CommandFailure(
          CommandFailure.USAGE, "%s: %s.".formatted(where.apply(setting), message));
    }
  }
}
