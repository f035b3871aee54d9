package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.testing.Program;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;
import org.talblatt.testing.Wait;
import picocli.CommandLine;

/** The first administrator comes in by the code on the console, others by the command line. */
class AccountCommandTest {
  private static final Pattern JDBC =
      Pattern.compile("jdbc:postgresql://([^/]+)/([^?]+)(?:.*[?&]password=([^&]*))?.*");

  @TempDir private Path data = Path.of("");

  @Test
  void anEmptyPaperShowsTheCodeForItsFirstAdministrator() throws Exception {
    try (Program paper = Program.serve(data, Program.freePort())) {
      paper.awaitReady();
      Wait.until(
          Duration.ofSeconds(30),
          () -> paper.said().stream().anyMatch(AccountCommandTest::showsCode));
    }
  }

  @Test
  void accountsAreMadeListedAndGivenRolesOnTheConsole() {
    String database = database();
    assertThat(
            account(
                database,
                "create",
                "--name",
                "Chef",
                "--mail",
                "chef@example.org",
                "--role",
                "administrator,editor"))
        .startsWith("0 The account was made.")
        .containsPattern("Password, shown only now: \\S{16}");
    assertThat(account(database, "create", "--name", "x", "--mail", "x"))
        .startsWith("5 ")
        .contains("The name needs 2 to 30 characters.")
        .contains("This is not an email address that we can write to.");
    assertThat(account(database, "create", "--name", "chef", "--mail", "b@example.org"))
        .isEqualTo("5 Name or email address belongs to somebody already.");
    assertThat(account(database, "list"))
        .isEqualTo("0 Chef\tchef@example.org\tactive\tadministrator,editor");
    assertThat(account(database, "role", "Chef", "editor"))
        .isEqualTo("5 Then nobody would be administrator any more.");
    assertThat(account(database, "role", "Niemand", "editor"))
        .isEqualTo("5 There is no such account.");
    assertThat(account(database, "role", "chef@example.org", "king")).contains("no role king");
  }

  @Test
  void accountsAreLockedResetAndListedForScriptsAndAllOfItIsWrittenDown() {
    try (TestPaper running = TestPaper.start()) {
      String database = database(running.database());
      running.door(Sections.class).put(new Section("kultur", "Kultur", 1, "de"));
      TestReaders.create(running, "Chefin", Role.ADMINISTRATOR);
      Reader ed = TestReaders.withPassword(running, "Ed");
      roles(database, TestBrowser.as(running, ed));
      lock(database, new TestBrowser(running));
      reset(database, new TestBrowser(running));
      assertThat(lines(running))
          .containsExactly(
              "account.role-granted editor:kultur",
              "account.locked lost laptop",
              "account.unlocked ",
              "account.reset-shown ",
              "account.reset-mailed ");
    }
  }

  @Test
  void whoAskedByLetterGetsAnArchiveAndIsErased() throws Exception {
    String database = database();
    account(database, "create", "--name", "Brief Schreiberin", "--mail", "brief@example.org");
    Path file = data.resolve("brief.zip");
    assertThat(account(database, "export", "brief@example.org", file.toString()))
        .isEqualTo("0 Packed into " + file + ".");
    try (ZipFile packed = new ZipFile(file.toFile())) {
      ZipEntry json = packed.getEntry("json/account.json");
      assertThat(new String(packed.getInputStream(json).readAllBytes(), StandardCharsets.UTF_8))
          .contains("Brief Schreiberin", "brief@example.org");
    }
    byte[] before = Files.readAllBytes(file);
    assertThat(account(database, "export", "Brief Schreiberin", file.toString()))
        .isEqualTo("2 The file is there already; nothing was written.");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    erase(database, file);
  }

