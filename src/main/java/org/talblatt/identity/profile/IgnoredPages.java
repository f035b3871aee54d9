package org.talblatt.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.IgnoredReaders;
import org.talblatt.identity.Reader;
import org.talblatt.platform.http.Asker;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Whom one does not want to read: from their page, from a comment, and in a list to change it. */
@Controller
class IgnoredPages {
  private static final String PATH = "/konto/ignoriert";

  private final Ignoring ignoring;
  private final IgnoredReaders ignored;
  private final IdentityFrames frames;
  private final Templates templates;

  IgnoredPages(
      Ignoring ignoring, IgnoredReaders ignored, IdentityFrames frames, Templates templates) {
    this.ignoring = ignoring;
    this.ignored = ignored;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping(PATH)
  ResponseEntity<String> list(Reader reader, @RequestParam(defaultValue = "") String hinweis) {
    String key =
        switch (hinweis) {
          case "neu" -> "profile.ignored-added";
          case "weg" -> "profile.ignored-removed";
          default -> null;
        };
    String note = key == null ? null : Messages.of(reader.language()).get(key);
    return IdentityFrames.answer(
        200,
        templates
            .profileIgnored(
                frames.frame(reader, "profile.ignored-title"),
                ignored.names(reader.account()),
                note)
            .render());
  }

  /**
   * Reached from pages that are the same for everybody, so also by who isn't logged in.
   *
   * @param artikel with {@code kommentar}: the comment to go back to; 0 for none
   */
  @PostMapping("/leser/{name}/ignoriert")
  ResponseEntity<Void> add(
      @PathVariable String name,
      @RequestParam(defaultValue = "0") long artikel,
      @RequestParam(defaultValue = "0") int kommentar,
      Optional<Reader> reader,
      HttpServletRequest request) {
    boolean person = Asker.person(request);
    if (reader.isEmpty()) {
      if (!person) {
        throw Failure.loginRequired();
      }
      return IdentityFrames.seeOther(Links.login(Links.reader(name).replace("%", "%25"))).build();
    }
    ignoring.add(reader.get(), name);
    if (!person) {
      return ResponseEntity.noContent().build();
    }
    boolean back = artikel > 0 && kommentar > 0;
    return IdentityFrames.seeOther(
            back ? Links.personalView(new ArticleId(artikel), kommentar) : PATH + "?hinweis=neu")
        .build();
  }

  @PostMapping(PATH + "/entfernen")
  ResponseEntity<Void> remove(@RequestParam(defaultValue = "") String name, Reader reader) {
    ignoring.remove(reader, name);
    return IdentityFrames.seeOther(PATH + "?hinweis=weg").build();
  }
}
