package org.talblatt.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.talblatt.base.AccountId;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Registration;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.Slug;

/** Accounts for tests, made through the door. */
public final class TestReaders {
  /** The password of those that have one. */
  public static final String PASSWORD = "geheim-genug-1";

  private TestReaders() {}

  /** An active account without a password (that costs no Argon2 run); see TestBrowser.as. */
  public static Reader create(TestPaper paper, String name, Role... roles) {
    return create(paper, NewAccount.withoutPassword(name, email(name)), roles);
  }

  /** An active account that logs in with {@link #PASSWORD}. */
  public static Reader withPassword(TestPaper paper, String name, Role... roles) {
    return create(paper, NewAccount.of(name, email(name), PASSWORD), roles);
  }

  /** The mail address of a test account. */
  public static String email(String name) {
    return Slug.of(AccountName.key(name))
        + "-"
        + Integer.toHexString(name.hashCode())
        + "@example.org";
  }

  private static Reader create(TestPaper paper, NewAccount account, Role... roles) {
    Set<Role> held = EnumSet.noneOf(Role.class);
    held.addAll(List.of(roles));
    AccountId id = paper.door(Registration.class).create(account, held);
    return new Reader(id, account.name().value(), account.language(), held, false);
  }
}
