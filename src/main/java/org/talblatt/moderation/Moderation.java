package org.talblatt.moderation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Articles;
import org.talblatt.base.AccountId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.identity.ReadFirst;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.identity.Suspensions;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;

/** The door to decisions: each is stored with who, when and why, and those concerned are told. */
@Service
class Moderation {
  private final Articles articles;
  private final ThreadReading threads;
  private final Discussion discussion;
  private final Suspensions suspensions;
  private final Decisions decisions;
  private final Reports reports;
  private final ReadFirst readFirst;
  private final AuditLog log;
  private final Jobs jobs;
  private final ApplicationEventPublisher events;
  private final Job<Long> decisionMail;
  private final Job<Long> reportMail;

  Moderation(
      Articles articles,
      ThreadReading threads,
      Discussion discussion,
      Suspensions suspensions,
      Decisions decisions,
      Reports reports,
      ReadFirst readFirst,
      AuditLog log,
      Jobs jobs,
      ApplicationEventPublisher events,
      Job<Long> decisionMail,
      Job<Long> reportMail) {
    this.articles = articles;
    this.threads = threads;
    this.discussion = discussion;
    this.suspensions = suspensions;
    this.decisions = decisions;
    this.reports = reports;
    this.readFirst = readFirst;
    this.log = log;
    this.jobs = jobs;
    this.events = events;
    this.decisionMail = decisionMail;
    this.reportMail = reportMail;
  }

  /**
   * A comment to decide on.
   *
   * @param seen the number of the newest decision that the moderator saw on it, 0 for none; null
   *     for whoever doesn't say, and then only what waits can be decided
   */
  record Item(CommentId comment, @Nullable Long seen) {}

  /** A decision made, and the thread's change number after it. */
  record Decided(Decision decision, long change) {}

  /**
   * Decides on all of these comments or, where one of them is refused, on none. A second moderator
   * is told who was faster.
   */
  @Transactional
  public List<Decided> decide(
      Reader moderator, Actor from, List<Item> items, Ruling ruling, Instant at) {
    return items.stream()
        .distinct()
        // everybody locks in the same order
        .sorted(
            Comparator.comparingLong((Item item) -> item.comment().article().value())
                .thenComparingInt(item -> item.comment().number()))
        .map(item -> decide(moderator, from, item, ruling, at))
        .toList();
  }

  private Decided decide(Reader moderator, Actor from, Item item, Ruling ruling, Instant at) {
    CommentId id = item.comment();
    String section = articles.sectionOf(id.article()).orElseThrow(Failure::notFound);
    Sectioned.require(moderator, section);
    if (ruling.until() != null || ruling.kind() == Decision.Kind.BAN) {
      // it shuts somebody out of the whole paper, not of one section
      moderator.requireEverywhere(Role.MODERATOR);
    }
    decisions.lock(id);
    Comment comment = threads.onFile(id).orElseThrow(Failure::notFound);
    if (comment.author().account().equals(moderator.account())) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "moderation.own-comment");
    }
    Optional<Decisions.Last> last = decisions.last(id);
    boolean waits = comment.state() == Comment.State.HELD || !reports.open(List.of(id)).isEmpty();
    boolean stale =
        item.seen() == null
            ? !waits && last.isPresent()
            : last.map(Decisions.Last::id).orElse(0L) != item.seen().longValue();
    if (stale) {
      throw Failure.of(
          Failure.Kind.CONFLICT, "moderation.decided-already", last.orElseThrow().by());
    }
    return apply(moderator, from, comment, ruling, at);
  }

  /** Stores a decision on a comment and does what it says; the caller has looked at rights. */
  Decided apply(Reader decider, Actor from, Comment comment, Ruling ruling, Instant at) {
    CommentId id = comment.id();
    AccountId author = comment.author().account();
    long decision = decisions.insert(id, author, decider.account(), ruling, at);
    long change = move(comment, ruling);
    sanction(author, from, ruling, decision);
    if (ruling.kind() == Decision.Kind.KEEP && decisions.kept(author) >= ReadFirstCheck.ENOUGH) {
      readFirst.over(author);
    }
    reports.decide(id, decision).forEach(report -> jobs.queue(reportMail, report));
    if (ruling.kind().restricts()) {
      jobs.queue(decisionMail, decision);
      events.publishEvent(new DecisionNews(decision, author, id, DecisionNews.What.REMOVED));
    } else if (waited(comment)) {
      events.publishEvent(new DecisionNews(decision, author, id, DecisionNews.What.RELEASED));
    }
    return new Decided(decisions.find(decision).orElseThrow(), change);
  }

  private static boolean waited(Comment comment) {
    return comment.state() == Comment.State.HELD || comment.state() == Comment.State.REJECTED;
  }

  private void sanction(AccountId author, Actor from, Ruling ruling, long decision) {
    Instant until = ruling.until();
    if (until != null) {
      suspensions.suspend(author, until, ruling.statement(), decision);
      log.record(AuditEntry.of(from, "account.suspended", author, until.toString()));
    } else if (ruling.kind() == Decision.Kind.BAN) {
      suspensions.ban(author, ruling.statement(), decision);
      log.record(AuditEntry.of(from, "account.banned", author, ""));
    }
  }

  /** What its author has taken back stays so, whatever is decided on its text. */
  private long move(Comment comment, Ruling ruling) {
    if (ruling.kind().restricts()) {
      return discussion.reject(comment.id()).change();
    }
    return switch (comment.state()) {
      case HELD, REJECTED -> discussion.publish(comment.id()).change();
      case PUBLISHED, DELETED -> 0;
    };
  }

  /** Ends a suspension or ban before its time. */
  @Transactional
  public Decision lift(
      Reader moderator, Actor from, AccountId account, String statement, Instant at) {
    moderator.requireEverywhere(Role.MODERATOR);
    if (moderator.account().equals(account)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "moderation.own-account");
    }
    if (!suspensions.lift(account, null)) {
      throw Failure.of(Failure.Kind.CONFLICT, "moderation.not-suspended");
    }
    Ruling ruling = new Ruling(Decision.Kind.LIFT, null, null, statement, null);
    long decision = decisions.insert(null, account, moderator.account(), ruling, at);
    log.record(AuditEntry.of(from, "account.suspension-lifted", account, ""));
    jobs.queue(decisionMail, decision);
    events.publishEvent(new DecisionNews(decision, account, null, DecisionNews.What.LIFTED));
    return decisions.find(decision).orElseThrow();
  }
}
