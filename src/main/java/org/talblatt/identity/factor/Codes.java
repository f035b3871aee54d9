package org.talblatt.identity.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountNotices;
import org.talblatt.identity.CodeFactor;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Sessions;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;

/** A device that makes codes, for one account: set up, asked, removed. */
@Component
class Codes implements CodeFactor {
  private static final int LONGEST = 100;

  private final Totps totps;
  private final Sessions sessions;
  private final AccountNotices notices;
  private final AuditLog log;
  private final SecureRandom random;
  private final Clock clock;

  Codes(
      Totps totps,
      Sessions sessions,
      AccountNotices notices,
      AuditLog log,
      SecureRandom random,
      Clock clock) {
    this.totps = totps;
    this.sessions = sessions;
    this.notices = notices;
    this.log = log;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public boolean on(AccountId account) {
    return totps.since(account).isPresent();
  }

  @Override
  @Transactional
  public void drop(AccountId account) {
    if (totps.remove(account)) {
      notices.tell(account, "factor.mail-off");
    }
  }

  @Override
  @Transactional
  public boolean use(AccountId account, String typed) {
    if (typed.length() > LONGEST) {
      return false;
    }
    String digits = typed.replaceAll("\\s", "");
    if (digits.matches("[0-9]{" + Totp.DIGITS + "}")) {
      return totps
          .confirmed(account)
          .filter(secret -> useCode(account, secret, digits))
          .isPresent();
    }
    return useRecovery(account, RecoveryCode.typed(typed));
  }

  private boolean useCode(AccountId account, TotpSecret secret, String digits) {
    OptionalLong step = Totp.matches(secret.bytes(), digits, clock.instant());
    return step.isPresent() && totps.use(account, step.getAsLong());
  }

  private boolean useRecovery(AccountId account, RecoveryCode code) {
    boolean used = code.complete() && on(account) && totps.use(account, code);
    if (used) {
      notices.tell(account, "factor.mail-recovery", Integer.toString(totps.left(account)));
    }
    return used;
  }

  /** Makes a secret that counts once a code confirms it. */
  @Transactional
  void begin(Reader reader) {
    if (on(reader.account())) {
      throw Failure.of(Failure.Kind.CONFLICT, "factor.on-already");
    }
    totps.begin(reader.account(), TotpSecret.random(random));
  }

  /** The secret that waits for its first code. */
  Optional<TotpSecret> begun(Reader reader) {
    return totps.begun(reader.account());
  }

  /**
   * Switches codes on and ends every session of the account; the caller opens a new one.
   *
   * @return the recovery codes, to be shown this once
   * @throws Failure where the code is wrong, or nothing waits to be confirmed
   */
  @Transactional
  List<RecoveryCode> confirm(Reader reader, String typed, Actor by) {
    TotpSecret secret =
        begun(reader).orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "factor.setup-late"));
    String digits = typed.length() > LONGEST ? "" : typed.replaceAll("\\s", "");
    OptionalLong step = Totp.matches(secret.bytes(), digits, clock.instant());
    if (step.isEmpty()) {
      throw Failure.invalid("code", "factor.code-wrong");
    }
    if (!totps.confirm(reader.account()) || !totps.use(reader.account(), step.getAsLong())) {
      throw Failure.of(Failure.Kind.CONFLICT, "factor.on-already");
    }
    notices.tell(reader.account(), "factor.mail-on");
    log.record(AuditEntry.of(by, "account.factor-added", reader.account(), "TOTP"));
    sessions.closeAll(reader.account());
    return newRecoveryCodes(reader);
  }

  /** New recovery codes in place of the old ones, to be shown this once. */
  @Transactional
  List<RecoveryCode> renew(Reader reader, Actor by) {
    if (!on(reader.account())) {
      throw Failure.of(Failure.Kind.CONFLICT, "factor.off-already");
    }
    notices.tell(reader.account(), "factor.mail-codes");
    log.record(AuditEntry.of(by, "account.recovery-codes-renewed", reader.account(), ""));
    return newRecoveryCodes(reader);
  }

  private List<RecoveryCode> newRecoveryCodes(Reader reader) {
    List<RecoveryCode> codes = RecoveryCode.fresh(random);
    totps.renew(reader.account(), codes);
    return codes;
  }

  /** Switches codes off and ends every session of the account; the caller opens a new one. */
  @Transactional
  void remove(Reader reader, Actor by) {
    if (totps.remove(reader.account())) {
      notices.tell(reader.account(), "factor.mail-off");
      log.record(AuditEntry.of(by, "account.factor-removed", reader.account(), "TOTP"));
      sessions.closeAll(reader.account());
    }
  }
}
