package org.talblatt;

import java.util.concurrent.Callable;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Locks an account out, for safety. */
@Command(
    name = "lock",
    description = "Lets nobody in with this account, and ends its sessions.",
    mixinStandardHelpOptions = true)
final class AccountLockCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "Name or mail address.")
  private String login = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "For colleagues to read.")
  private String reason = "";

  @Override
  public Integer call() throws Exception {
    return AccountCommand.run(
        options.settings(false),
        paper -> {
          Staff staff = paper.getBean(Staff.class);
          staff.lock(staff.account(login), reason, Actor.console());
          System.out.println("The account is locked; its sessions have ended.");
        });
  }
}
