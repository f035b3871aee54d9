package org.talblatt.identity.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The audit log, to be searched and taken along. */
@Controller
class AuditPages {
  static final String PATH = "/verwaltung/protokoll";
  private static final int ROWS = 50;
  private static final int ROWS_AT_ONCE = 1000;

  private final AuditLines lines;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  AuditPages(AuditLines lines, IdentityFrames frames, Templates templates, Settings settings) {
    this.lines = lines;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping(PATH)
  ResponseEntity<String> log(@RequestParam Map<String, String> fields, Reader reader) {
    AuditFilter filter = AuditFilter.of(fields);
    Messages words = Messages.of(reader.language());
    String wrong = filter.wrongDay();
    List<AuditLines.Line> found =
        wrong == null ? lines.find(filter, settings.zone(), before(fields), ROWS + 1) : List.of();
    List<AuditLines.Line> shown = found.subList(0, Math.min(ROWS, found.size()));
    AuditView view =
        new AuditView(
            filter,
            shown,
            lines.verbs(),
            found.size() > ROWS ? filter.path(PATH, shown.getLast().id()) : null,
            filter.path(PATH + ".csv", null),
            wrong == null ? null : words.get("staff.day-unreadable", wrong),
            new Times(settings.zone(), words.locale()));
    return IdentityFrames.answer(
        wrong == null ? 200 : 422,
        templates.staffAudit(frames.frame(reader, "staff.audit"), view).render());
  }

  /** Written while it is read, however long the log is. */
  @GetMapping(PATH + ".csv")
  void file(@RequestParam Map<String, String> fields, Reader reader, HttpServletResponse response)
      throws IOException {
    AuditFilter filter = AuditFilter.of(fields);
    Messages words = Messages.of(reader.language());
    if (filter.wrongDay() != null) {
      throw org.talblatt.base.Failure.invalid(
          "von", "staff.day-unreadable", java.util.Objects.requireNonNull(filter.wrongDay()));
    }
    response.setContentType("text/csv;charset=utf-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"protokoll.csv\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    AuditCsv csv = new AuditCsv(words, new Times(settings.zone(), words.locale()));
    PrintWriter out = response.getWriter();
    out.print(csv.head());
    long before = Long.MAX_VALUE;
    List<AuditLines.Line> some;
    do {
      some = lines.find(filter, settings.zone(), before, ROWS_AT_ONCE);
      some.forEach(line -> out.print(csv.line(line)));
      before = some.isEmpty() ? 0 : some.getLast().id();
    } while (some.size() == ROWS_AT_ONCE);
  }

  private static long before(Map<String, String> fields) {
    String typed = fields.getOrDefault("vor", "");
    return typed.matches("[1-9][0-9]{0,17}") ? Long.parseLong(typed) : Long.MAX_VALUE;
  }
}
