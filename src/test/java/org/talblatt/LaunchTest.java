package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.article.Articles;
import org.talblatt.paper.Papers;
import org.talblatt.platform.Check;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.Settings;
import org.talblatt.platform.db.DataFolderLock;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.testing.Program;
import org.talblatt.testing.TestDatabase;

/** The program starts, works beside a running one, says why it can't, and stops cleanly. */
class LaunchTest {
  @TempDir private Path data = Path.of("");

  @Test
  void aSecondStartOnTheSameDataFolderIsRefusedInOneLine() throws Exception {
    try (DataFolderLock held = DataFolderLock.take(data);
        Program second = Program.run("serve", "--data", data.toString())) {
      assertThat(held).isNotNull();
      assertThat(second.exitCode()).isEqualTo(3);
      assertThat(second.said())
          .containsExactly("A Talblatt is already running on the data folder " + data + ".");
    }
  }

  @Test
  void aTakenPortIsSaidInOneLineAndTheDatabaseDoesNotStay() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Program program = Program.serve(data, taken.getLocalPort())) {
      assertThat(program.exitCode()).isEqualTo(3);
      assertThat(program.said())
          .noneMatch(line -> line.startsWith("\tat "))
          .last()
          .isEqualTo(
              "Port %d is already in use; --port takes another one."
                  .formatted(taken.getLocalPort()));
      assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void aFolderThatCantBeWrittenIsSaidInOneLine() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "");
    try (Program program = Program.run("serve", "--data", file.resolve("below").toString())) {
      assertThat(program.exitCode()).isEqualTo(2);
      assertThat(program.said()).singleElement().asString().contains("can't be written");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidInOneLine() throws Exception {
    try (Program program =
        Program.run(
            "serve",
            "--data",
            data.toString(),
            "--db-url",
            "postgresql://paper:geheim@127.0.0.1:1/none")) {
      assertThat(program.exitCode()).isEqualTo(4);
      assertThat(program.said())
          .singleElement()
          .asString()
          .startsWith("The database can't be used: no answer")
          .doesNotContain("geheim");
    }
  }

  @Test
  void aTaskRunsOnAServerThatIsNamed() throws Exception {
    DatabaseAddress server = TestDatabase.create();
    Settings settings =
        SettingValues.of(
            Map.of(
                "data",
                data.toString(),
                "db-url",
                server.jdbcUrl().replace("localhost", "127.0.0.1")),
            false);
    int code =
        Launch.once(settings, beans -> beans.getBean(Articles.class).count(null) == 0 ? 7 : 1);
    assertThat(code).isEqualTo(7);
    assertThat(data.resolve("postgres")).doesNotExist();
  }

  @Test
  void aTaskRunsAloneAndBesideARunningPaperAndBothStopCleanly() throws Exception {
    Program.dataFolder(data);
    assertThat(articlesSeenByATask()).isZero();
    try (Program paper = Program.serve(data, Program.freePort())) {
      paper.awaitReady();
      assertThat(articlesSeenByATask()).isZero();
      assertThat(Doctor.examine(settings()))
          .allMatch(Check::ok)
          .extracting(Check::name)
          .contains("fsync", "synchronous_commit", "full_page_writes", "pg_hba.conf");
      paper.terminate();
      assertThat(paper.exitCode()).isEqualTo(143);
    }
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(Doctor.examine(settings()))
        .allMatch(Check::ok)
        .contains(new Check("lock", true, "free: no Talblatt is running"))
        .contains(new Check("fsync", true, "on"));
  }

  @Test
  void aDemosFolderIsNotServedAsAPaper() throws Exception {
    Program.dataFolder(data);
    Launch.once(
        settings(),
        beans -> {
          beans.getBean(Papers.class).markDemo();
          return 0;
        });
    try (Program paper = Program.serve(data, Program.freePort())) {
      assertThat(paper.exitCode()).isEqualTo(2);
      assertThat(paper.said().getLast()).contains(data.toString(), "holds the demo");
      assertThat(paper.said()).as("no trace").noneMatch(line -> line.startsWith("\tat "));
    }
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void theDoctorFindsAServerThatDoesNotAnswerAndChangesNothingOnAnEmptyFolder() throws IOException {
    Settings wrong =
        SettingValues.of(
            Map.of("data", data.toString(), "db-url", "postgresql://a:b@127.0.0.1:1/none"), false);
    assertThat(Doctor.examine(wrong))
        .filteredOn(check -> !check.ok())
        .extracting(Check::name)
        .containsExactly("database");
    Path none = data.resolve("none");
    assertThat(Doctor.examine(SettingValues.of(Map.of("data", none.toString()), false)))
        .allMatch(Check::ok);
    assertThat(none).doesNotExist();
  }

  private int articlesSeenByATask() throws Exception {
    return Launch.once(
        settings(),
        beans -> {
          assertThat(beans.getBean(JdbcClient.class).sql("show fsync").query(String.class).single())
              .isEqualTo("on");
          return beans.getBean(Articles.class).count(null);
        });
  }

  private Settings settings() {
    return SettingValues.of(Map.of("data", data.toString()), false);
  }
}
