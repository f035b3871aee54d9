package org.talblatt;

import java.util.concurrent.Callable;
import org.talblatt.platform.Settings;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the paper and serves it until it is stopped. */
@Command(
    name = "serve",
    description = "Serves the paper until it is stopped (the default command).",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings(false);
    return Launch.serve(settings, paper -> System.out.println("The paper is at " + settings.url()));
  }
}
