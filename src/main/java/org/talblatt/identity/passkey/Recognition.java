package org.talblatt.identity.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.Throttle;
import org.talblatt.identity.Token;

/** Asks who somebody is, and believes an answer that their passkey has signed. */
@Component
class Recognition {
  private final RelyingParty party;
  private final Challenges challenges;
  private final Throttle throttle;
  private final TransactionTemplate transaction;

  Recognition(
      RelyingParty party,
      Challenges challenges,
      Throttle throttle,
      TransactionTemplate transaction) {
    this.party = party;
    this.challenges = challenges;
    this.throttle = throttle;
    this.transaction = transaction;
  }

  /**
   * A question to somebody unknown: the same for everybody, it names no account and no passkey.
   *
   * @param browser who alone may answer
   * @param block where they come from
   * @throws Failure where too many were asked there
   */
  PublicKeyCredentialRequestOptions ask(Token browser, String block) {
    throttle.count(Throttle.Limit.PASSKEY_BLOCK, block);
    return ask(Challenges.Purpose.LOGIN, null, browser);
  }

  /** A question that only this account's passkeys answer. */
  PublicKeyCredentialRequestOptions ask(AccountId account, Token browser) {
    throttle.count(Throttle.Limit.PASSKEY_BLOCK, "account " + account);
    return transaction.execute(done -> ask(Challenges.Purpose.CONFIRM, account, browser));
  }

  private PublicKeyCredentialRequestOptions ask(
      Challenges.Purpose purpose, @Nullable AccountId account, Token browser) {
    PublicKeyCredentialRequestOptions question = party.question(account);
    challenges.ask(question.getChallenge(), purpose, account, browser);
    return question;
  }

  /**
   * Whose passkey it is.
   *
   * @param block where they come from; so many wrong answers from one place, then slower
   * @throws Failure where the answer is wrong, late or another browser's, or the passkey unknown
   */
  AccountId recognise(Shown shown, Token browser, String block) {
    throttle.count(Throttle.Limit.LOGIN_BLOCK, block);
    AccountId account = recognise(shown, Challenges.Purpose.LOGIN, null, browser);
    throttle.forgive(Throttle.Limit.LOGIN_BLOCK, block);
    return account;
  }

  /**
   * Makes sure that it is this account's passkey.
   *
   * @throws Failure as above, and where it is another's
   */
  void confirm(AccountId account, Shown shown, Token browser) {
    throttle.count(Throttle.Limit.LOGIN, "account " + account);
    if (!recognise(shown, Challenges.Purpose.CONFIRM, account, browser).equals(account)) {
      throw Failure.of(Failure.Kind.INVALID, "passkey.of-another");
    }
    throttle.forgive(Throttle.Limit.LOGIN, "account " + account);
  }

  private AccountId recognise(
      Shown shown, Challenges.Purpose purpose, @Nullable AccountId account, Token browser) {
    Bytes challenge = shown.challenge();
    if (!challenges.useUp(challenge, purpose, account, browser)) {
      throw ended();
    }
    return transaction.execute(done -> party.recognise(challenge, shown));
  }

  static Failure ended() {
    return Failure.of(Failure.Kind.INVALID, "passkey.ended");
  }
}
