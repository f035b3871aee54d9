package org.talblatt;

import java.util.List;
import java.util.concurrent.Callable;
import org.talblatt.identity.Rights;
import org.talblatt.identity.Staff;
import org.talblatt.paper.Actor;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives an account its roles. */
@Command(
    name = "role",
    description = "Gives an account exactly these roles; without one it becomes a reader.",
    mixinStandardHelpOptions = true)
final class AccountRoleCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "Name or mail address.")
  private String login = "";

  @Parameters(
      index = "1..*",
      paramLabel = "ROLE",
      description =
          "author, editor, moderator, publisher, administrator; editor:SECTION, moderator:SECTION.")
  private List<String> roles = List.of();

  @Override
  public Integer call() throws Exception {
    return AccountCommand.run(
        options.settings(false),
        paper -> {
          Staff staff = paper.getBean(Staff.class);
          staff.setRights(staff.account(login), Rights.parse(roles), Actor.console());
          System.out.println("The roles are set; the account has to log in again.");
        });
  }
}