  private void erase(String database, Path file) {
    assertThat(account(database, "erase", "Brief Schreiberin", "--way", "delete"))
        .startsWith("2 There is no way back.");
    assertThat(account(database, "erase", "Brief Schreiberin", "--way", "all", "--yes"))
        .isEqualTo("2 --way is delete, anonymous or keep.");
    assertThat(account(database, "erase", "Niemand", "--way", "delete", "--yes"))
        .isEqualTo("5 There is no such account.");
    assertThat(account(database, "erase", "Brief Schreiberin", "--way", "delete", "--yes"))
        .isEqualTo("0 The account was erased.");
    Path second = file.resolveSibling("zu-spaet.zip");
    assertThat(account(database, "export", "Brief Schreiberin", second.toString()))
        .isEqualTo("5 There is no such account.");
    assertThat(second).doesNotExist();
  }

  private void roles(String database, TestBrowser browser) {
    assertThat(account(database, "role", "Ed", "editor:kultur"))
        .isEqualTo("0 The roles are set; the account has to log in again.");
    assertThat(browser.get("/konto").statusCode()).as("beside the paper").isEqualTo(303);
    assertThat(account(database, "role", "Ed", "editor:sport"))
        .isEqualTo("5 There is no section “sport”.");
    assertThat(account(database, "role", "Ed", "author:kultur"))
        .isEqualTo("5 The role author is always held for all sections.");
  }

  private void lock(String database, TestBrowser browser) {
    assertThat(account(database, "lock", "Ed", "--reason", "lost laptop"))
        .startsWith("0 The account is locked");
    assertThat(browser.login("Ed").statusCode()).isEqualTo(422);
    assertThat(account(database, "lock", "Chefin"))
        .isEqualTo("5 Then nobody would be administrator any more.");
    assertThat(account(database, "lock", "Ed", "--reason", "x".repeat(501)))
        .isEqualTo("5 The reason can have 500 characters at most.");
    assertThat(account(database, "list", "--json"))
        .contains("{\"name\":\"Ed\",\"email\":\"" + TestReaders.email("Ed"))
        .contains("\"state\":\"locked\",\"roles\":[\"editor:kultur\"]}");
    assertThat(account(database, "unlock", "Ed")).isEqualTo("0 The account is open again.");
  }

  private void reset(String database, TestBrowser browser) {
    String link = account(database, "reset", "Ed", "--link");
    assertThat(link).startsWith("0 http").contains("/passwort/neu?link=");
    assertThat(browser.get(link.substring(link.indexOf("/passwort"))).body())
        .contains("Neues Passwort");
    assertThat(account(database, "reset", "Niemand")).startsWith("5 There is no such account");
    assertThat(account(database, "reset")).startsWith("2 ");
    assertThat(account(database, "reset", "Ed")).startsWith("0 The mail is queued");
  }

  private static List<String> lines(TestPaper paper) {
    return paper
        .door(JdbcClient.class)
        .sql(
            """
            select what || ' ' || concat_ws(' ', nullif(details, ''), reason)
            from audit_entry left join audit_trace on entry = id
            where origin = 'console' order by id
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static boolean showsCode(String line) {
    return line.matches(".*/einrichten\\?code=[0-9A-Z-]{39}");
  }

  /** The exit code and what was written. */
  private String account(String database, String... words) {
    List<String> all = new ArrayList<>(List.of("account"));
    all.addAll(List.of(words));
    all.addAll(List.of("--data", data.toString(), "--db-url", database));
    PrintStream console = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    try {
      CommandLine line = Talblatt.commandLine();
      line.setErr(new PrintWriter(stream, true, StandardCharsets.UTF_8));
      int code = line.execute(all.toArray(String[]::new));
      return code + " " + out.toString(StandardCharsets.UTF_8).strip();
    } finally {
      System.setOut(console);
    }
  }

  private static String database() {
    return database(TestDatabase.create());
  }

  private static String database(DatabaseAddress address) {
    Matcher jdbc = JDBC.matcher(address.jdbcUrl());
    assertThat(jdbc.matches()).isTrue();
    String password = jdbc.group(3) == null ? "postgres" : jdbc.group(3);
    return "postgresql://postgres:%s@%s/%s".formatted(password, jdbc.group(1), jdbc.group(2));
  }
}
