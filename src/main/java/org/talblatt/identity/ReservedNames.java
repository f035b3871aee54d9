package org.talblatt.identity;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names under which somebody could speak for the paper; only staff get them. Compared without full
 * stops, hyphens, underscores and blanks: {@code Marta_Kofler.} is nobody but Marta Kofler, whereas
 * readers among each other may be N.G. and NG. Digits that stand for letters are read as such.
 */
public final class ReservedNames {
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s._-]+");

  private static final Set<String> WHOLE =
      keys(
          "admin",
          "root",
          "system",
          "support",
          "webmaster",
          "postmaster",
          "gast",
          "anonym",
          "ich",
          "leser",
          "leserin",
          "editor",
          "editors",
          "publisher",
          "management",
          "newsroom",
          "staff",
          "team",
          "verlag",
          "verlagsleitung",
          "geschäftsführung",
          "intendanz",
          "direzione",
          "direttore",
          "direttrice",
          "editore",
          "editrice",
          "caporedattore",
          "caporedattrice");

  private static final Set<String> WITHIN =
      keys(
          "redaktion",
          "redaktör",
          "redakteur",
          "redazione",
          "editorial",
          "moderat",
          "administrat",
          "amministra",
          "verwaltung",
          "herausgeber",
          "talblatt",
          "ehemaliges mitglied",
          "ex membro",
          "former member");

  private ReservedNames() {}

  /** Whether the name says "I am the paper". */
  public static boolean holds(AccountName name, String paper) {
    String whole = key(paper);
    return Stream.of(name.value(), letters(name.value(), 'i'), letters(name.value(), 'l'))
        .map(ReservedNames::key)
        .anyMatch(
            key ->
                WHOLE.contains(key)
                    || key.equals(whole)
                    || WITHIN.stream().anyMatch(key::contains));
  }

  /** Whether the name would be read as this one. */
  public static boolean looksLike(AccountName name, String other) {
    return key(name.value()).equals(key(other));
  }

  /** The letters that digits are written for: {@code R3dakt10n}. */
  private static String letters(String name, char one) {
    return name.replace('0', 'o')
        .replace('1', one)
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't');
  }

  private static String key(String name) {
    return AccountName.key(PUNCTUATION.matcher(name).replaceAll(""));
  }

  private static Set<String> keys(String... names) {
    return Stream.of(names).map(ReservedNames::key).collect(Collectors.toUnmodifiableSet());
  }
}
