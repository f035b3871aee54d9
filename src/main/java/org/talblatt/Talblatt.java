package org.talblatt;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code serve} unless another command is named. */
@Command(
    name = "talblatt",
    description = "Eine Lokalzeitung in einem Programm. A local newspaper in one program.",
    mixinStandardHelpOptions = true,
    subcommands = {ServeCommand.class, DemoCommand.class, WireCommand.class})
public final class Talblatt {
  private Talblatt() {}

  /** Runs the command; the exit code is the command's. */
  public static void main(String[] args) {
    String[] words = args.length == 0 ? new String[] {"serve"} : args;
    int code = new CommandLine(new Talblatt()).execute(words);
    if (code != CommandLine.ExitCode.OK) {
      System.exit(code);
    }
  }
}
