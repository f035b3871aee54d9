package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talblatt.testing.Program;
import org.talblatt.testing.Wait;

/** The first administrator comes in by the code on the console, others by the command line. */
class AccountCommandTest {
  @TempDir private Path data = Path.of("");

  @Test
  void accountsAreMadeBesideARunningPaperWhichThenNeedsNoCodeAnyMore() throws Exception {
    try (Program paper = Program.serve(data, Program.freePort())) {
      paper.awaitReady();
      Wait.until(
          Duration.ofSeconds(30),
          () -> paper.said().stream().anyMatch(AccountCommandTest::showsCode));
      assertThat(
              account(
                  "create",
                  "--name",
                  "Chef",
                  "--mail",
                  "chef@example.org",
                  "--role",
                  "administrator,editor"))
          .anyMatch(line -> line.matches("Password, shown only now: \\S{16}"));
      assertThat(account("create", "--name", "chef", "--mail", "x"))
          .contains("This is not an email address that we can write to.");
      assertThat(account("list")).contains("Chef\tchef@example.org\tactive\tadministrator,editor");
      assertThat(account("role", "Chef", "editor"))
          .contains("Then nobody would be administrator any more.");
    }
    try (Program again = Program.serve(data, Program.freePort())) {
      again.awaitReady();
      Wait.until(
          Duration.ofSeconds(30),
          () -> again.said().stream().anyMatch(line -> line.startsWith("The paper is at")));
      again.terminate();
      assertThat(again.exitCode()).isEqualTo(143);
      assertThat(again.said()).noneMatch(line -> line.contains("einrichten"));
    }
  }

  private static boolean showsCode(String line) {
    return line.matches(".*/einrichten\\?code=[0-9A-Z-]{39}");
  }

  private List<String> account(String... words) throws Exception {
    String[] all = new String[words.length + 3];
    all[0] = "account";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--data";
    all[words.length + 2] = data.toString();
    try (Program command = Program.run(all)) {
      command.exitCode();
      return command.said();
    }
  }
}
