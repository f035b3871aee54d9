package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talblatt.platform.db.DataFolderLock;

/** The command line says clearly why it does not start. */
class LaunchTest {
  @TempDir private Path data = Path.of("");

  @Test
  void aSecondStartOnTheSameDataFolderIsRefusedInOneLine() throws Exception {
    try (DataFolderLock held = DataFolderLock.take(data)) {
      assertThat(held).isNotNull();
      Process second = serve();
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(second.waitFor()).isEqualTo(2);
      assertThat(said.lines())
          .containsExactly("Im Datenordner " + data + " läuft schon ein Talblatt.");
    }
  }

  private Process serve() throws Exception {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.talblatt.Talblatt",
                "serve",
                "--data",
                data.toString()))
        .redirectErrorStream(true)
        .start();
  }
}
