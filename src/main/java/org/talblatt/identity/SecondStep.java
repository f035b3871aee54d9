package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/** The code that some accounts are asked for beside password, link or another house's word. */
@Component
public class SecondStep {
  private static final String WHAT = "code";
  private static final String FROM_ANYWHERE = "code from anywhere";
  private static final int FREE = 5;

  /** So many fail without a wait from all places together where the account was never opened. */
  private static final int FREE_FROM_ANYWHERE = 15;

  private final CodeFactor codes;
  private final Devices devices;
  private final Tries tries;
  private final AccountNotices notices;

  SecondStep(CodeFactor codes, Devices devices, Tries tries, AccountNotices notices) {
    this.codes = codes;
    this.devices = devices;
    this.tries = tries;
    this.notices = notices;
  }

  /** Whether a code is asked for. */
  boolean due(AccountId account) {
    return codes.on(account);
  }

  /**
   * Goes on where the code is right, and uses it up. Tries wait longer and longer: each place by
   * itself, and all together where the account was never opened; who guesses here knows the
   * password. A device that was in before counts for itself alone, so nobody keeps the owner out,
   * who is told.
   *
   * @throws Failure of type {@code …/second-factor}, 401, where it is missing or wrong; where tried
   *     too often
   */
  public void mustBe(AccountId account, String typed, HttpServletRequest request) {
    if (typed.isBlank()) {
      throw refused("factor.code-due");
    }
    Caller caller = devices.caller(request);
    boolean known = devices.knows(account, caller);
    String place = account + "\n" + (known ? caller.device() : caller.block());
    tries.count(WHAT, place, FREE);
    int failed = known ? 0 : tries.count(FROM_ANYWHERE, account.toString(), FREE_FROM_ANYWHERE);
    if (!codes.use(account, typed)) {
      if (failed == FREE) {
        notices.tell(account, "factor.mail-code-guessing");
      }
      throw refused("factor.code-wrong");
    }
    tries.forgive(WHAT, place);
    if (!known) {
      tries.forgive(FROM_ANYWHERE, account.toString());
    }
  }

  private static Failure refused(String key) {
    return Failure.of(Failure.Kind.LOGIN_REQUIRED, key).typed("second-factor");
  }
}
