package org.talblatt.moderation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.Suspensions;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;

/**
 * Objections: free of charge, within six months, decided by a publisher who did not decide first.
 */
@Service
class Objections {
  private final Cases cases;
  private final Complaints complaints;
  private final Decisions decisions;
  private final Moderation moderation;
  private final Discussion discussion;
  private final ThreadReading threads;
  private final Suspensions suspensions;
  private final AuditLog log;
  private final Jobs jobs;
  private final ApplicationEventPublisher events;
  private final Job<Long> complaintMail;

  Objections(
      Cases cases,
      Complaints complaints,
      Decisions decisions,
      Moderation moderation,
      Discussion discussion,
      ThreadReading threads,
      Suspensions suspensions,
      AuditLog log,
      Jobs jobs,
      ApplicationEventPublisher events,
      Job<Long> complaintMail) {
    this.cases = cases;
    this.complaints = complaints;
    this.decisions = decisions;
    this.moderation = moderation;
    this.discussion = discussion;
    this.threads = threads;
    this.suspensions = suspensions;
    this.log = log;
    this.jobs = jobs;
    this.events = events;
    this.complaintMail = complaintMail;
  }

  /**
   * Objects to a decision.
   *
   * @param by who acts; null for the holder of a mailed link, who needs no account
   * @param report the own report that was turned down; null where the decision is on one's own
   *     comment or account
   */
  @Transactional
  public long object(
      @Nullable AccountId by, long decision, @Nullable Long report, String typed, Instant at) {
    Case found = cases.find(decision, report).orElseThrow(Failure::notFound);
    if (by != null && !by.equals(found.concerns())) {
      throw Failure.notFound();
    }
    if (found.complaint() != null) {
      throw Failure.of(Failure.Kind.CONFLICT, "moderation.objected-already");
    }
    if (!found.objectable(at)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "moderation.objection-over");
    }
    String text = Prose.needed("text", "moderation.objection-missing", typed);
    return complaints
        .insert(decision, report, found.concerns(), text, at)
        .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "moderation.objected-already"));
  }

  /** What a publisher finds. */
  sealed interface Finding {
    String statement();

    /** The decision was right. */
    record Confirm(String statement) implements Finding {}

    /** It was wrong: what it took comes back. */
    record Reverse(String statement) implements Finding {}

    /** The reporter was right: the comment goes, with reasons for its author. */
    record Remove(Ruling ruling) implements Finding {
      @Override
      public String statement() {
        return ruling.statement();
      }
    }
  }

  /** Decides an objection for good; both sides are told. */
  @Transactional
  public void decide(Reader publisher, Actor from, long id, Finding finding, Instant at) {
    publisher.require(Role.PUBLISHER);
    Complaint complaint = complaints.lock(id).orElseThrow(Failure::notFound);
    if (complaint.outcome() != null) {
      throw Failure.of(Failure.Kind.CONFLICT, "moderation.complaint-decided");
    }
    Decision decision = decisions.find(complaint.decision()).orElseThrow(Failure::notFound);
    if (publisher.account().equals(decision.decidedBy())
        || publisher.account().equals(complaint.complainant())
        || publisher.account().equals(decision.account())) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "moderation.complaint-own-decision");
    }
    Complaint.Outcome outcome =
        switch (finding) {
          case Finding.Confirm right -> Complaint.Outcome.CONFIRMED;
          case Finding.Reverse wrong -> restore(decision, complaint, from);
          case Finding.Remove wrong -> remove(publisher, from, decision, wrong.ruling(), at);
        };
    complaints.decide(id, outcome, finding.statement(), publisher.account(), at);
    jobs.queue(complaintMail, id);
    AccountId concerned = decision.account();
    if (complaint.report() == null && concerned != null) {
      events.publishEvent(
          new DecisionNews(
              decision.id(), concerned, decision.comment(), DecisionNews.What.OBJECTION));
    }
  }

  private Complaint.Outcome restore(Decision decision, Complaint complaint, Actor from) {
    if (complaint.report() != null) {
      throw Failure.invalid("outcome", "moderation.ground-missing");
    }
    CommentId id = decision.comment();
    if (id != null && standsRejectedBy(decision, id)) {
      discussion.publish(id);
    }
    AccountId account = decision.account();
    if (account != null && suspensions.lift(account, decision.id())) {
      log.record(AuditEntry.of(from, "account.suspension-lifted", account, ""));
    }
    return Complaint.Outcome.REVERSED;
  }

  /** A later decision on the same comment keeps its force. */
  private boolean standsRejectedBy(Decision decision, CommentId id) {
    decisions.lock(id);
    Optional<Decisions.Last> last = decisions.last(id);
    return last.filter(newest -> newest.id() == decision.id()).isPresent()
        && threads
            .onFile(id)
            .filter(comment -> comment.state() == Comment.State.REJECTED)
            .isPresent();
  }

  private Complaint.Outcome remove(
      Reader publisher, Actor from, Decision decision, Ruling ruling, Instant at) {
    CommentId id = decision.comment();
    if (id == null) {
      throw Failure.invalid("outcome", "moderation.ground-missing");
    }
    decisions.lock(id);
    threads.onFile(id).ifPresent(comment -> moderation.apply(publisher, from, comment, ruling, at));
    return Complaint.Outcome.REVERSED;
  }
}
