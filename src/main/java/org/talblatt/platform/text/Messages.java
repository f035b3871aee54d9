package org.talblatt.platform.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What readers see, in one language. Keys live in {@code messages/<feature>_<language>.properties};
 * values are ICU messages with positional arguments ({@code {0, plural, one {…} other {…}}}).
 */
public final class Messages {
  /** The languages of the interface; the first is what a missing one falls back to. */
  public static final List<String> LANGUAGES = List.of("de", "it", "en");

  /** One file per feature and language. */
  public static final List<String> FEATURES =
      List.of(
          "platform",
          "paper",
          "identity",
          "staff",
          "guard",
          "mailcheck",
          "oidc",
          "profile",
          "factor",
          "passkey",
          "picture",
          "article",
          "wire",
          "desk",
          "routing",
          "inbox",
          "planning",
          "discussion",
          "leaving",
          "notification",
          "rules",
          "writing",
          "transfer",
          "rating",
          "orders",
          "reading",
          "live",
          "widget",
          "front",
          "editor",
          "changes",
          "ways",
          "pictures",
          "site",
          "moderation");

  private static final Map<String, Messages> ALL = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Map<String, MessageFormat> formats;

  private Messages(Locale locale, Map<String, MessageFormat> formats) {
    this.locale = locale;
    this.formats = formats;
  }

  /** The messages of a language (BCP 47); German where we don't speak it. */
  public static Messages of(@Nullable String language) {
    String primary = language == null ? "de" : Locale.forLanguageTag(language).getLanguage();
    String spoken = LANGUAGES.contains(primary) ? primary : LANGUAGES.getFirst();
    return ALL.computeIfAbsent(spoken, Messages::load);
  }

  /** The message under this key. An unknown key is a mistake of ours and fails loudly. */
  public String get(String key, Object... arguments) {
    MessageFormat format = formats.get(key);
    if (format == null) {
      throw new IllegalArgumentException("no message " + key + " in " + locale);
    }
    return format.clone().format(arguments);
  }

  /** As {@link #get(String, Object...)}. */
  public String get(String key, List<Object> arguments) {
    return get(key, arguments.toArray());
  }

  /** Whether there is a message under this key. */
  public boolean knows(String key) {
    return formats.containsKey(key);
  }

  /** Every key, for tests. */
  public Set<String> keys() {
    return Set.copyOf(formats.keySet());
  }

  public Locale locale() {
    return locale;
  }

  /** The BCP 47 tag, for {@code lang}. */
  public String language() {
    return locale.toLanguageTag();
  }

  private static Messages load(String language) {
    Locale locale = Locale.forLanguageTag(language);
    Map<String, MessageFormat> formats = new HashMap<>();
    for (String feature : FEATURES) {
      Properties texts = read("/messages/" + feature + "_" + language + ".properties");
      texts.forEach(
          (key, value) -> formats.put((String) key, new MessageFormat((String) value, locale)));
    }
    return new Messages(locale, Map.copyOf(formats));
  }

  private static Properties read(String path) {
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no messages at " + path);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
