package org.talblatt.wire.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Language tags as agencies write them ("FR", "de_AT", "swe") as BCP 47. */
public final class Languages {
  private static final Map<String, String> SHORT =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> Locale.of(code).getISO3Language(),
                  code -> code,
                  (first, second) -> first));

  private Languages() {}

  public static String tag(String given) {
    if (given.isBlank()) {
      return "";
    }
    Locale locale = Locale.forLanguageTag(given.strip().replace('_', '-'));
    String language = locale.getLanguage();
    if (language.isEmpty()) {
      return "";
    }
    return new Locale.Builder()
        .setLocale(locale)
        .setLanguage(SHORT.getOrDefault(language, language))
        .build()
        .toLanguageTag();
  }
}
