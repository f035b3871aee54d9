package org.talblatt.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.talblatt.base.AccountId;

/** Who may what, asked of the one table that every request is decided by. */
public final class AccessOverview {
  private static final AccountId SOMEBODY = new AccountId(1);

  private AccessOverview() {}

  /** Who may do something. */
  public record Who(boolean anybody, boolean readers, Set<Role> roles) {
    /** Nobody. */
    static final Who NOBODY = new Who(false, false, Set.of());

    /** Whether who holds this role may. */
    public boolean has(Role role) {
      return roles.contains(role);
    }
  }

  /**
   * A family of addresses.
   *
   * @param path as the table has it; {@code /**} at its end stands for whatever follows
   */
  public record Line(String path, Who reads, Who changes) {}

  /** A line for each family, in the table's order. */
  public static List<Line> lines() {
    return AccessTable.ROWS.stream()
        .map(row -> row.path().getPatternString())
        .distinct()
        .map(path -> new Line(path, who(HttpMethod.GET, path), who(HttpMethod.POST, path)))
        .toList();
  }

  private static Who who(HttpMethod method, String path) {
    Optional<Access> access = AccessTable.of(method, path.replace("**", "x"));
    return access.map(AccessOverview::who).orElse(Who.NOBODY);
  }

  private static Who who(Access access) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (access.admits(holding(Set.of(role)))) {
        roles.add(role);
      }
    }
    return new Who(access.admits(null), access.admits(holding(Set.of())), roles);
  }

  private static Reader holding(Set<Role> roles) {
    return new Reader(SOMEBODY, "", "de", roles, false);
  }
}
