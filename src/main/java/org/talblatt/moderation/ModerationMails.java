package org.talblatt.moderation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.identity.Addressees;
import org.talblatt.identity.Addressees.Addressee;
import org.talblatt.paper.Letters;
import org.talblatt.platform.Settings;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * The mails about reports and decisions, each queued by the number of what it is about. Links are
 * made here, so that no secret waits in a table.
 */
@Configuration
class ModerationMails {
  private final Cases cases;
  private final Complaints complaints;
  private final Reports reports;
  private final CaseLinks caseLinks;
  private final Addressees addressees;
  private final Letters letters;
  private final Settings settings;

  ModerationMails(
      Cases cases,
      Complaints complaints,
      Reports reports,
      CaseLinks caseLinks,
      Addressees addressees,
      Letters letters,
      Settings settings) {
    this.cases = cases;
    this.complaints = complaints;
    this.reports = reports;
    this.caseLinks = caseLinks;
    this.addressees = addressees;
    this.letters = letters;
    this.settings = settings;
  }

  /** To whose comment or account a decision is about. */
  @Bean
  Job<Long> decisionMail() {
    return new Job<>(
        "moderation-decision-mail",
        Long.class,
        id -> cases.find(id, null).ifPresent(this::decided));
  }

  /** To the reporter: what became of it. */
  @Bean
  Job<Long> reportMail() {
    return new Job<>(
        "moderation-report-mail", Long.class, id -> cases.ofReport(id).ifPresent(this::answered));
  }

  /** To who sent a notice of illegal content: it has arrived. */
  @Bean
  Job<Long> noticeReceiptMail() {
    return new Job<>(
        "moderation-receipt-mail", Long.class, id -> cases.ofReport(id).ifPresent(this::received));
  }

  /** To both sides of an objection: how it was decided. */
  @Bean
  Job<Long> complaintMail() {
    return new Job<>(
        "moderation-complaint-mail", Long.class, id -> complaints.find(id).ifPresent(this::ended));
  }

  private void decided(Case shown) {
    Decision decision = shown.decision();
    if (decision == null) {
      return;
    }
    to(decision.account())
        .ifPresent(
            to -> {
              Messages words = Messages.of(to.language());
              send(
                  to,
                  decision.kind().word(),
                  shown.headline(),
                  address(shown),
                  ground(words, decision),
                  decision.statement(),
                  decision.until() == null ? "" : times(words).full(decision.until()),
                  link(decision.id(), null));
            });
  }

  private void answered(Case shown) {
    Report report = shown.report();
    Decision decision = shown.decision();
    if (report == null || decision == null) {
      return;
    }
    boolean kept = decision.kind() == Decision.Kind.KEEP;
    to(report)
        .ifPresent(
            to ->
                send(
                    to,
                    kept ? "report-kept" : "report-removed",
                    shown.headline(),
                    address(shown),
                    kept ? decision.statement() : ground(Messages.of(to.language()), decision),
                    link(decision.id(), report.id())));
  }

  private void received(Case shown) {
    Report report = shown.report();
    if (report != null) {
      to(report)
          .ifPresent(to -> send(to, "receipt", shown.headline(), address(shown), report.text()));
    }
  }

  private void ended(Complaint complaint) {
    Case shown = cases.find(complaint.decision(), complaint.report()).orElseThrow();
    boolean reversed = complaint.outcome() == Complaint.Outcome.REVERSED;
    String statement = String.valueOf(complaint.statement());
    complainant(complaint)
        .ifPresent(
            to ->
                send(
                    to,
                    reversed ? "complaint-reversed" : "complaint-confirmed",
                    shown.headline(),
                    address(shown),
                    statement));
    if (reversed && complaint.report() == null) {
      reports.closedBy(complaint.decision()).stream()
          .flatMap(id -> reports.find(id).stream())
          .flatMap(report -> to(report).stream())
          .forEach(to -> send(to, "report-restored", shown.headline(), address(shown), statement));
    }
  }

  private Optional<Addressee> complainant(Complaint complaint) {
    return complaint.complainant() == null && complaint.report() != null
        ? reports.find(complaint.report()).flatMap(this::to)
        : to(complaint.complainant());
  }

  private Optional<Addressee> to(@Nullable AccountId account) {
    return account == null ? Optional.empty() : addressees.find(account);
  }

  private Optional<Addressee> to(Report report) {
    Report.Notifier notifier = report.notifier();
    return notifier == null
        ? to(report.reporter())
        : Optional.of(new Addressee(notifier.name(), notifier.email(), report.language()));
  }

  private static String ground(Messages words, Decision decision) {
    Ground ground = decision.ground();
    return ground == null ? "" : ground.words(words);
  }

  private String address(Case shown) {
    CommentId comment = shown.comment();
    return comment == null ? "" : settings.links().absolute(Links.comment(comment));
  }

  private String link(long decision, @Nullable Long report) {
    return settings.links().absolute("/widerspruch?link=" + caseLinks.make(decision, report));
  }

  private Times times(Messages words) {
    return new Times(settings.zone(), words.locale());
  }

  /** Paper and name come first among the message's arguments. */
  private void send(Addressee to, String kind, Object... arguments) {
    Object[] named = new Object[arguments.length + 1];
    named[0] = to.name();
    System.arraycopy(arguments, 0, named, 1, arguments.length);
    letters.send(to.email(), to.language(), "moderation.mail-" + kind, named);
  }
}
