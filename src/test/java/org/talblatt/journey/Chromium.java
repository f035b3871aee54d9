package org.talblatt.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The system's Chromium, one for the whole run. Where there is none, the tests that ask for it are
 * skipped and say so.
 */
final class Chromium {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

  /** Chromium's own errands would ask the outside world. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable Browser browser;

  private Chromium() {}

  /** How a page is looked at. */
  record Look(String name, int width, int height, boolean phone, ColorScheme scheme) {
    static final Look DESKTOP = new Look("desktop", 1280, 900, false, ColorScheme.LIGHT);
    static final Look DESKTOP_DARK = new Look("desktop, dark", 1280, 900, false, ColorScheme.DARK);
    static final Look PHONE = new Look("phone", 360, 740, true, ColorScheme.LIGHT);
    static final Look PHONE_DARK = new Look("phone, dark", 360, 740, true, ColorScheme.DARK);

    static List<Look> all() {
      return List.of(DESKTOP, DESKTOP_DARK, PHONE, PHONE_DARK);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A fresh browser profile; the caller closes it. */
  static BrowserContext open(Look look, boolean script) {
    return browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setIsMobile(look.phone())
                .setHasTouch(look.phone())
                .setColorScheme(look.scheme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("de-AT")
                .setJavaScriptEnabled(script));
  }

  private static synchronized Browser browser() {
    Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(
        program.isPresent(), "skipped: no Chromium on this machine (apt-get install chromium)");
    if (browser == null) {
      browser = launch(program.orElseThrow());
    }
    return browser;
  }

  private static Browser launch(Path program) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "chromium-stop"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(ARGUMENTS)
                .setHeadless(true));
  }
}
