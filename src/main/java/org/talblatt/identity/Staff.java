package org.talblatt.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.base.Failure;
import org.talblatt.platform.mail.MailAddress;
import org.talblatt.platform.page.PageChanges;

/** Who works for the paper, and with which rights. */
@Component
public class Staff {
  private final Accounts accounts;
  private final Sessions sessions;
  private final PageChanges pages;

  Staff(Accounts accounts, Sessions sessions, PageChanges pages) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.pages = pages;
  }

  /** One account as a list shows it. */
  public record Member(String name, String email, String state, Set<String> roles) {}

  /** Everybody who holds a role, by name. */
  public List<Member> all() {
    return accounts.staff();
  }

  /**
   * Gives an account exactly these roles. Its sessions end, so that no old right lives on in one.
   *
   * @param login name or mail address
   * @throws Failure where there is no such account, or nobody would be administrator any more
   */
  @Transactional
  public void setRoles(String login, Set<Role> roles) {
    Account account =
        (login.contains("@")
                ? MailAddress.parse(login).flatMap(accounts::withEmail)
                : accounts.withNameKey(AccountName.key(login)))
            .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "identity.account-unknown"));
    accounts.lockRoles();
    accounts.setRoles(account.id(), roles);
    if (accounts.administrators() == 0) {
      throw Failure.of(Failure.Kind.CONFLICT, "identity.last-administrator");
    }
    sessions.closeAll(account.id());
    accounts.raiseRevision(account.id());
    pages.changed("account:" + account.id(), "account:*", "home");
  }

  /** The roles in words such as {@code editor,moderator}. */
  public static Set<Role> roles(Iterable<String> names) {
    Set<Role> roles = new TreeSet<>();
    for (String name : names) {
      try {
        roles.add(Role.valueOf(name.strip().toUpperCase(java.util.Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        throw Failure.of(Failure.Kind.INVALID, "identity.role-unknown", name);
      }
    }
    return roles;
  }
}
