package org.talblatt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.talblatt.platform.SettingValues;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.platform.db.EmbeddedDatabase;
import org.talblatt.testing.Program;
import org.talblatt.testing.Wait;

/**
 * While comments are being posted the program, its PostgreSQL, and both get {@code kill -9}. Every
 * comment that was answered with success is there afterwards, once, and the counts are right.
 */
class CrashTest {
  private static final int SOME = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  @TempDir private Path folder = Path.of("");

  @Test
  void whateverIsKilledNoAnsweredCommentIsLostOrDoubled() throws Exception {
    Path data = Program.dataFolder(folder.resolve("data"));
    try (Writers writers = new Writers()) {
      Launch.once(SettingValues.of(Map.of("data", data.toString()), false), writers::prepare);

      try (Program program = Program.serve(data, Program.freePort())) {
        program.awaitReady();
        writers.writeTo(program);
        writers.awaitMore(SOME, PATIENCE);
        program.kill();
        assertThat(postgres(data).isAlive()).as("an orphaned PostgreSQL").isTrue();
      }
      writers.pause();
      ProcessHandle orphan = postgres(data);

      try (Program program = Program.serve(data, Program.freePort())) {
        program.awaitReady();
        assertThat(orphan.isAlive()).as("the orphan is found and stopped").isFalse();
        assertNothingLostOrDoubled(data, writers);
        writers.writeTo(program);
        writers.awaitMore(SOME, PATIENCE);
        ProcessHandle killed = postgres(data);
        killed.destroyForcibly();
        Wait.until(PATIENCE, () -> !killed.isAlive());
        writers.awaitMore(SOME, PATIENCE);
        assertThat(program.handle().isAlive()).as("the program itself goes on").isTrue();
        postgres(data).destroyForcibly();
        program.kill();
      }
      writers.pause();

      try (Program program = Program.serve(data, Program.freePort())) {
        program.awaitReady();
        assertNothingLostOrDoubled(data, writers);
        assertThat(writers.seenIn(program)).as("what the API counts").isEqualTo(written(data));
      }
    }
  }

  private static void assertNothingLostOrDoubled(Path data, Writers writers) throws Exception {
    JdbcClient db = database(data);
    List<@Nullable String> stored =
        db.sql(
                "select article || '.' || number || ' ' || text from comment where state = 'published'")
            .query(String.class)
            .list();
    assertThat(stored).containsAll(writers.answered());
    assertThat(db.sql("select count(distinct text) from comment").query(Integer.class).single())
        .as("each text once")
        .isEqualTo(stored.size());
    assertThat(
            db.sql(
                    """
                    select t.article from thread t
                    where t.published_count <> (
                        select count(*) from comment c
                        where c.article = t.article and c.state = 'published')
                      or t.last_number < (
                        select coalesce(max(c.number), 0) from comment c where c.article = t.article)
                    """)
                .query(Long.class)
                .list())
        .as("threads whose counts differ from a recount")
        .isEmpty();
    assertThat(
            db.sql(
                    """
                    select c.article, c.number from comment c
                    where c.visible_replies <> (
                      select count(*) from comment r
                      where r.article = c.article and r.reply_to = c.number)
                    """)
                .query()
                .listOfRows())
        .as("comments whose replies differ from a recount")
        .isEmpty();
  }

  private static int written(Path data) throws Exception {
    return database(data).sql("select count(*) from comment").query(Integer.class).single();
  }

  private static JdbcClient database(Path data) throws Exception {
    DatabaseAddress address = EmbeddedDatabase.running(data);
    return JdbcClient.create(
        new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password()));
  }

  private static ProcessHandle postgres(Path data) throws Exception {
    String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }
}
