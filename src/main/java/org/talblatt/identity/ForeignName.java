package org.talblatt.identity;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody is called here whose comments come from elsewhere: the same where our rules allow
 * it, else as much of it as they do, and with a number where it is somebody else's already.
 */
final class ForeignName {
  private static final AccountName NAMELESS = new AccountName("Mitglied");
  private static final int LAST_NUMBER = 9;
  private static final int MANY = 1_000_000;

  private ForeignName() {}

  /**
   * Names to try, best first.
   *
   * @param seed the same for the same person; chooses among the last ones
   */
  static Stream<AccountName> choices(String foreign, int seed) {
    AccountName name = allowed(foreign);
    return Stream.concat(
        IntStream.rangeClosed(1, LAST_NUMBER).mapToObj(number -> NearName.numbered(name, number)),
        Stream.of(name, NAMELESS)
            .flatMap(base -> numbers(seed).mapToObj(number -> NearName.numbered(base, number))));
  }

  private static IntStream numbers(int seed) {
    return IntStream.range(0, 20).map(i -> Math.floorMod(seed * 31 + i * 7919, MANY) + 10);
  }

  /** The name itself as far as our rules allow it. */
  static AccountName allowed(String foreign) {
    return NearName.of(foreign).orElse(NAMELESS);
  }
}
