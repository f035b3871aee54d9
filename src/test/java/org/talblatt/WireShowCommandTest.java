package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code talblatt wire show}: a process of its own, without server and database. */
class WireShowCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void eachItemIsOneLineOfJsonAndARefusedFileFailsTheCommand() throws Exception {
    Path broken = Files.writeString(folder.resolve("kaputt.xml"), "<newsItem><itemMeta>");
    Said good = show(sample("apa.xml"), sample("dpa.xml"));
    assertThat(good.code).isZero();
    List<JsonNode> items =
        good.out.lines().map(line -> JsonMapper.builder().build().readTree(line)).toList();
    assertThat(items).hasSize(4);
    assertThat(items.getFirst().path("headline").asString())
        .isEqualTo("Orgel von Mühlwald klingt wieder");
    assertThat(items.getFirst().path("credit").asString()).isEqualTo("APA/dpa");
    Said bad = show(broken, sample("apa.xml"));
    assertThat(bad.code).isEqualTo(5);
    assertThat(bad.out.lines()).hasSize(1);
    assertThat(bad.error).contains("kaputt.xml: Line 1, column ");
    Said missing = show(folder.resolve("nix"), folder);
    assertThat(missing.code).isEqualTo(5);
    assertThat(missing.error)
        .contains("nix: there is no such file", folder + ": is a folder, not a file")
        .doesNotContain("java.", "Exception");
  }

  private record Said(int code, String out, String error) {}

  private Said show(Path... files) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.talblatt.Talblatt",
                "wire",
                "show",
                "--json"));
    for (Path file : files) {
      command.add(file.toString());
    }
    Path errors = folder.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), out, Files.readString(errors));
  }

  private static Path sample(String name) throws Exception {
    return Path.of(
        java.util.Objects.requireNonNull(WireShowCommandTest.class.getResource("/wire/" + name))
            .toURI());
  }
}
