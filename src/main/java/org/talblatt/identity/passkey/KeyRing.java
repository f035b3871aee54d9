package org.talblatt.identity.passkey;

import java.util.List;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountNotices;
import org.talblatt.identity.SecondFactor;
import org.talblatt.identity.Throttle;
import org.talblatt.identity.Token;
import org.talblatt.paper.Actor;
import org.talblatt.paper.AuditEntry;
import org.talblatt.paper.AuditLog;

/** An account's own passkeys: set up, named, removed. Each is a second factor. */
@Component
class KeyRing implements SecondFactor {
  private static final int MOST = 20;

  private final Passkeys passkeys;
  private final RelyingParty party;
  private final Challenges challenges;
  private final Throttle throttle;
  private final AuditLog log;
  private final AccountNotices notices;
  private final TransactionTemplate transaction;

  KeyRing(
      Passkeys passkeys,
      RelyingParty party,
      Challenges challenges,
      Throttle throttle,
      AuditLog log,
      AccountNotices notices,
      TransactionTemplate transaction) {
    this.passkeys = passkeys;
    this.party = party;
    this.challenges = challenges;
    this.throttle = throttle;
    this.log = log;
    this.notices = notices;
    this.transaction = transaction;
  }

  List<Passkey> of(AccountId account) {
    return passkeys.of(account);
  }

  @Override
  public boolean on(AccountId account) {
    return !passkeys.of(account).isEmpty();
  }

  /** All of them, for who has lost them; the owner is told of each. */
  @Override
  @Transactional
  public void drop(AccountId account) {
    for (Passkey each : passkeys.of(account)) {
      passkeys.remove(account, each.number());
      notices.tell(account, "passkey.mail-removed", each.name());
    }
  }

  @Override
  public boolean opensAlone() {
    return true;
  }

  /**
   * One of an account's own.
   *
   * @throws Failure where there is none of this number
   */
  Passkey find(AccountId account, long number) {
    return passkeys.find(account, number).orElseThrow(Failure::notFound);
  }

  /** What a device needs to make a passkey for this account. */
  @Transactional
  PublicKeyCredentialCreationOptions offer(AccountId account, Token browser) {
    throttle.count(Throttle.Limit.PASSKEY_BLOCK, "account " + account);
    refuseFull(account);
    PublicKeyCredentialCreationOptions wanted = party.wanted(account);
    challenges.ask(wanted.getChallenge(), Challenges.Purpose.ADD, account, browser);
    return wanted;
  }

  /**
   * Takes a passkey in that was just made, under a first name; its owner is told by mail.
   *
   * @param device what the browser is called, where the authenticator says nothing of itself
   * @throws Failure where it was not made for this account, in answer to a question of ours
   */
  Passkey add(Actor by, AccountId account, NewPasskey made, Token browser, String device) {
    Bytes challenge = made.challenge();
    if (!challenges.useUp(challenge, Challenges.Purpose.ADD, account, browser)) {
      throw Recognition.ended();
    }
    return transaction.execute(done -> admit(by, account, made, device));
  }

  private Passkey admit(Actor by, AccountId account, NewPasskey made, String device) {
    refuseFull(account);
    List<String> taken = passkeys.of(account).stream().map(Passkey::name).toList();
    PasskeyName name = PasskeyName.after(party.maker(made).orElse(device), taken);
    party.admit(account, made.challenge(), made, name);
    log.record(AuditEntry.of(by, "account.passkey-added", account, ""));
    notices.tell(account, "passkey.mail-added", name.value());
    return passkeys.of(account).getLast();
  }

  private void refuseFull(AccountId account) {
    if (passkeys.of(account).size() >= MOST) {
      throw Failure.of(Failure.Kind.CONFLICT, "passkey.too-many", MOST);
    }
  }

  /**
   * Gives a passkey another name.
   *
   * @throws Failure where it isn't this account's
   */
  @Transactional
  void rename(AccountId account, long number, PasskeyName name) {
    if (!passkeys.rename(account, number, name)) {
      throw Failure.notFound();
    }
  }

  /**
   * Removes a passkey: it opens nothing from now on. Its owner is told by mail.
   *
   * @throws Failure where it isn't this account's
   */
  @Transactional
  void remove(Actor by, AccountId account, long number) {
    Passkey gone = passkeys.remove(account, number).orElseThrow(Failure::notFound);
    log.record(AuditEntry.of(by, "account.passkey-removed", account, ""));
    notices.tell(account, "passkey.mail-removed", gone.name());
  }
}
