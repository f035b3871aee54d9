package org.talblatt.identity.staff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.talblatt.identity.Role;

/**
 * Which accounts are looked for; an empty text fits all.
 *
 * @param text part of a name or mail address
 * @param role a role's word, or {@code staff} for any
 * @param state a state's word
 */
public record AccountFilter(String text, String role, String state) {
  private static final int LONGEST = 100;

  /** The states that an account can be in. */
  public static final List<String> STATES =
      List.of("active", "locked", "suspended", "banned", "leaving", "closed");

  /** What can be asked for in place of a role: any, then each. */
  public static final List<String> ROLES =
      Stream.concat(
              Stream.of("staff"),
              Stream.of(Role.values()).map(role -> role.name().toLowerCase(Locale.ROOT)))
          .toList();

  static AccountFilter of(String text, String role, String state) {
    return new AccountFilter(
        Typed.clean(text, LONGEST),
        ROLES.contains(role) ? role : "",
        STATES.contains(state) ? state : "");
  }

  /** The address of the list from behind an account on. */
  String path(long after) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("suche", text);
    query.put("rolle", role);
    query.put("zustand", state);
    query.values().removeIf(String::isEmpty);
    query.put("nach", Long.toString(after));
    return query.keySet().stream()
        .map(name -> name + "={" + name + "}")
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("&", AccountListPages.PATH + "?", ""),
                template ->
                    UriComponentsBuilder.fromUriString(template)
                        .encode()
                        .buildAndExpand(query)
                        .toUriString()));
  }
}
