package org.talblatt;

import java.util.concurrent.Callable;
import org.talblatt.identity.FirstAdministrator;
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
    return Launch.serve(
        settings,
        paper -> {
          System.out.println("The paper is at " + settings.url());
          paper.getBean(FirstAdministrator.class).code().ifPresent(code -> lead(settings, code));
        });
  }

  private static void lead(Settings settings, String code) {
    System.out.println(
        """
        It has no administrator yet. Become it here; the code is good once:
          %s/einrichten?code=%s"""
            .formatted(settings.url(), code));
  }
}
