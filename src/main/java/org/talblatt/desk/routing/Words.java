package org.talblatt.desk.routing;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words to look for: whole ones and phrases, whatever their case; a star at either end stands for
 * the rest of a word ({@code suizid*}, {@code *missbrauch}).
 */
final class Words {
  private static final String LETTER = "[\\p{L}\\p{N}]";

  private final @Nullable Pattern pattern;

  private Words(@Nullable Pattern pattern) {
    this.pattern = pattern;
  }

  static Words of(Collection<String> words) {
    return new Words(
        words.isEmpty()
            ? null
            : Pattern.compile(
                words.stream().map(Words::expression).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  /** Names are written as they are: "Mals" is no "mals". */
  static Words named(Collection<String> names) {
    return new Words(
        names.isEmpty()
            ? null
            : Pattern.compile(
                names.stream().map(Words::expression).collect(Collectors.joining("|"))));
  }

  /** Whether one of them stands there. */
  boolean in(String text) {
    return pattern != null && pattern.matcher(text).find();
  }

  private static String expression(String word) {
    boolean begins = word.endsWith("*");
    boolean ends = word.startsWith("*");
    String plain = word.substring(ends ? 1 : 0, word.length() - (begins ? 1 : 0));
    String spaced =
        List.of(plain.strip().split("\\s+")).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    return (ends ? "" : "(?<!" + LETTER + ")") + spaced + (begins ? "" : "(?!" + LETTER + ")");
  }
}
