package org.talblatt;

import java.util.concurrent.Callable;
import org.talblatt.demo.DemoHouse;
import org.talblatt.demo.DemoPaper;
import org.talblatt.demo.DemoWire;
import org.talblatt.platform.Settings;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the demo newspaper, on the loopback address only. */
@Command(
    name = "demo",
    description = "Serves a newspaper with sample texts, reachable from this machine only.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings(true);
    return Launch.serve(
        settings,
        paper -> {
          DemoPaper demo = paper.getBean(DemoPaper.class);
          demo.fill();
          paper.getBean(DemoWire.class).fill();
          DemoHouse house = paper.getBean(DemoHouse.class);
          house.open();
          System.out.println("The demo newspaper is at " + settings.url());
          System.out.println("Its talk on another house's page is at " + house.address());
          System.out.println("Log in with the password " + demo.password() + " as");
          for (DemoPaper.Login login : demo.logins()) {
            System.out.printf("  %-28s %s, %s%n", login.email(), login.name(), login.rights());
          }
        });
  }
}
