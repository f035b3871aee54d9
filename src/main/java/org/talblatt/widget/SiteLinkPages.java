package org.talblatt.widget;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.paper.Actor;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Which sites let a reader in, and the end of that. */
@Controller
class SiteLinkPages {
  private static final String PATH = "/konto/websites";

  private final SiteLinks links;
  private final SiteLinkSection section;
  private final Reauthentication reauthentication;
  private final IdentityFrames frames;
  private final ClientAddress addresses;
  private final Templates templates;

  SiteLinkPages(
      SiteLinks links,
      SiteLinkSection section,
      Reauthentication reauthentication,
      IdentityFrames frames,
      ClientAddress addresses,
      Templates templates) {
    this.links = links;
    this.section = section;
    this.reauthentication = reauthentication;
    this.frames = frames;
    this.addresses = addresses;
    this.templates = templates;
  }

  @GetMapping(PATH)
  ResponseEntity<String> links(Reader reader, @RequestParam(defaultValue = "") String hinweis) {
    Messages words = Messages.of(reader.language());
    return page(
        200, reader, hinweis.equals("geloest") ? words.get("widget.links-ended") : null, null);
  }

  @PostMapping(PATH + "/loesen")
  ResponseEntity<String> end(
      @RequestParam(defaultValue = "") String website, Reader reader, HttpServletRequest request) {
    reauthentication.require(reader, PATH);
    try {
      links.unlink(reader.account(), website, Actor.of(reader.account(), addresses.block(request)));
    } catch (Failure refused) {
      if (refused.kind() != Failure.Kind.INVALID) {
        throw refused;
      }
      String sentence =
          Messages.of(reader.language()).get("widget.links-last", links.name(website));
      return page(422, reader, null, sentence);
    }
    return IdentityFrames.seeOther(PATH + "?hinweis=geloest").build();
  }

  private ResponseEntity<String> page(
      int status, Reader reader, @Nullable String note, @Nullable String problem) {
    Messages words = Messages.of(reader.language());
    return IdentityFrames.answer(
        status,
        templates
            .widgetLinks(
                frames.frame(reader, "widget.data-logins"),
                section.section(reader, words),
                note,
                problem)
            .render());
  }
}
