package org.talblatt.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.TakingBack;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Papers;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireItemId;
import org.talblatt.wire.WireList;
import org.talblatt.wire.WireSearch;
import talblatt.template.Templates;

/** The editors' inbox: what agencies sent, one click from the paper. Only forms and links. */
@Controller
class InboxPages {
  static final String PATH = "/redaktion/eingang";
  private static final String ITEM = PATH + "/{id:[1-9][0-9]{0,17}}";

  private final Wire wire;
  private final WireSearch search;
  private final Desk desk;
  private final Deliveries deliveries;
  private final InboxViews views;
  private final Papers papers;
  private final TakingBack undo;
  private final Templates templates;

  InboxPages(
      Wire wire,
      WireSearch search,
      Desk desk,
      Deliveries deliveries,
      InboxViews views,
      Papers papers,
      TakingBack undo,
      Templates templates) {
    this.undo = undo;
    this.wire = wire;
    this.search = search;
    this.desk = desk;
    this.deliveries = deliveries;
    this.views = views;
    this.papers = papers;
    this.templates = templates;
  }

  @GetMapping(PATH)
  ResponseEntity<String> list(
      @RequestParam(defaultValue = "inbox") String liste,
      @RequestParam(required = false) @Nullable String nach,
      @RequestParam(required = false) @Nullable String fertig,
      @RequestParam Map<String, String> asked,
      Reader editor) {
    Messages messages = Messages.of(editor.language());
    boolean all = asked.getOrDefault("umfang", "").equals("alles");
    InboxFilter filter = InboxFilter.of(asked);
    InboxView view =
        views.list(
            messages, new InboxViews.Asked(list(liste), all, filter, id(nach)), id(fertig), editor);
    return answer(
        200, templates.deskInbox(frame(messages, messages.get("desk.inbox")), view).render());
  }

  /** What the script of an open list asks again and again: whether anything changed. */
  @GetMapping(value = PATH + "/stand", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> stand() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(search.stand());
  }

  @GetMapping(ITEM)
  ResponseEntity<String> item(@PathVariable long id, Reader editor) {
    return item(200, entry(id), "", null, editor);
  }

  /** The file as it came, to be saved and not to be shown. */
  @GetMapping(ITEM + "/datei")
  ResponseEntity<byte[]> file(@PathVariable long id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meldung-" + id + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(wire.file(entry(id).id()));
  }

  @PostMapping(ITEM + "/artikel")
  ResponseEntity<String> publish(
      @PathVariable long id, @RequestParam(defaultValue = "") String ressort, Reader editor) {
    WireEntry entry = entry(id);
    return done(
        entry, ressort, editor, () -> desk.publish(entry.id(), ressort, editor, undo.comesOut()));
  }

  @PostMapping(ITEM + "/ablage")
  ResponseEntity<String> discard(
      @PathVariable long id, @RequestParam(defaultValue = "") String grund, Reader editor) {
    WireEntry entry = entry(id);
    return done(entry, "", editor, () -> desk.discard(entry.id(), grund.strip(), editor));
  }

  @PostMapping(ITEM + "/rueckholung")
  ResponseEntity<String> putBack(@PathVariable long id, Reader editor) {
    WireEntry entry = entry(id);
    return done(entry, "", editor, () -> desk.putBack(entry.id(), editor));
  }

  @GetMapping(PATH + "/dateien")
  ResponseEntity<String> files(Reader editor) {
    return files(200, null, editor);
  }

  @PostMapping(PATH + "/dateien/{file:[1-9][0-9]{0,17}}/versuche")
  ResponseEntity<String> retry(@PathVariable long file, Reader editor) {
    Delivered delivered = deliveries.retry(file);
    Refusal refusal = delivered.refusal();
    return refusal == null
        ? seeOther(PATH + "?fertig=" + delivered.items().getFirst().entry().id())
        : stillRefused(refusal, editor);
  }

  private ResponseEntity<String> stillRefused(Refusal refusal, Reader editor) {
    return files(422, refusal.in(Messages.of(editor.language())), editor);
  }

  /** Does it and leads back to the inbox; where it can't be done, says why beside the item. */
  private ResponseEntity<String> done(
      WireEntry entry, String section, Reader editor, Runnable act) {
    try {
      act.run();
      return seeOther(PATH + "?fertig=" + entry.id());
    } catch (Failure failure) {
      String why = Messages.of(editor.language()).get(failure.key(), failure.arguments());
      return item(failure.kind().status(), entry(entry.id().value()), section, why, editor);
    }
  }

  private ResponseEntity<String> item(
      int status, WireEntry entry, String section, @Nullable String problem, Reader editor) {
    Messages messages = Messages.of(editor.language());
    ItemView view = views.item(messages, entry, section, problem, editor);
    return answer(status, templates.deskItem(frame(messages, entry.headline()), view).render());
  }

  private ResponseEntity<String> files(int status, @Nullable String problem, Reader editor) {
    Messages messages = Messages.of(editor.language());
    Frame frame = frame(messages, messages.get("desk.list.refused"));
    return answer(
        status,
        templates
            .deskFiles(
                frame,
                views.tabs(messages, null, false, InboxFilter.none()),
                wire.refused(100),
                problem == null ? "" : problem,
                views.times(messages),
                editor.has(Role.EDITOR))
            .render());
  }

  private Frame frame(Messages messages, String title) {
    return Frame.plain(papers.current(), messages, title);
  }

  private WireEntry entry(long id) {
    return wire.find(new WireItemId(id)).orElseThrow(Failure::notFound);
  }

  private static @Nullable WireItemId id(@Nullable String text) {
    return text != null && text.matches("[1-9][0-9]{0,17}")
        ? new WireItemId(Long.parseLong(text))
        : null;
  }

  private static WireList list(String name) {
    return WireList.named(name).orElseThrow(Failure::notFound);
  }

  private static ResponseEntity<String> answer(int status, String html) {
    return ResponseEntity.status(status)
        .contentType(MediaType.valueOf("text/html;charset=utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(html);
  }

  private static ResponseEntity<String> seeOther(String path) {
    return ResponseEntity.status(303)
        .header(HttpHeaders.LOCATION, path)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
