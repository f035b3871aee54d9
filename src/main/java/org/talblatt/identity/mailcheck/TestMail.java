package org.talblatt.identity.mailcheck;

import org.springframework.stereotype.Component;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Throttle;
import org.talblatt.paper.Papers;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.mail.Postman;
import org.talblatt.platform.text.Messages;

/** A mail to the administrator who asks for it, sent at once: they wait for what comes of it. */
@Component
class TestMail {
  private final BouncedAddresses addresses;
  private final Throttle throttle;
  private final Papers papers;
  private final Postman postman;

  TestMail(BouncedAddresses addresses, Throttle throttle, Papers papers, Postman postman) {
    this.addresses = addresses;
    this.throttle = throttle;
    this.papers = papers;
    this.postman = postman;
  }

  /** What came of it. */
  enum Outcome {
    SENT("mailcheck.test-sent"),
    /** The server said that there is no such mailbox. */
    NO_MAILBOX("mailcheck.test-no-mailbox"),
    /** The server could not be reached or did not take it. */
    REFUSED("mailcheck.test-refused");

    private final String key;

    Outcome(String key) {
      this.key = key;
    }

    /** The sentence that says so. */
    String key() {
      return key;
    }
  }

  /** Where it goes. */
  String address(Reader reader) {
    return addresses.of(reader.account()).map(BouncedAddresses.Address::email).orElse("");
  }

  /** Takes as long as the mail server does, fifteen seconds at most for each of its answers. */
  Outcome send(Reader reader, String block) {
    MailAddress to = new MailAddress(address(reader));
    throttle.count(Throttle.Limit.MAIL_BLOCK, block);
    throttle.count(Throttle.Limit.MAIL, to.key());
    Messages words = Messages.of(reader.language());
    String paper = papers.current().name();
    try {
      return postman.send(
              new Mail(
                  paper,
                  to,
                  words.get("mailcheck.test-subject", paper),
                  words.get("mailcheck.test", paper)))
          ? Outcome.SENT
          : Outcome.NO_MAILBOX;
    } catch (Postman.Undelivered refused) {
      return Outcome.REFUSED;
    }
  }
}
