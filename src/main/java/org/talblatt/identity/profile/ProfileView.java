package org.talblatt.identity.profile;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Links;
import org.talblatt.identity.Portrait;

/**
 * Somebody's own profile, with what they may change of it.
 *
 * @param name as the paper writes it
 * @param typedName what stands in the field for it
 * @param nameAgain the day from which on another name may be chosen; null for today
 * @param editor whether the newsroom's pages are open to them
 * @param moderator whether the moderators' pages are
 * @param administrator whether the administration's are
 * @param bounced whether mail to them comes back
 * @param suspended why and until when they may not write; null for who may
 * @param note good news to show; null for none
 * @param problems what is wrong, by field
 */
public record ProfileView(
    String name,
    String typedName,
    @Nullable String nameAgain,
    String email,
    String language,
    String line,
    boolean hidden,
    Portrait portrait,
    boolean editor,
    boolean moderator,
    boolean administrator,
    boolean bounced,
    @Nullable String suspended,
    @Nullable String note,
    Map<String, String> problems) {

  /** What is wrong with a field; null for nothing. */
  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /** The public page. */
  public String page() {
    return Links.reader(name);
  }
}
