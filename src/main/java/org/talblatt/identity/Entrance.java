package org.talblatt.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;

/**
 * Lets somebody in whose identity is proved, and out again. The only place where sessions are
 * opened; whoever proved it, here is asked what the account admits and whether a code is due.
 */
@Component
public class Entrance {
  static final String CODE_PATH = "/anmelden/code";
  static final String STAY_PATH = "/anmelden/bleiben";

  private final Accounts accounts;
  private final Sessions sessions;
  private final PendingLogins pending;
  private final SecondStep step;
  private final Arrivals arrivals;
  private final SessionCookies cookies;
  private final KeptTexts texts;
  private final LoginWall wall;
  private final IdentityFrames frames;
  private final ObjectProvider<ChangeOfMind> minds;

  Entrance(
      Accounts accounts,
      Sessions sessions,
      PendingLogins pending,
      SecondStep step,
      Arrivals arrivals,
      SessionCookies cookies,
      KeptTexts texts,
      LoginWall wall,
      IdentityFrames frames,
      ObjectProvider<ChangeOfMind> minds) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.pending = pending;
    this.step = step;
    this.arrivals = arrivals;
    this.cookies = cookies;
    this.texts = texts;
    this.wall = wall;
    this.frames = frames;
    this.minds = minds;
  }

  /**
   * Lets them in: opens a session in place of the browser's old one and leads to where they came
   * from. A text that they had typed now waits for them in its form. Where a code is due it leads
   * to the second step instead, which goes on here; where the account doesn't admit them the answer
   * is the login page that says so.
   *
   * @param proof how they showed that the account is theirs
   */
  public ResponseEntity<String> admit(
      AccountId account,
      Proof proof,
      Whence whence,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    Goal goal = interrupted(Goal.of(whence), request);
    return enter(new Entry(account, proof, Proved.factors(proof), goal), old, request);
  }

  /** As {@link #admit}, for who comes by a mailed link. */
  ResponseEntity<String> admit(
      MailedLinks.Entering entering, Optional<SessionToken> old, HttpServletRequest request) {
    Entry entry = new Entry(entering.account(), Proof.MAILED_LINK, 1, entering.goal());
    return enter(entry, old, request);
  }

  /** Who was too late for the second step and starts again still finds the text. */
  private Goal interrupted(Goal goal, HttpServletRequest request) {
    return goal.text()
        ? goal
        : cookies
            .step(request)
            .flatMap(pending::find)
            .map(before -> before.entry().goal())
            .filter(before -> before.back().equals(goal.back()))
            .orElse(goal);
  }

  /** Goes on with somebody who has taken every step so far. */
  ResponseEntity<String> enter(
      Entry entry, Optional<SessionToken> old, HttpServletRequest request) {
    Account account = accounts.find(entry.account()).orElseThrow(Failure::loginRequired);
    boolean leaving = account.state() == Account.State.LEAVING;
    if (!account.admitted()
        && !(leaving && minds.stream().anyMatch(mind -> mind.possible(account.id())))) {
      LoginForm form = LoginForm.empty("", entry.goal().back());
      return wall.page(422, form.refused(frames.messages().get("identity.login-closed")));
    }
    if (entry.factors() < 2 && step.due(entry.account())) {
      return owes(entry, CODE_PATH);
    }
    return leaving ? owes(entry, STAY_PATH) : open(entry, account, old, request);
  }

  private ResponseEntity<String> owes(Entry entry, String path) {
    HttpHeaders headers = new HttpHeaders();
    cookies.putStep(headers, pending.put(entry));
    return IdentityFrames.seeOther(path).headers(headers).build();
  }

  private ResponseEntity<String> open(
      Entry entry, Account account, Optional<SessionToken> old, HttpServletRequest request) {
    String path =
        Optional.of(entry.goal())
            .filter(Goal::text)
            .flatMap(goal -> texts.claim(HexFormat.of().parseHex(goal.textKey()), entry.account()))
            .map(KeptText.Place::path)
            .orElse(entry.goal().back().isEmpty() ? "/" : entry.goal().back());
    HttpHeaders headers = new HttpHeaders();
    Opening opening = new Opening(entry.account(), entry.proof(), entry.factors());
    cookies.put(headers, open(opening, false, old, request), account.name());
    arrivals.note(entry.account(), request, headers);
    if (cookies.step(request).isPresent()) {
      cookies.removeStep(headers);
    }
    return IdentityFrames.seeOther(path).headers(headers).build();
  }

  /**
   * Gives a reader who has just shown once more who they are a new session in place of this one; a
   * program goes on with its token, which is no way to a browser's session.
   *
   * @param factors how many they have shown in all
   * @param back a path of ours to go on to
   */
  public ResponseEntity<String> proved(
      Reader reader,
      int factors,
      String back,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    Optional<SessionToken> program = old.filter(SessionToken::bearer);
    if (program.isPresent()) {
      sessions.provedNow(program.get(), factors);
      return onward(back, headers);
    }
    Opening opening = new Opening(reader.account(), reader.proved().proof(), factors);
    cookies.put(headers, open(opening, false, old, request), reader.name());
    return onward(back, headers);
  }

  /**
   * Gives a reader whose rights have changed a new session in place of this one; their proof is as
   * old as it was.
   *
   * @param proved how they have shown who they are
   * @param back a path of ours to go on to
   */
  public ResponseEntity<String> renew(
      Reader reader,
      Proved proved,
      String back,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    return onward(back, renewed(reader, proved, old, request));
  }

  /** As above, for an answer that shows a page: the cookies it needs. */
  public HttpHeaders renewed(
      Reader reader, Proved proved, Optional<SessionToken> old, HttpServletRequest request) {
    Opening opening = new Opening(reader.account(), proved.proof(), proved.factors());
    Sessions.Fresh session = open(opening, false, old, request);
    sessions.proofIsFrom(session, proved.at());
    HttpHeaders headers = new HttpHeaders();
    cookies.put(headers, session, reader.name());
    return headers;
  }

  private static ResponseEntity<String> onward(String back, HttpHeaders headers) {
    String path = BackPath.of(back);
    return IdentityFrames.seeOther(path.isEmpty() ? "/" : path).headers(headers).build();
  }

  private record Opening(AccountId account, Proof proof, int factors) {}

  /**
   * A session just opened.
   *
   * @param secret for who sends it as a bearer token
   * @param cookies for a browser; none for a program
   */
  record Opened(Reader reader, String secret, HttpHeaders cookies) {}

  /**
   * Opens a session for a program or a script that showed the password.
   *
   * @param code of the second factor; empty for none
   * @throws Failure where the account doesn't admit them, or the code is missing or wrong
   */
  Opened open(
      AccountId account,
      String code,
      boolean bearer,
      Optional<SessionToken> old,
      HttpServletRequest request) {
    Account known = accounts.find(account).orElseThrow(Failure::loginRequired);
    if (!known.admitted()) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "identity.login-closed");
    }
    boolean due = step.due(account);
    if (due) {
      step.mustBe(account, code, request);
    }
    HttpHeaders headers = new HttpHeaders();
    if (bearer) {
      arrivals.noteProgram(account, request);
    } else {
      arrivals.note(account, request, headers);
    }
    Opening opening = new Opening(account, Proof.PASSWORD, due ? 2 : 1);
    Sessions.Fresh session = open(opening, bearer, old, request);
    if (!bearer) {
      cookies.put(headers, session, known.name());
    }
    Reader reader =
        sessions
            .reader(new SessionToken(Token.hex(session.secret()), bearer))
            .orElseThrow(Failure::loginRequired);
    return new Opened(reader, session.secret(), headers);
  }

  private Sessions.Fresh open(
      Opening opening, boolean bearer, Optional<SessionToken> old, HttpServletRequest request) {
    old.ifPresent(sessions::close);
    return sessions.open(
        opening.account(), Arrivals.agent(request), bearer, opening.proof(), opening.factors());
  }

  /** Ends the session; what the browser is to forget. */
  public HttpHeaders close(Optional<SessionToken> session) {
    session.ifPresent(sessions::close);
    HttpHeaders headers = new HttpHeaders();
    if (session.filter(SessionToken::bearer).isEmpty()) {
      cookies.remove(headers);
    }
    return headers;
  }
}
