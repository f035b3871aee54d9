package org.talblatt.moderation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.MailLimits;
import org.talblatt.identity.Reader;
import org.talblatt.platform.text.Times;

/** Reports as JSON. Only a notice of illegal content can be sent without a login. */
@RestController
class ReportApi {
  private final Reporting reporting;
  private final MailLimits limits;
  private final ModerationFrames frames;

  ReportApi(Reporting reporting, MailLimits limits, ModerationFrames frames) {
    this.reporting = reporting;
    this.limits = limits;
    this.frames = frames;
  }

  /**
   * A report.
   *
   * @param goodFaith asked of a notice
   * @param name asked of who is not logged in
   */
  record NewReport(
      @Nullable String reason,
      @Nullable String text,
      @Nullable Boolean goodFaith,
      @Nullable String name,
      @Nullable String email) {
    private ReportForm form() {
      return new ReportForm(
          or(reason), or(text), Boolean.TRUE.equals(goodFaith), or(name), or(email));
    }

    private static String or(@Nullable String given) {
      return given == null ? "" : given;
    }
  }

  /** What was noted. */
  record ReportJson(
      long article, int number, String reason, String text, String createdAt, String state) {}

  @PostMapping(
      "/api/v1/articles/{article:[1-9][0-9]{0,17}}/comments/{number:[1-9][0-9]{0,8}}/reports")
  ResponseEntity<ReportJson> report(
      @PathVariable long article,
      @PathVariable int number,
      @RequestBody NewReport body,
      Optional<Reader> reader,
      HttpServletRequest request) {
    CommentId id = new CommentId(new ArticleId(article), number);
    ReportForm form = body.form();
    reporting.reportable(reader.orElse(null), id);
    if (reader.isEmpty() && !form.notice()) {
      throw Failure.loginRequired();
    }
    ReportForm.Parsed parsed = form.parse(reader.isPresent());
    Report.Notifier notifier = parsed.notifier();
    if (notifier != null) {
      limits.count(notifier.email(), request);
    }
    String language = reader.map(Reader::language).orElse(frames.words().language());
    Instant now = frames.now();
    Report report = reporting.report(reader.orElse(null), language, id, parsed, now);
    Times times = frames.times(frames.words());
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            new ReportJson(
                article,
                number,
                report.reason().name().toLowerCase(Locale.ROOT),
                report.text(),
                times.iso(report.createdAt()),
                "received"));
  }
}
