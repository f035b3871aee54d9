package org.talblatt.identity.leaving;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** One's own data: packed to take along, and the way out. */
@Controller
@RequestMapping(DataPages.PATH)
class DataPages {
  static final String PATH = "/konto/daten";

  private static final Map<String, String> NOTES = Map.of("geblieben", "leaving.stayed");

  private final OwnData data;
  private final Reauthentication reauthentication;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;
  private final Clock clock;

  DataPages(
      OwnData data,
      Reauthentication reauthentication,
      IdentityFrames frames,
      Templates templates,
      Settings settings,
      Clock clock) {
    this.data = data;
    this.reauthentication = reauthentication;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> page(Reader reader, @RequestParam(defaultValue = "") String hinweis) {
    Messages words = Messages.of(reader.language());
    String note = NOTES.get(hinweis);
    DataView view =
        DataView.of(
            data.of(reader).orElse(null),
            new Times(settings.zone(), words.locale()),
            note == null ? null : words.get(note));
    return IdentityFrames.answer(
        200,
        templates.leavingData(view.frame(frames.frame(reader, "leaving.title")), view).render());
  }

  /** Where the script looks how far it is. */
  @GetMapping("/stand")
  ResponseEntity<Map<String, Object>> state(Reader reader) {
    Map<String, Object> state =
        data.of(reader)
            .<Map<String, Object>>map(
                export ->
                    Map.of("ready", export.ready(), "done", export.done(), "total", export.total()))
            .orElseThrow(Failure::notFound);
    return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(state);
  }

  @PostMapping("/auszug")
  ResponseEntity<Void> ask(Reader reader) {
    reauthentication.require(reader, PATH);
    data.ask(reader);
    return IdentityFrames.seeOther(PATH + "#auszug").build();
  }

  /** The file, piece by piece. */
  @GetMapping("/auszug")
  void download(Reader reader, HttpServletResponse response) throws IOException {
    reauthentication.require(reader, PATH);
    DataExports.Export export =
        data.of(reader).filter(DataExports.Export::ready).orElseThrow(Failure::notFound);
    String day = clock.instant().atZone(settings.zone()).toLocalDate().toString();
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"talblatt-" + day + ".zip\"");
    response.setContentLengthLong(export.bytes());
    data.send(export, response.getOutputStream());
  }
}
