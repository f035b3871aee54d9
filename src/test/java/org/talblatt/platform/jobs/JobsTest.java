package org.talblatt.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.testing.TestDatabase;

/** Work waits in the database, with the transaction that wanted it. */
class JobsTest {
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final DataSource dataSource = dataSource(TestDatabase.create());
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  private final Job<String> note = new Job<>("note", String.class, this::note);
  private final AtomicInteger tidied = new AtomicInteger();
  private final Chore tidy = new Chore("tidy", Duration.ofHours(1), tidied::incrementAndGet);
  private final Jobs jobs = jobs();

  @AfterEach
  void stop() {
    jobs.stop();
  }

  @Test
  void itIsDoneOnceAfterTheCommit() {
    jobs.start();
    transaction.executeWithoutResult(
        status -> {
          jobs.queue(note, "ä\"\n");
          assertThat(done).isEmpty();
        });
    await().until(() -> done.equals(List.of("ä\"\n")));
    await().until(() -> waiting() == 0);
  }

  @Test
  void whatIsRolledBackIsNeverDone() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      jobs.queue(note, "nie");
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(waiting()).isZero();
  }

  @Test
  void aFailureIsTriedAgain() {
    failures.set(1);
    jobs.start();
    jobs.queue(note, "zweimal");
    await().until(() -> failures.get() == 0 && waiting() == 1);
    assertThat(done).isEmpty();
    JdbcClient.create(dataSource).sql("update job set execution_time = now()").update();
    jobs.queue(note, "anstoß");
    await().until(() -> done.contains("zweimal"));
  }

  @Test
  void whatWasQueuedBeforeACrashIsDoneAfterTheStart() {
    jobs.queue(note, "liegen geblieben");
    assertThat(waiting()).isEqualTo(1);
    jobs.start();
    await().until(() -> done.contains("liegen geblieben"));
  }

  @Test
  void aChoreThatIsHurriedDoesNotWaitForItsPause() {
    jobs.start();
    await().until(() -> tidied.get() == 1);
    jobs.hurry("tidy");
    await().until(() -> tidied.get() == 2);
  }

  private void note(String text) {
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("not yet");
    }
    done.add(text);
  }

  private long waiting() {
    return JdbcClient.create(dataSource)
        .sql("select count(*) from job where task_name = 'note'")
        .query(Long.class)
        .single();
  }

  private Jobs jobs() {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    beans.registerSingleton("note", note);
    beans.registerSingleton("tidy", tidy);
    return new Jobs(
        dataSource,
        beans.getBeanProvider(ResolvableType.forClass(Job.class)),
        beans.getBeanProvider(Chore.class),
        Clock.systemUTC());
  }

  private static DataSource dataSource(DatabaseAddress address) {
    return new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password());
  }
}
