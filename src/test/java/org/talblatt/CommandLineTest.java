package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command line explains itself, and says in one or two lines what is wrong. */
class CommandLineTest {
  @Test
  void theHelpNamesEveryCommandSettingAndExitCode() {
    CommandLine line = Talblatt.commandLine();
    String help = line.getUsageMessage(CommandLine.Help.Ansi.OFF);
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              if (!command.getCommandSpec().usageMessage().hidden()) {
                assertThat(help).contains(name);
              }
            });
    assertThat(help)
        .contains("--port", "--data", "--db-url", "--trusted-proxies", "--smtp", "--config")
        .contains("TALBLATT_DB_URL", "Exit codes:", "Examples:");
    assertThat(help.lines()).allSatisfy(text -> assertThat(text).hasSizeLessThan(101));
  }

  @Test
  void anUnknownOptionOrValueEndsWithCodeTwoAndSaysWhich() {
    assertThat(run("serve", "--prot", "80")).contains("2 Unknown option", "--prot", "--help");
    assertThat(run("serve", "--port", "no"))
        .isEqualTo("2 --port: a port is a number from 1 to 65535");
    assertThat(run("nonsense")).startsWith("2 ").contains("nonsense");
  }

  private static String run(String... args) {
    CommandLine line = Talblatt.commandLine();
    StringWriter err = new StringWriter();
    line.setErr(new PrintWriter(err));
    int code = line.execute(args);
    return code + " " + err.toString().strip();
  }
}
