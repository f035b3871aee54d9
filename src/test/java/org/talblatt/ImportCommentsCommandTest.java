package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talblatt.testing.Program;

/** {@code talblatt import comments}, without a running paper. */
class ImportCommentsCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void eachRefusedLineIsSaidAndHasItsExitCode() throws Exception {
    String data = Program.dataFolder(folder.resolve("data")).toString();
    String file =
        Files.write(
                folder.resolve("alt.jsonl"),
                List.of(
                    "{\"article\":1,\"id\":\"a\",\"author\":{\"id\":\"u\",\"name\":\"Anna\"},"
                        + "\"at\":\"2020-01-01T00:00:00Z\",\"text\":\"Früher\"}",
                    "kein JSON"))
            .toString();
    try (Program trial =
        Program.run("import", "comments", file, "--source", "alt", "--dry-run", "--data", data)) {
      assertThat(trial.exitCode()).as(String.join("\n", trial.said())).isEqualTo(5);
      assertThat(trial.said())
          .containsExactly(
              "line 2: refused: The line is no JSON: it breaks at column 1.",
              "line 1 (a): refused: There is no article “1” that came out.",
              "Dry run, nothing was changed: 0 would be taken, 0 there already, 2 refused.");
    }
    try (Program wrong =
        Program.run("import", "comments", file, "--source", "Alt System", "--data", data)) {
      assertThat(wrong.exitCode()).isEqualTo(2);
    }
  }
}
