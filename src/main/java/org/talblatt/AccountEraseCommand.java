package org.talblatt;

import java.util.concurrent.Callable;
import org.talblatt.identity.Leaving;
import org.talblatt.identity.LetterRequests;
import org.talblatt.identity.Staff;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases somebody who asked by letter: at once and for good. */
@Command(
    name = "erase",
    description = "Erases an account at once and for good, for who asked by letter.",
    mixinStandardHelpOptions = true)
final class AccountEraseCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "Name or mail address.")
  private String login = "";

  @Option(
      names = "--way",
      paramLabel = "WAY",
      required = true,
      description =
          "delete: the comments too; anonymous: comments stay without a name; "
              + "keep: comments stay under the name.")
  private String way = "";

  @Option(names = "--yes", description = "Without it nothing is done: there is no way back.")
  private boolean yes;

  @Override
  public Integer call() throws Exception {
    Leaving leaving = leaving(way);
    if (!yes) {
      throw new CommandFailure(
          CommandFailure.USAGE, "There is no way back. With --yes it is done; nothing was done.");
    }
    return AccountCommand.run(
        options.settings(false),
        paper -> {
          var account = paper.getBean(Staff.class).account(login);
          paper.getBean(LetterRequests.class).erase(account, leaving);
          System.out.println("The account was erased.");
        });
  }

  private static Leaving leaving(String word) {
    try {
      return Leaving.of(word);
    } catch (IllegalArgumentException unknown) {
      throw new CommandFailure(CommandFailure.USAGE, "--way is delete, anonymous or keep.");
    }
  }
}
