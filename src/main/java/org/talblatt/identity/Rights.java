package org.talblatt.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.talblatt.base.Failure;

/**
 * The roles that somebody holds, each for all sections or for some. Held for all, it is not held
 * for one besides.
 */
public record Rights(SortedSet<Grant> grants) {
  private static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, null);

  /** A reader's. */
  public static final Rights NONE = new Rights(new TreeSet<>());

  /** Drops what is held for all anyway; keeps the order of {@link Role}. */
  public Rights {
    SortedSet<Grant> kept = new TreeSet<>(grants);
    kept.removeIf(grant -> grant.section() != null && kept.contains(new Grant(grant.role(), null)));
    grants = Collections.unmodifiableSortedSet(kept);
  }

  /** These roles, for all sections. */
  public static Rights of(Collection<Role> roles) {
    return new Rights(
        roles.stream()
            .map(role -> new Grant(role, null))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * From words such as {@code editor:politik}.
   *
   * @throws Failure where one of them is none
   */
  public static Rights parse(Iterable<String> words) {
    SortedSet<Grant> grants = new TreeSet<>();
    for (String word : words) {
      grants.add(Grant.parse(word));
    }
    return new Rights(grants);
  }

  /** Whether the role is held, if only for one section; an administrator holds all. */
  public boolean has(Role role) {
    return grants.stream()
        .anyMatch(grant -> grant.role() == role || grant.role() == Role.ADMINISTRATOR);
  }

  /** Whether the role is held for this section. */
  public boolean has(Role role, String section) {
    return everywhere(role) || grants.contains(new Grant(role, section));
  }

  /** Whether the role is held for all sections. */
  public boolean everywhere(Role role) {
    return grants.contains(new Grant(role, null)) || grants.contains(ADMINISTRATOR);
  }

  /** The sections that a role is held for, where it isn't for all. */
  public Set<String> sections(Role role) {
    Set<String> sections = new TreeSet<>();
    for (Grant grant : grants) {
      String section = grant.section();
      if (grant.role() == role && section != null) {
        sections.add(section);
      }
    }
    return sections;
  }

  /** The roles, whatever they are held for. */
  public Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    grants.forEach(grant -> roles.add(grant.role()));
    return roles;
  }

  /** These and one more. */
  public Rights with(Grant grant) {
    SortedSet<Grant> all = new TreeSet<>(grants);
    all.add(grant);
    return new Rights(all);
  }

  /** These without one. */
  public Rights without(Grant grant) {
    SortedSet<Grant> all = new TreeSet<>(grants);
    all.remove(grant);
    return new Rights(all);
  }

  /** As words, which {@link #parse} reads. */
  public List<String> words() {
    return grants.stream().map(Grant::toString).toList();
  }
}
