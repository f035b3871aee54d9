package org.talblatt;

import java.util.concurrent.Callable;
import org.talblatt.base.AccountId;
import org.talblatt.identity.AccountCare;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A way to a new password. */
@Command(
    name = "reset",
    description = "Mails the account's owner a link to a new password.",
    mixinStandardHelpOptions = true)
final class AccountResetCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "Name or mail address.")
  private String login = "";

  @Option(
      names = "--link",
      description = "Shows the link here instead of mailing it; it is good once, for an hour.")
  private boolean link;

  @Override
  public Integer call() throws Exception {
    return AccountCommand.run(
        options.settings(false),
        paper -> {
          AccountId account = paper.getBean(Staff.class).account(login);
          AccountCare care = paper.getBean(AccountCare.class);
          if (link) {
            System.out.println(care.resetLink(account, Actor.console()));
          } else {
            care.sendReset(account, Actor.console());
            System.out.println("The mail is queued; a running paper sends it.");
          }
        });
  }
}
