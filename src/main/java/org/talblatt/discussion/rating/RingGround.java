package org.talblatt.discussion.rating;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why votes are set aside. A choice and no words: it stays in the audit log for good. */
public enum RingGround {
  /** Several accounts are one person's. */
  ONE_PERSON,
  /** Several people vote as agreed. */
  ARRANGED,
  /** A program votes. */
  AUTOMATED;

  /** As it is stored, sent by forms, and named in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<RingGround> of(String word) {
    return Stream.of(values()).filter(ground -> ground.word().equals(word)).findFirst();
  }
}
