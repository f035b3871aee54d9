package org.talblatt.identity.staff;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * The audit log as a table that spreadsheets open: with a mark that it is UTF-8, and separated as
 * they do it in the reader's language.
 */
record AuditCsv(Messages words, Times times) {
  private static final String UTF_8 = "\ufeff";

  String head() {
    return UTF_8
        + row(
            "id", "at", "verb", "what", "by", "by-account", "from", "about", "account", "details");
  }

  String line(AuditLines.Line line) {
    return row(
        Long.toString(line.id()),
        times.iso(line.at()),
        line.what(),
        AuditView.verb(line.what(), words),
        AuditView.who(line, words),
        number(line.by()),
        AuditView.origin(line, words),
        AuditView.about(line, words),
        number(line.account()),
        line.details());
  }

  private static String number(long account) {
    return account == 0 ? "" : Long.toString(account);
  }

  private String row(String... cells) {
    String between = words.language().equals("en") ? "," : ";";
    return Stream.of(cells).map(AuditCsv::cell).collect(Collectors.joining(between)) + "\r\n";
  }

  /** What a spreadsheet would take for a formula gets an apostrophe in front. */
  private static String cell(String text) {
    String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
