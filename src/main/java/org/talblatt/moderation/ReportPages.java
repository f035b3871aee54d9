package org.talblatt.moderation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Article;
import org.talblatt.article.Articles;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Comment;
import org.talblatt.identity.KeptText;
import org.talblatt.identity.KeptTexts;
import org.talblatt.identity.LoginWall;
import org.talblatt.identity.MailLimits;
import org.talblatt.identity.Reader;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** The form by which a reader, or anybody with a notice, reports a comment. */
@Controller
@RequestMapping("/melden")
class ReportPages {
  private final Reporting reporting;
  private final Articles articles;
  private final LoginWall wall;
  private final KeptTexts keptTexts;
  private final MailLimits limits;
  private final ModerationFrames frames;
  private final Templates templates;

  ReportPages(
      Reporting reporting,
      Articles articles,
      LoginWall wall,
      KeptTexts keptTexts,
      MailLimits limits,
      ModerationFrames frames,
      Templates templates) {
    this.reporting = reporting;
    this.articles = articles;
    this.wall = wall;
    this.keptTexts = keptTexts;
    this.limits = limits;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String artikel,
      @RequestParam(defaultValue = "") String kommentar,
      @RequestParam(defaultValue = "") String grund,
      Optional<Reader> reader) {
    CommentId id = comment(artikel, kommentar);
    Comment comment = reporting.reportable(reader.orElse(null), id);
    String reason = Reason.named(grund).map(Reason::word).orElse("");
    String kept =
        reader
            .flatMap(known -> keptTexts.of(known.account(), KeptText.Place.report(id, reason)))
            .map(KeptText::text)
            .orElse("");
    ReportForm form = new ReportForm(reason, kept, false, "", "");
    return ModerationFrames.answer(200, page(comment, reader, form, Problems.NONE));
  }

  @PostMapping
  ResponseEntity<String> report(
      @RequestParam(defaultValue = "") String artikel,
      @RequestParam(defaultValue = "") String kommentar,
      @RequestParam(defaultValue = "") String grund,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String glaube,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      Optional<Reader> reader,
      HttpServletRequest request) {
    CommentId id = comment(artikel, kommentar);
    Comment comment = reporting.reportable(reader.orElse(null), id);
    ReportForm form = new ReportForm(grund, text, !glaube.isEmpty(), name, email);
    if (reader.isEmpty() && !form.notice()) {
      String reason = Reason.named(grund).map(Reason::word).orElse("");
      return wall.ask(KeptText.Place.report(id, reason), text, request);
    }
    try {
      take(reader.orElse(null), id, form, request);
    } catch (Failure refused) {
      Problems problems = Problems.of(words(reader, id), refused);
      return ModerationFrames.refused(refused, page(comment, reader, form, problems));
    }
    reader.ifPresent(known -> keptTexts.drop(known.account(), KeptText.Place.report(id, "")));
    return ModerationFrames.seeOther("/melden/eingegangen?artikel=" + id.article());
  }

  private void take(
      @Nullable Reader reader, CommentId id, ReportForm form, HttpServletRequest request) {
    ReportForm.Parsed parsed = form.parse(reader != null);
    Report.Notifier notifier = parsed.notifier();
    if (notifier != null) {
      limits.count(notifier.email(), request);
    }
    String language = words(Optional.ofNullable(reader), id).language();
    reporting.report(reader, language, id, parsed, frames.now());
  }

  @GetMapping("/eingegangen")
  ResponseEntity<String> thanks(
      @RequestParam(defaultValue = "") String artikel, Optional<Reader> reader) {
    Article article = article(comment(artikel, "1").article());
    Messages words = words(reader, article);
    return ModerationFrames.answer(
        200,
        templates
            .moderationReported(
                frames.frame(words, "moderation.report-title"),
                reader.isPresent() ? Links.personalView(article.id()) : article.path(),
                reader.isPresent())
            .render());
  }

  private String page(
      Comment comment, Optional<Reader> reader, ReportForm form, Problems problems) {
    Article article = article(comment.id().article());
    ReportView view =
        new ReportView(
            comment, article.headline(), article.path(), reader.isPresent(), form, problems);
    return templates
        .moderationReport(frames.frame(words(reader, article), "moderation.report-title"), view)
        .render();
  }

  private Messages words(Optional<Reader> reader, CommentId id) {
    return words(reader, article(id.article()));
  }

  private static Messages words(Optional<Reader> reader, Article article) {
    return Messages.of(reader.map(Reader::language).orElse(article.language()));
  }

  private Article article(ArticleId id) {
    return articles.published(id).orElseThrow(() -> articles.missing(id));
  }

  private static CommentId comment(String article, String number) {
    if (!article.matches("[1-9][0-9]{0,17}") || !number.matches("[1-9][0-9]{0,8}")) {
      throw Failure.notFound();
    }
    return new CommentId(new ArticleId(Long.parseLong(article)), Integer.parseInt(number));
  }
}
