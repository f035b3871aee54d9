package org.talblatt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talblatt.identity.NewAccount;
import org.talblatt.identity.Registration;
import org.talblatt.identity.Rights;
import org.talblatt.paper.Actor;
import org.talblatt.platform.CommandFailure;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an account that can log in at once. */
@Command(
    name = "create",
    description = "Makes an account that can log in at once.",
    mixinStandardHelpOptions = true)
final class AccountCreateCommand implements Callable<Integer> {
  private static final int RANDOM_BYTES = 12;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(names = "--name", paramLabel = "NAME", required = true, description = "Name on the page.")
  private String name = "";

  @Option(names = "--mail", paramLabel = "ADDRESS", required = true, description = "Mail address.")
  private String mail = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      split = ",",
      description =
          "author, editor, moderator, publisher, administrator, editor:SECTION, moderator:SECTION; several with commas.")
  private List<String> roles = List.of();

  @Option(
      names = "--password-stdin",
      description = "Reads the password from standard input; without it one is made and shown.")
  private boolean passwordFromInput;

  @Override
  public Integer call() throws Exception {
    String given = passwordFromInput ? read() : null;
    String password = given == null ? random() : given;
    return AccountCommand.run(
        options.settings(false),
        paper -> {
          NewAccount account = NewAccount.withGoodPassword(name, mail, password, "de");
          paper.getBean(Registration.class).create(account, Rights.parse(roles), Actor.console());
          System.out.println("The account was made.");
          if (given == null) {
            System.out.println("Password, shown only now: " + password);
          }
        });
  }

  private static @Nullable String read() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    String line = in.readLine();
    if (line == null) {
      throw new CommandFailure(CommandFailure.USAGE, "There is no password on standard input.");
    }
    return line;
  }

  private static String random() {
    byte[] bits = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
