package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talblatt.testing.Program;

/** {@code talblatt wire ingest}, without a running paper. */
class WireIngestCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void eachFileHasItsLineAndARefusedOneItsExitCode() throws Exception {
    String data = Program.dataFolder(folder.resolve("data")).toString();
    String good = sample("apa.xml");
    String bad = Files.writeString(folder.resolve("kaputt.xml"), "<newsItem>").toString();
    try (Program first = Program.run("wire", "ingest", "--data", data, good)) {
      assertThat(first.exitCode()).as(String.join("\n", first.said())).isZero();
      assertThat(first.said())
          .containsExactly(good + ": new, inbox: Orgel von Mühlwald klingt wieder");
    }
    try (Program second = Program.run("wire", "ingest", "--publish", "--data", data, good, bad)) {
      assertThat(second.exitCode()).isEqualTo(5);
      assertThat(second.said()).hasSize(2);
      assertThat(second.said().getFirst())
          .startsWith(good + ": repeated, auto-published: Orgel von Mühlwald klingt wieder http")
          .endsWith("/aktuell/orgel-von-muehlwald-klingt-wieder-1");
      assertThat(second.said().getLast())
          .startsWith(bad + ": refused, kept as file ")
          .contains(": Line 1, column ");
    }
    try (Program missing = Program.run("wire", "ingest", "--data", data, folder + "/nichts")) {
      assertThat(missing.exitCode()).isEqualTo(2);
    }
  }

  private static String sample(String name) throws Exception {
    return Path.of(
            Objects.requireNonNull(WireIngestCommandTest.class.getResource("/wire/" + name))
                .toURI())
        .toString();
  }
}
