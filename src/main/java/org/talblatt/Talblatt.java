package org.talblatt;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: {@code serve} unless another command is named. */
@Command(
    name = "talblatt",
    description = "A local newspaper in one program.",
    synopsisHeading = "Usage: ",
    customSynopsis =
        "talblatt [serve|demo|wire|import|account|doctor] [OPTION…]   (without a command: serve)",
    commandListHeading = "%nCommands (each has its own --help):%n",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      WireCommand.class,
      ImportCommand.class,
      AccountCommand.class,
      DoctorCommand.class,
      RehearseCommand.class
    },
    footer = {
      "Each setting is also TALBLATT_ and its name in the environment (--db-url: TALBLATT_DB_URL),",
      "or a line in a file given with --config (\"db-url = …\"). An option wins over the",
      "environment, the environment over the file. An unknown name refuses to start.",
      "",
      "Exit codes:",
      "  0  done",
      "  1  something unexpected went wrong; the log in DATA/log says what",
      "  2  an option, a setting or a file's name is wrong",
      "  3  another process holds the data folder or the port",
      "  4  the database can't be started, reached or used",
      "  5  done, but something was refused, or doctor found something wrong",
      "  143, 130  stopped by SIGTERM or Ctrl-C; program and database stop cleanly",
      "",
      "Examples:",
      "  talblatt demo                             a newspaper to look at, on this machine only",
      "  talblatt serve --url https://paper.example --data /var/lib/talblatt",
      "  talblatt serve --config /etc/talblatt.conf",
      "  talblatt wire ingest FILE…                agency files into the editors' inbox",
      "  talblatt import comments FILE             what readers wrote in another system",
      "  talblatt doctor --data /var/lib/talblatt  is everything in order?",
      "",
      "More: docs/run.md"
    })
public final class Talblatt {
  private static final int HELP_WIDTH = 100;

  private Talblatt() {}

  /** Runs the command; the exit code is the command's. */
  public static void main(String[] args) {
    // until the program's own logging stands, only what matters reaches the console
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    int code = commandLine().execute(withCommand(args));
    if (code != CommandLine.ExitCode.OK) {
      System.exit(code);
    }
  }

  /** The whole command line. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Talblatt());
    line.setUsageHelpWidth(HELP_WIDTH);
    line.getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
            help -> "%nSettings:%n".formatted() + settings());
    line.setParameterExceptionHandler(Talblatt::explain);
    line.setExecutionExceptionHandler(Talblatt::report);
    return line;
  }

  private static String[] withCommand(String[] args) {
    boolean options = args.length == 0 || args[0].startsWith("-");
    if (!options || (args.length == 1 && args[0].matches("-h|--help|-V|--version"))) {
      return args;
    }
    String[] words = new String[args.length + 1];
    words[0] = "serve";
    System.arraycopy(args, 0, words, 1, args.length);
    return words;
  }

  private static String settings() {
    CommandSpec settings = CommandSpec.forAnnotatedObject(new SettingsOptions());
    settings.usageMessage().width(HELP_WIDTH);
    return new Help(settings).optionList() + System.lineSeparator();
  }

  private static int explain(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(wrong.getMessage());
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandFailure.USAGE;
  }

  private static int report(Exception failed, CommandLine command, ParseResult parsed) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failed);
    if (failed instanceof CommandFailure failure) {
      command.getErr().println(failure.getMessage());
      return failure.exitCode();
    }
    LoggerFactory.getLogger(Talblatt.class).error("the command failed", failed);
    command.getErr().println("Talblatt stopped on an unexpected error: " + cause);
    return CommandFailure.FAILED;
  }
}
