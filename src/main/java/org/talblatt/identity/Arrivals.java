package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;

/** Notes what an account is used from, and tells its owner of what is new. */
@Component
class Arrivals {
  private static final String NEW_DEVICE = "factor.mail-device";

  private final Devices devices;
  private final AccountNotices notices;

  Arrivals(Devices devices, AccountNotices notices) {
    this.devices = devices;
    this.notices = notices;
  }

  /** A browser; {@code cookies} gets the one by which it will be known again. */
  @Transactional
  void note(AccountId account, HttpServletRequest request, HttpHeaders cookies) {
    if (devices.remember(account, request, cookies)) {
      notices.tell(account, NEW_DEVICE, OpenSession.device(agent(request)));
    }
  }

  /** A program that shows its session itself. */
  @Transactional
  void noteProgram(AccountId account, HttpServletRequest request) {
    if (devices.rememberProgram(account, agent(request))) {
      notices.tell(account, NEW_DEVICE, OpenSession.device(agent(request)));
    }
  }

  static String agent(HttpServletRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return agent == null ? "" : agent;
  }
}
