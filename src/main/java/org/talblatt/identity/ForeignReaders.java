package org.talblatt.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.paper.Papers;
import org.talblatt.platform.mail.MailAddress;

/**
 * People whom another system knew, and whose words come here without them. Each gets an account
 * that nobody can enter: it has no password. Its owner claims it by the mail address that the other
 * system had proved ("forgotten password", or a mailed login link); where there is none, by a link
 * that an administrator makes ({@code account reset NAME --link}).
 */
@Service
public class ForeignReaders {
  private static final byte[] NO_FORM = {};

  private final Accounts accounts;
  private final Registrations registrations;
  private final Papers papers;
  private final JdbcClient db;

  ForeignReaders(Accounts accounts, Registrations registrations, Papers papers, JdbcClient db) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.papers = papers;
    this.db = db;
  }

  /**
   * Somebody as the other system has them.
   *
   * @param email proved to be theirs there; null where it wasn't or there is none
   * @param since when they began there
   */
  public record Foreigner(
      String name, @Nullable MailAddress email, String language, Instant since) {
    /** Kept out of logs. */
    @Override
    public String toString() {
      return "Foreigner[***]";
    }
  }

  /**
   * Who somebody is here.
   *
   * @param made whether the account was made just now
   */
  public record Arrived(AccountId account, String name, boolean made) {}

  /** Who has this mail address or else this name here. */
  public Optional<AccountId> known(String login) {
    Optional<Account> account =
        login.contains("@")
            ? MailAddress.parse(login).flatMap(accounts::withEmail)
            : accounts.withNameKey(AccountName.key(login));
    return account.filter(found -> found.state() != Account.State.CLOSED).map(Account::id);
  }

  /**
   * Whoever has the mail address already, else a new account.
   *
   * @param seed the same for the same person
   */
  @Transactional
  public Arrived arrive(Foreigner foreigner, int seed) {
    MailAddress email = foreigner.email();
    if (email != null) {
      Optional<Account> here = accounts.withEmail(email);
      if (here.isPresent()) {
        return new Arrived(here.get().id(), here.get().name(), false);
      }
    }
    registrations.queueUp();
    MailAddress address =
        email == null ? new MailAddress(UUID.randomUUID() + "@" + MailAddress.NOWHERE) : email;
    return ForeignName.choices(wanted(foreigner.name()), seed)
        .filter(name -> free(name, address))
        .flatMap(name -> insert(new NewAccount(name, address, null, foreigner.language())).stream())
        .findFirst()
        .map(
            arrived -> {
              since(arrived.account(), foreigner.since(), email == null);
              return arrived;
            })
        .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "identity.account-taken"));
  }

  /**
   * Empty where nobody is to be called so, with a number or without: it is the paper's or staff's.
   */
  private String wanted(String foreign) {
    AccountName name = ForeignName.allowed(foreign);
    boolean ours =
        ReservedNames.holds(name, papers.current().name())
            || accounts.staff().stream()
                .anyMatch(member -> ReservedNames.looksLike(name, member.name()));
    return ours ? "" : foreign;
  }

  private boolean free(AccountName name, MailAddress address) {
    return !registrations.nameTaken(name, address, NO_FORM);
  }

  private Optional<Arrived> insert(NewAccount account) {
    return accounts
        .insert(account, Passwords.NONE, null)
        .map(id -> new Arrived(id, account.name().value(), true));
  }

  /** Nobody has confirmed anything; an address that is none is known to bring mail back. */
  private void since(AccountId account, Instant since, boolean nowhere) {
    db.sql(
            """
            update account set confirmed_at = null, created_at = least(created_at, :since),
              email_bounced_at = case when :nowhere then now() end,
              email_bounced = case when :nowhere then email end
            where id = :id
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("nowhere", nowhere)
        .param("id", account.value())
        .update();
  }
}
