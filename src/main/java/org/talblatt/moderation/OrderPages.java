package org.talblatt.moderation;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Orders of courts and authorities: registered, seen, ended. */
@Controller
@RequestMapping(OrderPages.PATH)
class OrderPages {
  static final String PATH = "/moderation/anordnungen";

  private final Ordering ordering;
  private final ModerationFrames frames;
  private final Templates templates;
  private final Settings settings;

  OrderPages(Ordering ordering, ModerationFrames frames, Templates templates, Settings settings) {
    this.ordering = ordering;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<String> list(Reader reader) {
    return ModerationFrames.answer(200, page(reader, OrderForm.empty(today()), 0, Problems.NONE));
  }

  @PostMapping
  ResponseEntity<String> register(
      @RequestParam(defaultValue = "") String comment,
      @RequestParam(defaultValue = "") String authority,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String received,
      Reader reader,
      Actor by) {
    OrderForm typed = new OrderForm(comment, authority, reference, received);
    try {
      ordering.register(reader, by, typed, today(), frames.now());
    } catch (Failure refused) {
      Problems problems = Problems.of(Messages.of(reader.language()), refused);
      return ModerationFrames.refused(refused, page(reader, typed, 0, problems));
    }
    return ModerationFrames.seeOther(PATH);
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/ende")
  ResponseEntity<String> end(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String outcome,
      Reader reader,
      Actor by) {
    try {
      ordering.end(reader, by, id, outcome, frames.now());
    } catch (Failure refused) {
      Problems problems = Problems.of(Messages.of(reader.language()), refused);
      return ModerationFrames.refused(
          refused, page(reader, OrderForm.empty(today()), id, problems));
    }
    return ModerationFrames.seeOther(PATH);
  }

  private LocalDate today() {
    Instant now = frames.now();
    return now.atZone(settings.zone()).toLocalDate();
  }

  /**
   * @param ending which order's end was refused; 0 for none
   */
  private String page(Reader reader, OrderForm typed, long ending, Problems problems) {
    Messages words = Messages.of(reader.language());
    OrdersView view = new OrdersView(ordering.all(reader), typed, ending, problems);
    return templates
        .moderationOrders(frames.frame(words, "orders.title"), view, reader, frames.times(words))
        .render();
  }
}
