package org.talblatt.identity.leaving;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.Entrance;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Proof;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Whence;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** Leaving by form, and the page behind the mailed link by which one may stay. */
@Controller
class LeavingPages {
  static final String FORM = DataPages.PATH + "/abschied";
  private static final int LONGEST = 100;

  private final Departing departing;
  private final Reauthentication reauthentication;
  private final Entrance entrance;
  private final IdentityFrames frames;
  private final Templates templates;
  private final ClientAddress addresses;
  private final Settings settings;

  LeavingPages(
      Departing departing,
      Reauthentication reauthentication,
      Entrance entrance,
      IdentityFrames frames,
      Templates templates,
      ClientAddress addresses,
      Settings settings) {
    this.departing = departing;
    this.reauthentication = reauthentication;
    this.entrance = entrance;
    this.frames = frames;
    this.templates = templates;
    this.addresses = addresses;
    this.settings = settings;
  }

  @GetMapping(FORM)
  ResponseEntity<String> form(Reader reader) {
    reauthentication.require(reader, FORM);
    return form(200, reader, LeaveForm.empty(reader.name()));
  }

  @PostMapping(FORM)
  ResponseEntity<?> leave(
      @RequestParam(defaultValue = "") String weg,
      @RequestParam(defaultValue = "") String name,
      Reader reader,
      Actor by,
      Optional<SessionToken> session) {
    reauthentication.require(reader, FORM);
    LeaveForm form = new LeaveForm(reader.name(), weg, name, null, null, null);
    boolean same = sameName(name, reader.name());
    if (form.chosen().isEmpty() || !same) {
      return refuse(reader, form, same);
    }
    try {
      departing.leave(reader.account(), form.chosen().get(), by);
    } catch (Failure refused) {
      String sentence = Messages.of(reader.language()).get(refused.key(), refused.arguments());
      return form(
          refused.kind().status(),
          reader,
          new LeaveForm(reader.name(), weg, name, null, null, sentence));
    }
    HttpHeaders cookies = entrance.close(session);
    return IdentityFrames.seeOther(Departing.PATH).headers(cookies).build();
  }

  private ResponseEntity<String> refuse(Reader reader, LeaveForm form, boolean same) {
    Messages words = Messages.of(reader.language());
    return form(
        422,
        reader,
        new LeaveForm(
            form.name(),
            form.way(),
            form.typed().length() > LONGEST ? "" : form.typed(),
            form.chosen().isEmpty() ? words.get("leaving.way-needed") : null,
            same ? null : words.get("leaving.name-needed", form.name()),
            null));
  }

  private static boolean sameName(String typed, String name) {
    return typed.length() <= LONGEST
        && AccountName.key(typed.strip()).equals(AccountName.key(name));
  }

  private ResponseEntity<String> form(int status, Reader reader, LeaveForm form) {
    return IdentityFrames.answer(
        status, templates.leavingLeave(frames.frame(reader, "leaving.leave-title"), form).render());
  }

  /** Without a link: good-bye. With one: the way back, if it is still open. */
  @GetMapping(Departing.PATH)
  ResponseEntity<String> goodbye(@RequestParam(required = false) @Nullable String link) {
    if (link == null) {
      return IdentityFrames.answer(
          200, templates.leavingGoodbye(frames.frame("leaving.goodbye-title")).render());
    }
    return departing.linked(link).map(leaver -> offer(leaver, link)).orElseGet(this::tooLate);
  }

  private ResponseEntity<String> offer(Leavings.Departure leaver, String link) {
    Times times = new Times(settings.zone(), frames.messages().locale());
    return IdentityFrames.answer(
        200,
        templates
            .leavingStay(frames.frame("leaving.stay-title"), link, times.full(leaver.eraseAt()))
            .render());
  }

  private ResponseEntity<String> tooLate() {
    return IdentityFrames.answer(
        404, templates.leavingStay(frames.frame("leaving.stay-title"), "", "").render());
  }

  @PostMapping(Departing.PATH)
  ResponseEntity<String> stay(
      @RequestParam(defaultValue = "") String link,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    Optional<AccountId> account = departing.stay(link, addresses.block(request));
    return account
        .map(
            stays ->
                entrance.admit(
                    stays,
                    Proof.MAILED_LINK,
                    new Whence("", DataPages.PATH + "?hinweis=geblieben"),
                    old,
                    request))
        .orElseGet(this::tooLate);
  }
}
