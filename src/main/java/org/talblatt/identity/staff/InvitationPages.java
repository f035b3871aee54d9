package org.talblatt.identity.staff;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.identity.Rights;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** Where administrators invite colleagues. */
@Controller
@RequestMapping(InvitationPages.PATH)
class InvitationPages {
  static final String PATH = "/verwaltung/einladungen";
  private static final String ID = "/{id:[1-9][0-9]{0,17}}";

  private static final Map<String, String> NOTES =
      Map.of(
          "eingeladen", "staff.done-invited",
          "erneut", "staff.done-resent",
          "widerruf", "staff.done-revoked");

  private final Inviting inviting;
  private final AccountFiles files;
  private final Reauthentication reauthentication;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  InvitationPages(
      Inviting inviting,
      AccountFiles files,
      Reauthentication reauthentication,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.inviting = inviting;
    this.files = files;
    this.reauthentication = reauthentication;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<String> list(@RequestParam(defaultValue = "") String fertig, Reader reader) {
    String note = NOTES.get(fertig);
    Messages words = Messages.of(reader.language());
    String language = frames.messages().language();
    return page(200, reader, "", language, List.of(), note == null ? null : words.get(note), null);
  }

  @PostMapping
  ResponseEntity<String> invite(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String sprache,
      @RequestParam(defaultValue = "") List<String> recht,
      Reader reader,
      Actor actor) {
    reauthentication.require(reader, PATH);
    String language = Messages.LANGUAGES.contains(sprache) ? sprache : frames.messages().language();
    try {
      MailAddress address =
          MailAddress.parse(email)
              .orElseThrow(() -> Failure.invalid("email", "identity.email-invalid"));
      inviting.invite(address, language, Rights.parse(recht), reader, actor);
    } catch (Failure refused) {
      String why = Messages.of(reader.language()).get(refused.key(), refused.arguments());
      return page(refused.kind().status(), reader, email, language, recht, null, why);
    }
    return IdentityFrames.seeOther(PATH + "?fertig=eingeladen").build();
  }

  @PostMapping(ID + "/erneut")
  ResponseEntity<String> resend(@PathVariable long id, Actor actor) {
    inviting.resend(id, actor);
    return IdentityFrames.seeOther(PATH + "?fertig=erneut").build();
  }

  @PostMapping(ID + "/widerruf")
  ResponseEntity<String> revoke(@PathVariable long id, Actor actor) {
    inviting.revoke(id, actor);
    return IdentityFrames.seeOther(PATH + "?fertig=widerruf").build();
  }

  private ResponseEntity<String> page(
      int status,
      Reader reader,
      String email,
      String language,
      List<String> roles,
      @Nullable String note,
      @Nullable String problem) {
    Messages words = Messages.of(reader.language());
    InvitationListView view =
        new InvitationListView(
            inviting.all(),
            files.sections(),
            email,
            language,
            roles,
            note,
            problem,
            new Times(settings.zone(), words.locale()));
    return IdentityFrames.answer(
        status,
        templates.staffInvitations(frames.frame(reader, "staff.invitations"), view).render());
  }
}
