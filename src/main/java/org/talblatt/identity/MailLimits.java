package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.mail.MailAddress;

/** Bounds the mails that somebody without an account can have sent to an address. */
@Component
public class MailLimits {
  private final Throttle throttle;
  private final ClientAddress addresses;

  MailLimits(Throttle throttle, ClientAddress addresses) {
    this.throttle = throttle;
    this.addresses = addresses;
  }

  /**
   * Counts a mail that is about to be sent.
   *
   * @throws Failure where there were too many to this address or from there
   */
  public void count(MailAddress to, HttpServletRequest request) {
    throttle.count(Throttle.Limit.MAIL_BLOCK, addresses.block(request));
    throttle.count(Throttle.Limit.MAIL, to.key());
  }
}
