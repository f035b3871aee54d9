package org.talblatt;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.talblatt.base.AccountId;
import org.talblatt.identity.LetterRequests;
import org.talblatt.identity.Staff;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Packs everything held on somebody who asked by letter. */
@Command(
    name = "export",
    description = "Packs everything held on an account into a zip file, for who asked by letter.",
    mixinStandardHelpOptions = true)
final class AccountExportCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "Name or mail address.")
  private String login = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "A file that doesn't exist yet.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    return AccountCommand.run(
        options.settings(false),
        paper -> {
          var account = paper.getBean(Staff.class).account(login);
          pack(paper.getBean(LetterRequests.class), account);
          System.out.println("Packed into " + file + ".");
        });
  }

  private void pack(LetterRequests requests, AccountId account) {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      packWhole(requests, account, out);
    } catch (IOException failed) {
      throw new CommandFailure(CommandFailure.USAGE, refusal(failed));
    } catch (UncheckedIOException failed) {
      throw new CommandFailure(CommandFailure.USAGE, refusal(failed));
    }
  }

  /** What could not be finished is no file of all data, and goes. */
  private void packWhole(LetterRequests requests, AccountId account, OutputStream out)
      throws IOException {
    try {
      requests.export(account, out);
    } catch (RuntimeException failed) {
      Files.deleteIfExists(file);
      throw failed;
    }
  }

  private static String refusal(Exception failed) {
    return failed instanceof FileAlreadyExistsException
        ? "The file is there already; nothing was written."
        : "The file can't be written: " + failed.getMessage();
  }
}
