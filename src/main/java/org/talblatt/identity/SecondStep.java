package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/** The code that some accounts are asked for beside password, link or another house's word. */
@Component
public class SecondStep {
  private static final String WHAT = "code";
  private static final int FREE = 5;

  private final CodeFactor codes;
  private final Devices devices;
  private final Tries tries;

  SecondStep(CodeFactor codes, Devices devices, Tries tries) {
    this.codes = codes;
    this.devices = devices;
    this.tries = tries;
  }

  /** Whether a code is asked for. */
  boolean due(AccountId account) {
    return codes.on(account);
  }

  /**
   * Goes on where the code is right, and uses it up. Tries wait longer and longer, each place by
   * itself, so that nobody keeps the owner out.
   *
   * @throws Failure of type {@code …/second-factor}, 401, where it is missing or wrong; where tried
   *     too often
   */
  public void mustBe(AccountId account, String typed, HttpServletRequest request) {
    if (typed.isBlank()) {
      throw refused("factor.code-due");
    }
    Caller caller = devices.caller(request);
    String place = devices.knows(account, caller) ? caller.device() : caller.block();
    tries.count(WHAT, account + "\n" + place, FREE);
    if (!codes.use(account, typed)) {
      throw refused("factor.code-wrong");
    }
    tries.forgive(WHAT, account + "\n" + place);
  }

  private static Failure refused(String key) {
    return Failure.of(Failure.Kind.LOGIN_REQUIRED, key).typed("second-factor");
  }
}
