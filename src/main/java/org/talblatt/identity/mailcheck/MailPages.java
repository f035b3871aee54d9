package org.talblatt.identity.mailcheck;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** For administrators: what our mails lack, and a mail to try it. */
@Controller
@RequestMapping("/verwaltung/mail")
class MailPages {
  private final MailReport report;
  private final TestMail mail;
  private final IdentityFrames frames;
  private final ClientAddress clients;
  private final Templates templates;

  MailPages(
      MailReport report,
      TestMail mail,
      IdentityFrames frames,
      ClientAddress clients,
      Templates templates) {
    this.report = report;
    this.mail = mail;
    this.frames = frames;
    this.clients = clients;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> form(Reader reader, @RequestParam(defaultValue = "") String gesendet) {
    String note = Messages.of(reader.language()).get("mailcheck.test-sent", mail.address(reader));
    return page(200, reader, gesendet.isEmpty() ? null : note, null);
  }

  @PostMapping
  ResponseEntity<String> send(Reader reader, HttpServletRequest request) {
    TestMail.Outcome outcome;
    try {
      outcome = mail.send(reader, clients.block(request));
    } catch (Failure refused) {
      return frames.tooMany(refused, sentence -> page(429, reader, null, sentence));
    }
    if (outcome == TestMail.Outcome.SENT) {
      return IdentityFrames.seeOther("/verwaltung/mail?gesendet=1").build();
    }
    String problem = Messages.of(reader.language()).get(outcome.key(), mail.address(reader));
    return page(422, reader, null, problem);
  }

  private ResponseEntity<String> page(
      int status, Reader reader, @Nullable String note, @Nullable String problem) {
    String html =
        templates
            .identityMailcheckMail(
                frames.frame(reader, "mailcheck.title"),
                report.findings(),
                mail.address(reader),
                note,
                problem)
            .render();
    return IdentityFrames.answer(status, html);
  }
}
