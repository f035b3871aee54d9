package org.talblatt.identity.staff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is looked for in the audit log; an empty text fits everything.
 *
 * @param who part of the name of who did it, or of where they came from
 * @param what the whole verb
 * @param about part of the name of the account or thing it was done to
 * @param text part of the details
 * @param account number of an account that did it or that it was done to
 * @param from the first day, as typed
 * @param until the last day, as typed
 */
public record AuditFilter(
    String who, String what, String about, String text, String account, String from, String until) {
  private static final int LONGEST = 100;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  static AuditFilter of(Map<String, String> fields) {
    String account = text(fields, "konto");
    return new AuditFilter(
        text(fields, "wer"),
        text(fields, "was"),
        text(fields, "wen"),
        text(fields, "text"),
        account.matches("[1-9][0-9]{0,17}") ? account : "",
        text(fields, "von"),
        text(fields, "bis"));
  }

  private static String text(Map<String, String> fields, String name) {
    return Typed.clean(fields.getOrDefault(name, ""), LONGEST);
  }

  /** Which of the two days can't be read; null where both can. */
  @Nullable String wrongDay() {
    return !from.isEmpty() && day(from) == null
        ? from
        : !until.isEmpty() && day(until) == null ? until : null;
  }

  @Nullable Long accountNumber() {
    return account.isEmpty() ? null : Long.valueOf(account);
  }

  /** The first moment asked for. */
  Instant first(ZoneId zone) {
    LocalDate day = day(from);
    return day == null ? EARLIEST : day.atStartOfDay(zone).toInstant();
  }

  /** The first moment that is too late. */
  Instant end(ZoneId zone) {
    LocalDate day = day(until);
    return day == null ? LATEST : day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed);
      return day.getYear() > 1970 && day.getYear() < 9999 ? day : null;
    } catch (DateTimeException noDay) {
      return null;
    }
  }

  /** An address that asks for the same. */
  String path(String address, @Nullable Long before) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("wer", who);
    query.put("was", what);
    query.put("wen", about);
    query.put("text", text);
    query.put("konto", account);
    query.put("von", from);
    query.put("bis", until);
    query.put("vor", before == null ? "" : before.toString());
    query.values().removeIf(String::isEmpty);
    String template =
        query.keySet().stream()
            .map(name -> name + "={" + name + "}")
            .collect(Collectors.joining("&"));
    return UriComponentsBuilder.fromUriString(
            template.isEmpty() ? address : address + "?" + template)
        .encode()
        .buildAndExpand(query)
        .toUriString();
  }
}
