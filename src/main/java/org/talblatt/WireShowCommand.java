package org.talblatt;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireContent;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireJson;
import org.talblatt.wire.WireReader;
import org.talblatt.wire.format.WireFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what was understood of agency files; needs neither server nor database. */
@Command(
    name = "show",
    description = {
      "Prints what is understood of agency files; starts neither server nor database.",
      "Exit code 5 where a file could not be read."
    },
    mixinStandardHelpOptions = true)
final class WireShowCommand implements Callable<Integer> {
  @Option(names = "--json", description = "One JSON object per item and line.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Agency files.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    // the terminal's charset is no matter for JSON, which is always UTF-8
    PrintStream out =
        json
            ? new PrintStream(
                new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)
            : System.out;
    int refused = 0;
    for (Path file : files) {
      refused += show(file, out) ? 0 : 1;
    }
    out.flush();
    return refused == 0 ? 0 : CommandFailure.REFUSED;
  }

  private boolean show(Path file, PrintStream out) {
    try {
      if (Files.size(file) > WireReader.MOST_BYTES) {
        System.err.println(file + ": larger than " + WireReader.MOST_BYTES + " bytes");
        return false;
      }
      WireContent content = WireFormats.read(Files.readAllBytes(file));
      for (WireItem item : content.items()) {
        out.println(json ? WireJson.line(item) : line(file, item));
      }
      return content.refusal() == null || refused(file, content.refusal());
    } catch (UnreadableWire unreadable) {
      return refused(file, unreadable.refusal());
    } catch (IOException unreadable) {
      System.err.println(file + ": " + FileTrouble.with(file, unreadable));
      return false;
    }
  }

  private static boolean refused(Path file, Refusal refusal) {
    System.err.println(file + ": " + refusal.in(Messages.of("en")));
    return false;
  }

  private static String line(Path file, WireItem item) {
    return "%s: %s %d, %s, %s, %s: %s"
        .formatted(
            file.getFileName(),
            item.guid(),
            item.version(),
            item.kind(),
            item.status(),
            item.credit(),
            item.headline());
  }
}
