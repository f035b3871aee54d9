package org.talblatt.discussion;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.talblatt.platform.text.Shortened;

/** A comment's words as a quote to answer. */
final class Quote {
  /** In characters as a person counts them; whoever wants more selects it. */
  static final int LONGEST = 600;

  private Quote() {}

  /**
   * The text with a quote's sign before every line, and an empty line to go on in. What the comment
   * itself quotes is left out, unless there is nothing else.
   */
  static String of(String text) {
    Predicate<String> quote = line -> line.stripLeading().startsWith(">");
    List<String> lines = text.lines().toList();
    String own = joined(lines.stream().filter(quote.negate()).toList());
    return Shortened.atWord(LONGEST, own.isEmpty() ? joined(lines) : own)
            .lines()
            .map(line -> line.isBlank() ? ">" : "> " + line)
            .collect(Collectors.joining("\n"))
        + "\n\n";
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines).replaceAll("\\n{3,}", "\n\n").strip();
  }
}
