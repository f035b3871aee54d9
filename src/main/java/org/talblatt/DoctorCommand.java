package org.talblatt;

import java.util.List;
import java.util.concurrent.Callable;
import org.talblatt.platform.Check;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether the paper has what it needs. */
@Command(
    name = "doctor",
    description = {
      "Says whether all is in order, while the paper runs or rests.",
      "Looks at data folder, lock, database, disk, Java and mail. Exit code 5 where something is not"
          + " in order."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Override
  public Integer call() {
    List<Check> checks = Doctor.examine(options.settings(false));
    checks.forEach(System.out::println);
    return checks.stream().allMatch(Check::ok) ? 0 : CommandFailure.REFUSED;
  }
}
