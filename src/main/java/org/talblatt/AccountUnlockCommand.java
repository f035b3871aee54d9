package org.talblatt;

import java.util.concurrent.Callable;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Opens a locked account again. */
@Command(
    name = "unlock",
    description = "Opens an account again that was locked.",
    mixinStandardHelpOptions = true)
final class AccountUnlockCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "Name or mail address.")
  private String login = "";

  @Override
  public Integer call() throws Exception {
    return AccountCommand.run(
        options.settings(false),
        paper -> {
          Staff staff = paper.getBean(Staff.class);
          staff.unlock(staff.account(login), Actor.console());
          System.out.println("The account is open again.");
        });
  }
}
