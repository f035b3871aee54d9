package org.talblatt.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.identity.guard.AbuseSigns;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;

/**
 * Guessing passwords gets slow, and nobody can slow anybody else. Tries are counted for each login
 * and address block; a browser that has logged in to the account before has a count of its own. How
 * many have failed at one login from anywhere unknown only makes each unknown block's count
 * stricter: its first try is always free, so the owner gets in from a new place too.
 */
@Component
class Guesses {
  private static final String AT_LOGIN = "login";
  private static final String FROM_ANYWHERE = "login from anywhere";

  /** So many fail from one place without a wait; fewer where many have failed from others. */
  private static final int FREE = 10;

  private static final int FREE_WHEN_MANY = 3;
  private static final int FREE_WHEN_VERY_MANY = 1;
  private static final int MANY = 20;
  private static final int VERY_MANY = 100;
  private static final int NO_WAIT = Integer.MAX_VALUE;

  private final Tries tries;
  private final Throttle throttle;
  private final Devices devices;
  private final AbuseSigns signs;
  private final Jobs jobs;
  private final Job<Long> guessingMail;

  Guesses(
      Tries tries,
      Throttle throttle,
      Devices devices,
      AbuseSigns signs,
      Jobs jobs,
      Job<Long> guessingMail) {
    this.tries = tries;
    this.throttle = throttle;
    this.devices = devices;
    this.signs = signs;
    this.jobs = jobs;
    this.guessingMail = guessingMail;
  }

  /**
   * A try that has begun.
   *
   * @param account null where the login is nobody's
   * @param place where from, for this login
   * @param block null for a browser that is known: it counts for itself alone
   */
  record Guess(@Nullable AccountId account, String who, String place, @Nullable String block) {}

  /**
   * Counts a try.
   *
   * @param who the login as typed, however it is written
   * @throws Failure where it comes too early
   */
  Guess begin(Optional<AccountId> account, String who, Caller caller) {
    AccountId id = account.orElse(null);
    String target = id == null ? who : "account " + id;
    if (id != null && devices.knows(id, caller)) {
      tries.count(AT_LOGIN, target + "\n" + caller.device(), FREE);
      return new Guess(id, target, target + "\n" + caller.device(), null);
    }
    throttle.count(Throttle.Limit.LOGIN_BLOCK, caller.block());
    String place = target + "\n" + caller.block();
    int failed = tries.failed(FROM_ANYWHERE, target);
    tries.count(AT_LOGIN, place, free(failed));
    return new Guess(id, target, place, caller.block());
  }

  private static int free(int failed) {
    if (failed >= VERY_MANY) {
      return FREE_WHEN_VERY_MANY;
    }
    return failed >= MANY ? FREE_WHEN_MANY : FREE;
  }

  /** It was the owner: the try doesn't count. */
  void right(Guess guess) {
    tries.forgive(AT_LOGIN, guess.place());
    if (guess.block() != null) {
      throttle.forgive(Throttle.Limit.LOGIN_BLOCK, guess.block());
    }
  }

  /** It was wrong: the owner, if there is one, is told where that becomes much. */
  void wrong(Guess guess) {
    if (guess.block() == null) {
      return;
    }
    signs.note(AbuseSigns.Sign.REFUSED_LOGIN, guess.block());
    if (tries.count(FROM_ANYWHERE, guess.who(), NO_WAIT) >= MANY) {
      jobs.queue(guessingMail, guess.account() == null ? 0 : guess.account().value());
    }
  }
}
