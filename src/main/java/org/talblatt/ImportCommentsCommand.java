package org.talblatt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.talblatt.base.Failure;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.SettingsOptions;
import org.talblatt.platform.text.Messages;
import org.talblatt.transfer.CommentImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes comments of another system over, beside a running paper or without one. */
@Command(
    name = "comments",
    description = {
      "Takes comments over from a file of JSON lines, whether the paper runs or not. Says of each",
      "line that is refused why. The same file again takes only what is not here yet: after a",
      "break, or once refused lines are mended, run it once more.",
      "Authors become accounts without a password, which their owners claim by mail."
    },
    mixinStandardHelpOptions = true)
final class ImportCommentsCommand implements Callable<Integer> {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "import",
      description =
          "What the other system is called: keys count within it. Small letters, digits, - . _")
  private String source = "";

  @Option(
      names = "--dry-run",
      description = "Changes nothing, and says what would be taken and refused.")
  private boolean dryRun;

  @Parameters(paramLabel = "FILE", description = "JSON lines; docs/import.md describes them.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(CommandFailure.USAGE, "There is no file " + file + ".");
    }
    if (!SOURCE.matcher(source).matches()) {
      throw new CommandFailure(
          CommandFailure.USAGE, "--source is 1 to 40 small letters, digits, hyphens, full stops.");
    }
    return Launch.once(options.settings(false), this::take);
  }

  private int take(ConfigurableApplicationContext paper) {
    try (InputStream in = Files.newInputStream(file);
        Progress progress = new Progress("lines", Files.size(file))) {
      CommentImport.Sum sum =
          paper.getBean(CommentImport.class).run(in, source, dryRun, new Report(progress));
      progress.say(sentence(sum));
      return sum.refused() == 0 ? 0 : CommandFailure.REFUSED;
    } catch (IOException unreadable) {
      throw new CommandFailure(
          CommandFailure.USAGE,
          file + " " + FileTrouble.with(file, unreadable) + ". What was taken before stays.",
          unreadable);
    }
  }

  private String sentence(CommentImport.Sum sum) {
    String counts =
        "%d %s, %d there already, %d refused"
            .formatted(
                sum.taken(), dryRun ? "would be taken" : "taken", sum.there(), sum.refused());
    return dryRun
        ? "Dry run, nothing was changed: " + counts + "."
        : "Comments: " + counts + "; accounts made: " + sum.accounts() + ".";
  }

  private record Report(Progress progress) implements CommentImport.Listener {
    private static final Messages ENGLISH = Messages.of("en");

    @Override
    public void refused(long line, @Nullable String id, Failure why) {
      String named = id == null ? "" : " (" + id + ")";
      String reason = ENGLISH.get(why.key(), why.arguments().toArray());
      progress.say("line " + line + named + ": refused: " + reason);
    }

    @Override
    public void renamed(long line, String before, String now) {
      progress.say("line " + line + ": " + before + " is called " + now + " here");
    }

    @Override
    public void done(long bytes, long lines) {
      progress.show(bytes, lines);
    }
  }
}
