package org.talblatt.identity.staff;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.Grant;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * An account's page.
 *
 * @param own whether it is the administrator's who looks at it
 * @param reason typed for a lock that was refused; else empty
 * @param note what was just done; null for nothing
 * @param problem why it couldn't be; null for nothing
 */
public record AccountFileView(
    AccountFiles.File file,
    boolean twoFactors,
    boolean own,
    List<AccountFiles.Section> sections,
    List<AuditLines.Line> history,
    String reason,
    @Nullable String note,
    @Nullable String problem,
    Times times) {

  /** A role as a person says it: "Redaktion, Ressort Politik". */
  public static String grant(String word, List<AccountFiles.Section> sections, Messages words) {
    Grant grant = Grant.parse(word);
    String section = grant.section();
    String role = role(grant.role(), words);
    return section == null
        ? role
        : words.get("staff.role-of-section", role, name(section, sections));
  }

  /** A role's name. */
  public static String role(Role role, Messages words) {
    return words.get("staff.role." + role.name().toLowerCase(Locale.ROOT));
  }

  private static String name(String slug, List<AccountFiles.Section> sections) {
    return sections.stream()
        .filter(section -> section.slug().equals(slug))
        .map(AccountFiles.Section::name)
        .findFirst()
        .orElse(slug);
  }
}
