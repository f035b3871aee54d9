package org.talblatt.identity.staff;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.identity.AccessOverview;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The administration's way in: the list of accounts, and who may what. */
@Controller
class AccountListPages {
  static final String PATH = "/verwaltung/konten";
  private static final int ROWS = 50;

  private final AccountFiles records;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  AccountListPages(
      AccountFiles records, IdentityFrames frames, Templates templates, Settings settings) {
    this.records = records;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping("/verwaltung")
  ResponseEntity<String> home() {
    return IdentityFrames.seeOther(PATH).build();
  }

  @GetMapping(PATH)
  ResponseEntity<String> list(
      @RequestParam(defaultValue = "") String suche,
      @RequestParam(defaultValue = "") String rolle,
      @RequestParam(defaultValue = "") String zustand,
      @RequestParam(defaultValue = "") String nach,
      Reader reader) {
    AccountFilter filter = AccountFilter.of(suche, rolle, zustand);
    long after = nach.matches("[1-9][0-9]{0,17}") ? Long.parseLong(nach) : 0;
    List<AccountFiles.Row> found = records.search(filter, after, ROWS + 1);
    List<AccountFiles.Row> shown = found.subList(0, Math.min(ROWS, found.size()));
    String next = found.size() > ROWS ? filter.path(shown.getLast().id().value()) : null;
    AccountListView view = new AccountListView(filter, shown, next, times(reader));
    return IdentityFrames.answer(
        200, templates.staffAccounts(frames.frame(reader, "staff.accounts"), view).render());
  }

  @GetMapping("/verwaltung/rechte")
  ResponseEntity<String> rights(Reader reader) {
    return IdentityFrames.answer(
        200,
        templates
            .staffRights(frames.frame(reader, "staff.rights"), AccessOverview.lines())
            .render());
  }

  private Times times(Reader reader) {
    return new Times(settings.zone(), Messages.of(reader.language()).locale());
  }
}
