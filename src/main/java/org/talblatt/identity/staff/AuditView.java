package org.talblatt.identity.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * A page of the audit log.
 *
 * @param verbs those that can be asked for
 * @param next where older lines are; null at the end
 * @param csv the same lines as a file
 * @param problem what can't be asked for; null for nothing
 */
public record AuditView(
    AuditFilter filter,
    List<AuditLines.Line> lines,
    List<String> verbs,
    @Nullable String next,
    String csv,
    @Nullable String problem,
    Times times) {

  /** A verb in words; one that nobody has put into words yet as it is. */
  public static String verb(String what, Messages words) {
    String key = "staff.audit." + what;
    return words.knows(key) ? words.get(key) : what;
  }

  /** Who did it. */
  public static String who(AuditLines.Line line, Messages words) {
    return line.by() == 0 ? origin(line, words) : name(line.byName(), line.by(), words);
  }

  /** To whom or what. */
  public static String about(AuditLines.Line line, Messages words) {
    return line.account() == 0 ? line.subject() : name(line.accountName(), line.account(), words);
  }

  /** From where. */
  public static String origin(AuditLines.Line line, Messages words) {
    return switch (line.origin()) {
      case "console", "program", "address" -> words.get("staff.origin." + line.origin());
      default -> line.origin();
    };
  }

  private static String name(String name, long id, Messages words) {
    return name.isEmpty() ? words.get("staff.account-gone", Long.toString(id)) : name;
  }
}
