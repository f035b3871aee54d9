package org.talblatt.identity;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.platform.mail.MailAddress;

/** Accounts for people whom another house vouches for, without a password. */
@Component
public class Newcomers {
  private static final byte[] NO_FORM = {};
  private static final int TRIES = 50;

  private final Accounts accounts;
  private final Registrations registrations;
  private final Candidates candidates;
  private final Agreements agreements;

  Newcomers(
      Accounts accounts,
      Registrations registrations,
      Candidates candidates,
      Agreements agreements) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.candidates = candidates;
    this.agreements = agreements;
  }

  /**
   * An account as other rooms may know it.
   *
   * @param password whether it can be entered by password
   */
  public record Known(
      AccountId id, String name, MailAddress email, String language, boolean password) {
    /** Kept out of logs. */
    @Override
    public String toString() {
      return "Known[" + id + "]";
    }
  }

  /** The account with this number. */
  public Optional<Known> find(AccountId account) {
    return accounts.find(account).map(Newcomers::known);
  }

  /** Whose address this is, in whatever spelling. */
  public Optional<Known> withEmail(MailAddress email) {
    return accounts.withEmail(email).map(Newcomers::known);
  }

  /** Whether somebody with this address could have this name. */
  public boolean free(AccountName name, MailAddress email) {
    return !registrations.nameTaken(name, email, NO_FORM);
  }

  /**
   * Finds a name for somebody who can't be asked, near what another house calls them: with a number
   * where it is taken.
   *
   * @param paper its name, which nobody gets
   */
  @Transactional
  public AccountName nameNear(String called, String paper, MailAddress email) {
    registrations.queueUp();
    return wishes(called, email)
        .filter(name -> !ReservedNames.holds(name, paper) && free(name, email) && !staffs(name))
        .findFirst()
        .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "identity.name-taken"));
  }

  /** The name itself, numbered ones, and at last names that hardly anybody has. */
  private static Stream<AccountName> wishes(String called, MailAddress email) {
    String nobodys = "Gast " + Integer.toHexString(email.value().hashCode());
    return Stream.of(called, nobodys)
        .filter(wish -> !wish.contains("@"))
        .flatMap(wish -> NearName.of(wish).stream())
        .flatMap(name -> IntStream.rangeClosed(1, TRIES).mapToObj(n -> NearName.numbered(name, n)));
  }

  private boolean staffs(AccountName name) {
    return accounts.staff().stream()
        .anyMatch(member -> ReservedNames.looksLike(name, member.name()));
  }

  /**
   * What was typed into a form that asks for everything but address and password.
   *
   * @param email proved to be theirs
   * @throws Failure naming every field that is wrong
   */
  public NewAccount read(Map<String, String> fields, MailAddress email) {
    RegistrationForm form =
        new RegistrationForm(
            fields.getOrDefault("name", ""),
            "",
            fields.containsKey("age"),
            fields.containsKey("rules"),
            fields.getOrDefault("fassung", ""),
            "",
            "",
            "",
            Map.of());
    return candidates.proved(form, email);
  }

  /**
   * Makes the account. Whoever waits with the same address waits no more.
   *
   * @throws Failure where the name is another's, or (a conflict) the address
   */
  @Transactional
  public AccountId admit(NewAccount account) {
    registrations.queueUp();
    if (!free(account.name(), account.email())) {
      throw Failure.invalid(Map.of("name", "identity.name-taken"));
    }
    if (staffs(account.name())) {
      throw Failure.invalid(Map.of("name", "identity.name-reserved"));
    }
    AccountId id =
        accounts
            .insert(account, Passwords.NONE, agreements.current())
            .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "identity.account-taken"));
    registrations.deleteAll(account.email());
    return id;
  }

  /** One change of an account's ways in at a time, until the transaction ends. */
  @Transactional
  public void lock(AccountId account) {
    accounts.lock(account);
  }

  private static Known known(Account account) {
    return new Known(
        account.id(),
        account.name(),
        new MailAddress(account.email()),
        account.language(),
        account.hasPassword());
  }
}
