package org.talblatt.identity.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Entrance;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Proof;
import org.talblatt.identity.Reader;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Whence;
import org.talblatt.paper.Actor;
import org.talblatt.paper.Frame;
import org.talblatt.paper.Papers;
import org.talblatt.platform.http.ClientAddress;
import org.talblatt.platform.text.Messages;
import talblatt.template.Templates;

/** Where somebody who is invited becomes staff: with a new account, or with the one they have. */
@Controller
@RequestMapping("/einladung")
class AcceptancePages {
  private static final String AFTERWARDS = "/konto";

  private final Inviting inviting;
  private final Entrance entrance;
  private final Papers papers;
  private final Templates templates;
  private final ClientAddress addresses;

  AcceptancePages(
      Inviting inviting,
      Entrance entrance,
      Papers papers,
      Templates templates,
      ClientAddress addresses) {
    this.inviting = inviting;
    this.entrance = entrance;
    this.papers = papers;
    this.templates = templates;
    this.addresses = addresses;
  }

  @GetMapping
  ResponseEntity<String> ask(
      @RequestParam(defaultValue = "") String link, Optional<Reader> reader) {
    return inviting
        .of(link)
        .map(invitation -> page(200, invitation, link, reader, "", Map.of(), null))
        .orElseGet(this::ended);
  }

  @PostMapping
  ResponseEntity<String> accept(
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      Optional<Reader> reader,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    Invitation invitation = inviting.of(link).orElse(null);
    if (invitation == null) {
      return ended();
    }
    AccountId account;
    try {
      NewAccount typed =
          NewAccount.withGoodPassword(
              name, invitation.email().value(), password, invitation.language());
      account = inviting.accept(link, typed, addresses.block(request));
    } catch (Failure refused) {
      return refused(invitation, link, reader, name, refused);
    }
    Whence whence = new Whence("", AFTERWARDS);
    return entrance.admit(account, Proof.MAILED_LINK, whence, session, request);
  }

  @PostMapping("/annahme")
  ResponseEntity<String> acceptAs(
      @RequestParam(defaultValue = "") String link,
      Reader reader,
      Actor who,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    try {
      inviting.accept(link, who);
    } catch (Failure refused) {
      if (refused.kind() == Failure.Kind.NOT_FOUND) {
        return ended();
      }
      throw refused;
    }
    return entrance.renew(reader, reader.proved(), AFTERWARDS, session, request);
  }

  private ResponseEntity<String> refused(
      Invitation invitation, String link, Optional<Reader> reader, String name, Failure refused) {
    if (refused.kind() == Failure.Kind.NOT_FOUND) {
      return ended();
    }
    Messages words = Messages.of(invitation.language());
    Map<String, String> problems = new LinkedHashMap<>();
    refused.fields().forEach((field, key) -> problems.put(field, words.get(key)));
    String whole =
        refused.fields().isEmpty() ? words.get(refused.key(), refused.arguments()) : null;
    return page(refused.kind().status(), invitation, link, reader, name, problems, whole);
  }

  private ResponseEntity<String> page(
      int status,
      Invitation invitation,
      String link,
      Optional<Reader> reader,
      String name,
      Map<String, String> problems,
      @Nullable String problem) {
    Messages words = Messages.of(invitation.language());
    Frame frame =
        Frame.plain(papers.current(), words, words.get("staff.invitation-title", paper()));
    AcceptanceView view =
        new AcceptanceView(
            invitation.email().value(),
            link,
            reader.map(Reader::name).orElse(null),
            inviting.known(invitation),
            name,
            problems,
            problem);
    return IdentityFrames.answer(status, templates.staffAcceptance(frame, view).render());
  }

  private ResponseEntity<String> ended() {
    Messages words = Messages.of(papers.current().language());
    Frame frame =
        Frame.plain(papers.current(), words, words.get("staff.invitation-title", paper()));
    return IdentityFrames.answer(404, templates.staffInvitationEnded(frame).render());
  }

  private String paper() {
    return papers.current().name();
  }
}
