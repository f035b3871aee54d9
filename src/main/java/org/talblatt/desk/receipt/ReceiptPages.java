package org.talblatt.desk.receipt;

import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** The receipts of what was taken off, for the newsroom and whoever is liable. */
@Controller
class ReceiptPages {
  private static final String PATH = "/redaktion/quittungen";
  private static final int ROWS = 50;

  private final Receipts receipts;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  ReceiptPages(Receipts receipts, IdentityFrames frames, Templates templates, Settings settings) {
    this.receipts = receipts;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping(PATH)
  ResponseEntity<String> list(@RequestParam(defaultValue = "") String vor, Reader reader) {
    long before = vor.matches("[1-9][0-9]{0,17}") ? Long.parseLong(vor) : Long.MAX_VALUE;
    List<Receipt> found = receipts.newest(before, ROWS + 1);
    List<Receipt> shown = found.subList(0, Math.min(ROWS, found.size()));
    Set<Long> failed = Set.copyOf(receipts.failed(shown.stream().map(Receipt::id).toList()));
    String next = found.size() > ROWS ? PATH + "?vor=" + shown.getLast().id() : "";
    return IdentityFrames.answer(
        200,
        templates
            .changesReceipts(
                frames.frame(reader, "changes.receipts"), shown, failed, next, times(reader))
            .render());
  }

  @GetMapping(PATH + "/{id:[1-9][0-9]{0,17}}")
  ResponseEntity<String> one(@PathVariable long id, Reader reader) {
    Receipt receipt = receipts.find(id).orElseThrow(Failure::notFound);
    return IdentityFrames.answer(
        200,
        templates
            .changesReceipt(frames.frame(reader, "changes.receipt"), receipt, times(reader))
            .render());
  }

  private Times times(Reader reader) {
    return new Times(settings.zone(), Messages.of(reader.language()).locale());
  }
}
