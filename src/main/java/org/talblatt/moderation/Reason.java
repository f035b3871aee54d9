package org.talblatt.moderation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a reader thinks that a comment should not stand there. */
public enum Reason {
  INSULT,
  HATE,
  SPAM,
  OFFTOPIC,
  PRIVACY,
  /** A notice under article 16 of the DSA. */
  ILLEGAL,
  OTHER;

  /** As the API and forms name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Reason> named(String word) {
    return Stream.of(values()).filter(reason -> reason.word().equals(word)).findFirst();
  }
}
