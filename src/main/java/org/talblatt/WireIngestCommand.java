package org.talblatt;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.talblatt.desk.Delivered;
import org.talblatt.desk.Deliveries;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.Settings;
import org.talblatt.platform.SettingsOptions;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.WireReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes agency files in, beside a running paper or without one. */
@Command(
    name = "ingest",
    description = {
      "Takes agency files in, whether the paper runs or not. What they hold waits for an editor",
      "under /redaktion/eingang, or is published. The same file again changes nothing.",
      "Exit code 5 where a file was refused; it is kept with its reason."
    },
    mixinStandardHelpOptions = true)
final class WireIngestCommand implements Callable<Integer> {
  private static final int MANY = 20;
  private static final String CLEAR_LINE = "\r\u001b[K";

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--publish",
      description =
          "Publishes texts at once. Previews, notices and revived items wait all the same.")
  private boolean publish;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "Who sent the files, where it is not to be taken from them.")
  private @Nullable String provider;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Agency files.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws Exception {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new CommandFailure(CommandFailure.USAGE, "There is no file " + file + ".");
      }
    }
    Settings settings = options.settings(false);
    return Launch.once(settings, paper -> ingest(paper, settings));
  }

  private int ingest(ConfigurableApplicationContext paper, Settings settings) {
    Deliveries deliveries = paper.getBean(Deliveries.class);
    boolean bar =
        files.size() > MANY
            && Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    int refused = 0;
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      boolean taken = ingest(deliveries, file, settings);
      refused += taken ? 0 : 1;
      if (bar) {
        System.err.print(CLEAR_LINE);
        System.err.printf("%d of %d files\r", i + 1, files.size());
      }
    }
    if (bar) {
      System.err.println();
    }
    return refused == 0 ? 0 : CommandFailure.REFUSED;
  }

  private boolean ingest(Deliveries deliveries, Path file, Settings settings) {
    try {
      if (Files.size(file) > WireReader.MOST_BYTES) {
        System.out.printf("%s: refused: larger than %d bytes%n", file, WireReader.MOST_BYTES);
        return false;
      }
      Delivered delivered =
          deliveries.deliver(
              Files.readAllBytes(file), String.valueOf(file.getFileName()), provider, publish);
      System.out.println(file + ": " + sentence(delivered, settings));
      return delivered.refusal() == null;
    } catch (IOException unreadable) {
      System.out.println(file + ": refused: " + FileTrouble.with(file, unreadable));
      return false;
    }
  }

  private static String sentence(Delivered delivered, Settings settings) {
    List<String> parts = new ArrayList<>();
    delivered.items().forEach(item -> parts.add(sentence(item, settings)));
    Refusal refusal = delivered.refusal();
    if (refusal != null) {
      String reason = refusal.in(Messages.of("en"));
      parts.add("refused, kept as file %d: %s".formatted(delivered.file(), reason));
    }
    return String.join("; ", parts);
  }

  private static String sentence(Delivered.Item item, Settings settings) {
    String what = "%s, %s".formatted(word(item.outcome()), word(item.entry().state()));
    String where = item.path() == null ? "" : " " + settings.links().absolute(item.path());
    String why = item.problem() == null ? "" : " (" + item.problem() + ")";
    return what + ": " + item.entry().headline() + where + why;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
