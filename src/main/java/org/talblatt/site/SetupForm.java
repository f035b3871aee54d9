package org.talblatt.site;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that opens a paper, as it was sent or stands at first; the password is never shown
 * again.
 *
 * @param account whether the administrator's account is made too; else somebody logged in fills it
 *     in
 * @param sections one name per line
 * @param problems field name to message, in the form's order
 */
public record SetupForm(
    boolean account,
    String code,
    String paper,
    String motto,
    String sections,
    String name,
    String email,
    Map<String, String> problems) {

  SetupForm refused(Map<String, String> wrong) {
    return new SetupForm(account, code, paper, motto, sections, name, email, wrong);
  }

  /** What is wrong with a field; null where nothing is. */
  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /** The code and the address stay out of logs. */
  @Override
  public String toString() {
    return "SetupForm[***]";
  }
}
