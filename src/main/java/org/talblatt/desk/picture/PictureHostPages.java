package org.talblatt.desk.picture;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Storable;
import talblatt.template.Templates;

/** Where an administrator says from which servers agencies' pictures may be fetched. */
@Controller
class PictureHostPages {
  private static final String PATH = "/verwaltung/bildquellen";
  private static final String HOST = "[a-z0-9.-]{1,253}(:[0-9]{1,5})?";

  private final WirePictures pictures;
  private final IdentityFrames frames;
  private final Templates templates;
  private final TransactionTemplate transaction;

  PictureHostPages(
      WirePictures pictures,
      IdentityFrames frames,
      Templates templates,
      TransactionTemplate transaction) {
    this.pictures = pictures;
    this.frames = frames;
    this.templates = templates;
    this.transaction = transaction;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(@RequestParam(defaultValue = "") String fertig, Reader reader) {
    String done =
        fertig.isEmpty() ? "" : Messages.of(reader.language()).get("pictures.hosts-saved");
    return page(200, String.join("\n", pictures.hosts()), done, "", reader);
  }

  @PostMapping(PATH)
  ResponseEntity<?> save(@RequestParam(defaultValue = "") String server, Reader administrator) {
    List<String> hosts =
        Storable.of(server)
            .lines()
            .map(line -> line.strip().toLowerCase(Locale.ROOT))
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
    String wrong = hosts.stream().filter(host -> !host.matches(HOST)).findFirst().orElse("");
    if (!wrong.isEmpty()) {
      Messages messages = Messages.of(administrator.language());
      return page(422, server, "", messages.get("pictures.host-invalid", wrong), administrator);
    }
    transaction.executeWithoutResult(done -> pictures.allow(hosts));
    return IdentityFrames.seeOther(PATH + "?fertig=ja").build();
  }

  private ResponseEntity<String> page(
      int status, String typed, String done, String problem, Reader reader) {
    return IdentityFrames.answer(
        status,
        templates
            .picturesHosts(
                frames.frame(reader, "pictures.hosts"),
                typed,
                pictures.waitingHosts(),
                done,
                problem)
            .render());
  }
}
