package org.talblatt.identity.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.Leaving;
import org.talblatt.identity.Reader;
import org.talblatt.paper.Actor;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.testing.TestArticles;
import org.talblatt.testing.TestBrowser;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.testing.TestReaders;

/** A restore brings nobody back, and takes nobody for somebody else. */
class RestoreTest {
  private static final TestPaper paper = TestPaper.start();
  private static final JdbcClient db = paper.door(JdbcClient.class);

  @AfterAll
  static void stop() {
    paper.close();
  }

  private static Path journal(TestPaper of) {
    return of.settings().data().resolve("erasures.log");
  }

  private static void erase(TestPaper of, Reader reader, Leaving way) {
    of.door(Departing.class).leaveAtOnce(reader.account(), way, Actor.console());
    of.door(Erasing.class).erase(reader.account());
  }

  /** The database as it is now; the paper's connections to it are new ones from then on. */
  private static DatabaseAddress backup() throws SQLException {
    DatabaseAddress copy = TestDatabase.copy(paper.database());
    paper
        .door(DataSource.class)
        .unwrap(HikariDataSource.class)
        .getHikariPoolMXBean()
        .softEvictConnections();
    return copy;
  }

  @Test
  void whoWasErasedIsHiddenBeforeTheFirstPageAndErasedAgain() throws Exception {
    Reader gone = TestReaders.withPassword(paper, "Wieder Da");
    Reader stays = TestReaders.create(paper, "Bleibt Da");
    ArticleId article = TestArticles.publish(paper, "Vor der Sicherung");
    Discussion talk = paper.door(Discussion.class);
    Instant now = Clock.systemUTC().instant();
    talk.post(gone, article, "mein Geheimnis", UUID.randomUUID(), now);
    talk.reply(stays, new CommentId(article, 1), "Antwort", UUID.randomUUID(), now);
    DatabaseAddress copy = backup();
    erase(paper, gone, Leaving.DELETE);
    List<String> lines = Files.readAllLines(journal(paper));
    assertThat(lines.getLast())
        .contains("\"account\":" + gone.account() + ",")
        .doesNotContain("Wieder", "@");

    try (TestPaper restored = TestPaper.startWith(copy, journal(paper))) {
      TestBrowser anybody = new TestBrowser(restored);
      String page = anybody.follow(anybody.get("/artikel/" + article)).body();
      assertThat(page).contains("Antwort").doesNotContain("mein Geheimnis", "Wieder Da");
      assertThat(anybody.login("Wieder Da").statusCode()).isNotEqualTo(200);
      JdbcClient old = restored.door(JdbcClient.class);
      Awaitility.await()
          .until(
              () ->
                  old.sql("select not exists (select from account where name = 'Wieder Da')")
                      .query(Boolean.class)
                      .single());
      assertThat(count(old, "select count(*)::int from comment where text like '%Geheimnis%'"))
          .isZero();
      assertThat(count(old, "select count(*)::int from account where name = 'Bleibt Da'")).isOne();
      assertThat(Files.readAllLines(journal(restored))).isEqualTo(lines);
    }
  }

  @Test
  void aNumberGivenAnewIsSomebodyElse() throws Exception {
    DatabaseAddress copy = backup();
    Reader gone = TestReaders.create(paper, "Nach Der Sicherung");
    erase(paper, gone, Leaving.ANONYMOUS);
    try (TestPaper restored = TestPaper.startWith(copy, journal(paper))) {
      Reader newcomer = TestReaders.create(restored, "Neu Dabei");
      assertThat(newcomer.account()).as("the same number").isEqualTo(gone.account());
      restored.door(Replay.class).afterSingletonsInstantiated();
      restored.door(Erasing.class).eraseDue();
      assertThat(
              count(
                  restored.door(JdbcClient.class),
                  "select count(*)::int from account where name = 'Neu Dabei' and state = 'active'"))
          .isOne();
    }
  }

  @Test
  void aNodeWritesDownWhatOthersErasedAndReadsWhatAPowerCutLeft() throws Exception {
    Reader gone = TestReaders.create(paper, "Von Anderswo");
    erase(paper, gone, Leaving.KEEP);
    try (TestPaper second = TestPaper.start(paper.database())) {
      assertThat(Files.readAllLines(journal(second)))
          .hasSizeGreaterThan(0)
          .anyMatch(line -> line.contains("\"account\":" + gone.account() + ","));
      torn(journal(second));
      Reader next = TestReaders.create(second, "Nach Dem Ausfall");
      erase(second, next, Leaving.DELETE);
      assertThat(second.door(ErasureJournal.class).lines())
          .anyMatch(line -> line.account() == next.account().value());
      second.door(Replay.class).afterSingletonsInstantiated();
    }
    assertThat(
            db.sql("select state from account where id = ?")
                .param(gone.account().value())
                .query(String.class)
                .single())
        .isEqualTo("closed");
  }

  private static void torn(Path journal) throws IOException {
    Files.writeString(journal, "{\"account\":9,\"ke", StandardOpenOption.APPEND);
  }

  private static int count(JdbcClient db, String sql) {
    return db.sql(sql).query(Integer.class).single();
  }
}
