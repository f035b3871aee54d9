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
    description = "Makes accounts and gives roles, also beside a running paper.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AccountCreateCommand.class, AccountRoleCommand.class, AccountListCommand.class})
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
    return refused.fields().isEmpty()
        ? english.get(refused.key(), refused.arguments())
        : String.join(" ", refused.fields().values().stream().map(english::get).toList());
  }
}
