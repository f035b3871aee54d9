package org.talblatt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.check.CheckTotals;
import org.talblatt.wire.check.FileReport;
import org.talblatt.wire.check.Finding;
import org.talblatt.wire.check.WireCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what is read of a folder of agency files against what others read off them. */
@Command(
    name = "check",
    description = {
      "Compares what is read of agency files with what others read off them.",
      "docs/wire.md maps the keys of the expectations to our fields.",
      "Exit code 5 where less than 98 % are equal, something closed would be public, a file of a",
      "format that we read is not read, or a key has no word in docs/wire.md."
    },
    mixinStandardHelpOptions = true)
final class WireCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A folder of agency files.")
  private Path folder = Path.of(".");

  @Option(
      names = "--expected",
      required = true,
      paramLabel = "FILE",
      description = "JSON: for each file's path in DIR what it yields.")
  private Path expectations = Path.of(".");

  @Option(names = "--differences", description = "Only files and fields that are not equal.")
  private boolean differences;

  @Override
  public Integer call() {
    CheckTotals totals = new CheckTotals();
    for (Map.Entry<String, JsonNode> file : expectations().properties()) {
      if (file.getValue().has("format")) {
        FileReport report = WireCheck.of(file.getKey(), bytes(file.getKey()), file.getValue());
        totals.add(report);
        print(report, System.out);
      }
    }
    System.out.println();
    totals.lines().forEach(System.out::println);
    return totals.good() ? 0 : CommandFailure.REFUSED;
  }

  private JsonNode expectations() {
    try {
      return JsonMapper.builder().build().readTree(expectations.toFile());
    } catch (JacksonException broken) {
      throw new CommandFailure(
          CommandFailure.USAGE, expectations + ": " + broken.getOriginalMessage(), broken);
    }
  }

  private byte[] bytes(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new CommandFailure(
          CommandFailure.USAGE, file + ": " + FileTrouble.with(file, unreadable), unreadable);
    }
  }

  private void print(FileReport file, PrintStream out) {
    List<Finding> shown =
        file.findings().stream()
            .filter(Finding::counts)
            .filter(finding -> !differences || finding.wrong())
            .toList();
    boolean trouble = file.unreadable() || !file.leaks().isEmpty();
    boolean unknown =
        file.findings().stream().anyMatch(f -> f.outcome() == Finding.Outcome.UNKNOWN);
    if (differences && shown.isEmpty() && !trouble && !unknown) {
      return;
    }
    out.printf("%s (%s)%n", file.name(), file.format());
    if (file.refusal() != null) {
      out.println("  refused: " + file.refusal().in(Messages.of("en")));
    }
    file.leaks().forEach(leak -> out.println("  WOULD BE PUBLIC: " + leak));
    file.findings().stream()
        .filter(finding -> finding.outcome() == Finding.Outcome.UNKNOWN)
        .forEach(f -> out.printf("  not in docs/wire.md: %s.%s%n", f.section(), f.key()));
    shown.forEach(finding -> out.println("  " + line(finding)));
  }

  private static String line(Finding finding) {
    String name = finding.section() + "." + finding.key() + " -> " + finding.ours();
    return switch (finding.outcome()) {
      case EQUAL -> "equal    " + name;
      case DIFFERS ->
          "differs  %s: expected “%s”, read “%s”"
              .formatted(name, finding.expected(), finding.read());
      case MISSING -> "missing  %s: expected “%s”".formatted(name, finding.expected());
      case NOT_OURS, UNKNOWN -> name;
    };
  }
}
