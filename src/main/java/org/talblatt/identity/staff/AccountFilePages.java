package org.talblatt.identity.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountCare;
import org.talblatt.identity.Entrance;
import org.talblatt.identity.Grant;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Reauthentication;
import org.talblatt.identity.Role;
import org.talblatt.identity.SecondFactors;
import org.talblatt.identity.SessionToken;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** One account, as the administration sees and changes it. */
@Controller
@RequestMapping(AccountFilePages.PATH)
class AccountFilePages {
  static final String PATH = AccountListPages.PATH + "/{id:[1-9][0-9]{0,17}}";
  private static final int HISTORY = 20;

  private static final Map<String, String> NOTES =
      Map.of(
          "rollen", "staff.done-roles",
          "sperre", "staff.done-locked",
          "entsperrung", "staff.done-unlocked",
          "sitzungen", "staff.done-sessions",
          "faktoren", "staff.done-factors",
          "passwort", "staff.done-reset");

  private final AccountFiles records;
  private final AuditLines lines;
  private final Staff staff;
  private final AccountCare care;
  private final SecondFactors factors;
  private final Reauthentication reauthentication;
  private final Entrance entrance;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  AccountFilePages(
      AccountFiles records,
      AuditLines lines,
      Staff staff,
      AccountCare care,
      SecondFactors factors,
      Reauthentication reauthentication,
      Entrance entrance,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.records = records;
    this.lines = lines;
    this.staff = staff;
    this.care = care;
    this.factors = factors;
    this.reauthentication = reauthentication;
    this.entrance = entrance;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<String> file(
      @PathVariable long id, @RequestParam(defaultValue = "") String fertig, Reader reader) {
    String note = NOTES.get(fertig);
    Messages words = Messages.of(reader.language());
    return page(200, id, reader, "", note == null ? null : words.get(note), null);
  }

  /** Gives a role more. One's own session is renewed with it, all others of the account end. */
  @PostMapping("/rollen")
  ResponseEntity<String> grant(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String rolle,
      @RequestParam(defaultValue = "") String ressort,
      Reader reader,
      Actor actor,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    proved(id, reader);
    return done(
        id,
        reader,
        () ->
            staff.grant(
                known(id), Grant.parse(ressort.isEmpty() ? rolle : rolle + ":" + ressort), actor),
        () -> changed(id, reader, session, request));
  }

  @PostMapping("/rollen/entzug")
  ResponseEntity<String> withdraw(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String recht,
      Reader reader,
      Actor actor,
      Optional<SessionToken> session,
      HttpServletRequest request) {
    proved(id, reader);
    return done(
        id,
        reader,
        () -> staff.withdraw(known(id), Grant.parse(recht), actor),
        () -> changed(id, reader, session, request));
  }

  @PostMapping("/sperre")
  ResponseEntity<String> lock(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String grund,
      Reader reader,
      Actor actor) {
    proved(id, reader);
    try {
      staff.lock(known(id), grund.strip(), actor);
      return seeOther(id, "sperre");
    } catch (Failure refused) {
      return refused(id, reader, grund, refused);
    }
  }

  @PostMapping("/entsperrung")
  ResponseEntity<String> unlock(@PathVariable long id, Reader reader, Actor actor) {
    proved(id, reader);
    return done(
        id, reader, () -> staff.unlock(known(id), actor), () -> seeOther(id, "entsperrung"));
  }

  @PostMapping("/sitzungen/ende")
  ResponseEntity<String> endSessions(@PathVariable long id, Reader reader, Actor actor) {
    proved(id, reader);
    return done(
        id, reader, () -> care.endSessions(known(id), actor), () -> seeOther(id, "sitzungen"));
  }

  @PostMapping("/passwort")
  ResponseEntity<String> reset(@PathVariable long id, Reader reader, Actor actor) {
    proved(id, reader);
    return done(id, reader, () -> care.sendReset(known(id), actor), () -> seeOther(id, "passwort"));
  }

  @PostMapping("/faktoren")
  ResponseEntity<String> dropFactors(@PathVariable long id, Reader reader, Actor actor) {
    proved(id, reader);
    return done(
        id, reader, () -> care.dropFactors(known(id), actor), () -> seeOther(id, "faktoren"));
  }

  private AccountId known(long id) {
    return records.find(new AccountId(id)).orElseThrow(Failure::notFound).row().id();
  }

  private void proved(long id, Reader reader) {
    reauthentication.require(reader, path(id));
  }

  /** Who changes their own rights goes on with a new session, if they may still be here. */
  private ResponseEntity<String> changed(
      long id, Reader reader, Optional<SessionToken> session, HttpServletRequest request) {
    if (reader.account().value() != id) {
      return seeOther(id, "rollen");
    }
    boolean stays = staff.rights(reader.account()).has(Role.ADMINISTRATOR);
    String back = stays ? path(id) + "?fertig=rollen" : "/konto";
    return entrance.renew(reader, reader.proved(), back, session, request);
  }

  private ResponseEntity<String> done(
      long id,
      Reader reader,
      Runnable act,
      java.util.function.Supplier<ResponseEntity<String>> then) {
    try {
      act.run();
    } catch (Failure refused) {
      return refused(id, reader, "", refused);
    }
    return then.get();
  }

  private ResponseEntity<String> refused(long id, Reader reader, String reason, Failure refused) {
    String why = Messages.of(reader.language()).get(refused.key(), refused.arguments());
    return page(refused.kind().status(), id, reader, reason, null, why);
  }

  private ResponseEntity<String> page(
      int status,
      long id,
      Reader reader,
      String reason,
      @Nullable String note,
      @Nullable String problem) {
    AccountFiles.File file = records.find(new AccountId(id)).orElseThrow(Failure::notFound);
    Messages words = Messages.of(reader.language());
    AuditFilter its = AuditFilter.of(Map.of("konto", Long.toString(id)));
    List<AuditLines.Line> history = lines.find(its, settings.zone(), Long.MAX_VALUE, HISTORY);
    AccountFileView view =
        new AccountFileView(
            file,
            factors.has(file.row().id()),
            reader.account().value() == id,
            records.sections(),
            history,
            reason,
            note,
            problem,
            new Times(settings.zone(), words.locale()));
    return IdentityFrames.answer(
        status, templates.staffAccount(frames.frame(reader, "staff.account"), view).render());
  }

  private static ResponseEntity<String> seeOther(long id, String done) {
    return IdentityFrames.seeOther(path(id) + "?fertig=" + done).build();
  }

  private static String path(long id) {
    return AccountListPages.PATH + "/" + id;
  }
}
