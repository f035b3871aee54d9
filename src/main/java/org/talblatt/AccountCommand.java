package org.talblatt;

import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.talblatt.base.Failure;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import picocli.CommandLine.Command;

/** Accounts from the console: for staff, and for when nobody gets in any more. */
@Command(
    name = "account",
    description = {
      "Makes accounts, gives roles, locks out and lets in again, also beside a running paper.",
      "What is changed stands in the audit log, as done by the command line."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AccountCreateCommand.class,
      AccountRoleCommand.class,
      AccountLockCommand.class,
      AccountUnlockCommand.class,
      AccountResetCommand.class,
      AccountListCommand.class,
      AccountExportCommand.class,
      AccountEraseCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done; 2 an option or a setting is wrong; 4 the database can't be used;",
      "5 refused: there is no such account, section or role, or nobody would be administrator.",
      "",
      "Examples:",
      "  talblatt account create --name Anna --mail anna@paper.example --role editor:kultur",
      "  talblatt account role Anna editor moderator:kultur",
      "  talblatt account lock anna@paper.example --reason \"password was published\"",
      "  talblatt account reset Anna --link",
      "  talblatt account list --json",
      "  talblatt account export Anna anna.zip",
      "  talblatt account erase Anna --way delete --yes"
    })
final class AccountCommand {

  /** Runs a task on the paper's database; what a door refuses is said in one line. */
  static int run(Settings settings, Consumer<ConfigurableApplicationContext> task)
      throws Exception {
    return Launch.once(
        settings,
        paper -> {
          try {
            task.accept(paper);
            return 0;
          } catch (Failure refused) {
            throw new CommandFailure(CommandFailure.REFUSED, sentence(refused));
          }
        });
  }

  private static String sentence(Failure refused) {
    Messages english = Messages.of("en");
    return refused.fields().isEmpty() || refused.fields().containsValue(refused.key())
        ? english.get(refused.key(), refused.arguments())
        : String.join(" ", refused.fields().values().stream().map(english::get).toList());
  }
}
