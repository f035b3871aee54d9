package org.talblatt.identity.guard;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells people from robots by what costs people nothing: a field that they don't see, the time that
 * typing takes, and, from an address block that much speaks against, a second of their machine's
 * work. Who comes from such a block without JavaScript registers all the same, and has the first
 * comments read before they are published.
 */
@Component
public class RegistrationGuard {
  private final FormTokens tokens;
  private final AbuseSigns signs;

  RegistrationGuard(FormTokens tokens, AbuseSigns signs) {
    this.tokens = tokens;
    this.signs = signs;
  }

  /**
   * What a form carries.
   *
   * @param work whether the browser is to solve a {@link Puzzle}
   */
  public record Guarded(String token, boolean work) {
    /** What the puzzle is about. */
    public String nonce() {
      return FormTokens.nonce(token);
    }
  }

  /**
   * What came of a form that was sent.
   *
   * @param robot it can't have been a person: nothing is to happen, nothing to be said
   * @param problem message key of why it has to be sent again; null where it doesn't
   * @param readFirst whether the first comments are to be read by a moderator
   */
  public record Verdict(boolean robot, @Nullable String problem, boolean readFirst) {}

  /** For a form that is about to be shown. */
  public Guarded form(String token, String block) {
    return new Guarded(tokens.renew(token), signs.suspicious(block));
  }

  /**
   * Looks at a form that was sent.
   *
   * @param trap the field that people don't see
   * @param work the answer to the puzzle; empty where there was none, or no JavaScript
   */
  public Verdict check(String trap, String token, String work, String block) {
    if (!trap.isEmpty()) {
      signs.note(AbuseSigns.Sign.TRAP, block);
      return new Verdict(true, null, false);
    }
    return switch (tokens.age(token)) {
      case TOO_YOUNG -> new Verdict(false, "guard.too-fast", false);
      case ENDED -> new Verdict(false, "guard.form-ended", false);
      case GOOD ->
          new Verdict(
              false,
              null,
              signs.suspicious(block) && !Puzzle.solved(FormTokens.nonce(token), work));
    };
  }

  /** Whether nothing speaks against where a program comes from. */
  public boolean trusts(String block) {
    return !signs.suspicious(block);
  }
}
