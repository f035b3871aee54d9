package org.talblatt.paper;

import org.springframework.stereotype.Component;
import org.talblatt.platform.mail.Mail;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.mail.Postman;
import org.talblatt.platform.text.Messages;

/** The mails that the paper writes, each from two messages in the language of who gets it. */
@Component
public class Letters {
  private final Papers papers;
  private final Postman postman;

  Letters(Papers papers, Postman postman) {
    this.papers = papers;
    this.postman = postman;
  }

  /**
   * Sends one; it takes as long as the mail server does, so call it from a job.
   *
   * @param key of the text; {@code key-subject} is its subject. In both {0} is the paper's name,
   *     the arguments follow from {1} on
   */
  public void send(MailAddress to, String language, String key, Object... arguments) {
    Messages messages = Messages.of(language);
    String paper = papers.current().name();
    Object[] all = new Object[arguments.length + 1];
    all[0] = paper;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    postman.send(new Mail(paper, to, messages.get(key + "-subject", all), messages.get(key, all)));
  }
}
