package org.talblatt;

import java.util.concurrent.Callable;
import org.talblatt.identity.Staff;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists who works for the paper. */
@Command(
    name = "list",
    description = "Lists the accounts that hold a role: name, mail, state, roles, tab-separated.",
    mixinStandardHelpOptions = true)
final class AccountListCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Override
  public Integer call() throws Exception {
    return AccountCommand.run(
        options.settings(false),
        paper ->
            paper
                .getBean(Staff.class)
                .all()
                .forEach(
                    member ->
                        System.out.println(
                            String.join(
                                "\t",
                                member.name(),
                                member.email(),
                                member.state(),
                                String.join(",", member.roles())))));
  }
}
