package org.talblatt.moderation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.ThreadReading;
import org.talblatt.identity.Reader;
import org.talblatt.platform.jobs.Job;
import org.talblatt.platform.jobs.Jobs;

/** Takes reports and notices, once per person and comment. */
@Service
class Reporting {
  private final Articles articles;
  private final ThreadReading threads;
  private final Reports reports;
  private final Jobs jobs;
  private final Job<Long> receiptMail;

  Reporting(
      Articles articles,
      ThreadReading threads,
      Reports reports,
      Jobs jobs,
      Job<Long> noticeReceiptMail) {
    this.articles = articles;
    this.threads = threads;
    this.reports = reports;
    this.jobs = jobs;
    this.receiptMail = noticeReceiptMail;
  }

  /**
   * The comment, as long as there is something to report: it stands, and this reader did not write
   * it.
   *
   * @param reader null for who is not logged in
   */
  Comment reportable(@Nullable Reader reader, CommentId id) {
    mustBePublic(id.article());
    Comment comment =
        threads
            .onFile(id)
            .filter(found -> found.state() == Comment.State.PUBLISHED)
            .orElseThrow(Failure::notFound);
    if (reader != null && comment.author().account().equals(reader.account())) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "moderation.report-own");
    }
    return comment;
  }

  /**
   * Notes a report; who sent a notice gets a confirmation by mail.
   *
   * @param reader null for a notice without an account
   * @param language what to write to the reporter in
   */
  @Transactional
  public Report report(
      @Nullable Reader reader, String language, CommentId id, ReportForm.Parsed form, Instant at) {
    Comment comment = reportable(reader, id);
    Report report =
        new Report(
            0,
            id,
            comment.revision(),
            reader == null ? null : reader.account(),
            form.notifier(),
            language,
            form.reason(),
            form.text(),
            at,
            null);
    Optional<Long> stored = reports.insert(report);
    if (stored.isEmpty()) {
      throw Failure.of(Failure.Kind.CONFLICT, "moderation.reported-already");
    }
    if (form.reason() == Reason.ILLEGAL) {
      jobs.queue(receiptMail, stored.get());
    }
    return reports.find(stored.get()).orElseThrow();
  }

  private void mustBePublic(ArticleId article) {
    if (articles.published(article).isEmpty()) {
      throw articles.missing(article);
    }
  }
}
