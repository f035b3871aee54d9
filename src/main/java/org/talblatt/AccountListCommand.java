package org.talblatt;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.talblatt.identity.Staff;
import org.talblatt.platform.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Lists who works for the paper. */
@Command(
    name = "list",
    description = "Lists the accounts that hold a role: name, mail, state, roles, tab-separated.",
    mixinStandardHelpOptions = true)
final class AccountListCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--json",
      description = "One JSON object per account and line: name, email, state, roles.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    return AccountCommand.run(
        options.settings(false),
        paper ->
            paper
                .getBean(Staff.class)
                .all()
                .forEach(member -> System.out.println(json ? object(member) : line(member))));
  }

  private static String line(Staff.Member member) {
    return String.join(
        "\t", member.name(), member.email(), member.state(), String.join(",", member.roles()));
  }

  private static String object(Staff.Member member) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", member.name());
    fields.put("email", member.email());
    fields.put("state", member.state());
    Collection<String> roles = member.roles();
    fields.put("roles", roles);
    return JSON.writeValueAsString(fields);
  }
}
