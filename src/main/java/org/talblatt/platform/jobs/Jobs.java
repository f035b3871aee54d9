package org.talblatt.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Takes work that may wait. What is queued inside a transaction exists if it commits, and is
 * started at once by this node; were it to die, another one takes over within seconds.
 */
@Component
public class Jobs implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);
  private static final int THREADS = 4;
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration SHUTDOWN = Duration.ofSeconds(4);
  private static final int RETRIES = 15;
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final double SLOWER = 2;

  private final DataSource dataSource;
  private final ObjectProvider<Job<?>> jobs;
  private final ObjectProvider<Chore> chores;
  private final Clock clock;
  // jobs may need who queues them, so they are looked for at the first use
  private final SingletonSupplier<Scheduler> scheduler = SingletonSupplier.of(this::build);
  private volatile boolean running;

  Jobs(
      DataSource dataSource,
      ObjectProvider<Job<?>> jobs,
      ObjectProvider<Chore> chores,
      Clock clock) {
    this.dataSource = dataSource;
    this.jobs = jobs;
    this.chores = chores;
    this.clock = clock;
  }

  /** Queues a piece of work. */
  public <T> void queue(Job<T> job, T data) {
    Scheduler queue = scheduler.obtain();
    queue.schedule(
        new TaskInstance<>(job.name(), UUID.randomUUID().toString(), data), clock.instant());
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              queue.triggerCheckForDueExecutions();
            }
          });
    } else {
      queue.triggerCheckForDueExecutions();
    }
  }

  /** Lets a chore come up at once instead of after its pause; nothing where it is just running. */
  public void hurry(String chore) {
    TaskInstanceId next = TaskInstanceId.of(chore, RecurringTask.INSTANCE);
    Scheduler queue = scheduler.obtain();
    try {
      queue.reschedule(next, clock.instant());
      queue.triggerCheckForDueExecutions();
    } catch (TaskInstanceCurrentlyExecutingException running) {
      log.debug("chore {} is running", chore);
    }
  }

  @Override
  public void start() {
    scheduler.obtain().start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.obtain().stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private Scheduler build() {
    List<Task<?>> tasks = new ArrayList<>();
    jobs.forEach(job -> tasks.add(task(job)));
    List<RecurringTask<?>> recurring = chores.stream().<RecurringTask<?>>map(Jobs::task).toList();
    return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
        .startTasks(recurring)
        .tableName("job")
        .threads(THREADS)
        .executorService(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory()))
        .pollingInterval(LOOK)
        .shutdownMaxWait(SHUTDOWN)
        .serializer(new JsonData())
        // its own lines would carry the exception's words, in which people may stand
        .failureLogging(LogLevel.OFF, false)
        .build();
  }

  private <T> Task<T> task(Job<T> job) {
    return Tasks.oneTime(job.name(), job.data())
        .onFailure(this.<T>failed())
        .execute(
            (instance, context) -> run(job.name(), () -> job.work().accept(instance.getData())));
  }

  private static RecurringTask<Void> task(Chore chore) {
    return Tasks.recurring(chore.name(), FixedDelay.of(chore.pause()))
        .execute((instance, context) -> run(chore.name(), chore.work()));
  }

  /** Again later and later, or when the work itself said. */
  private <T> FailureHandler<T> failed() {
    FailureHandler<T> usual =
        FailureHandler.<T>maxRetries(RETRIES).withBackoff(FIRST_RETRY, SLOWER).then(Jobs::giveUp);
    return (last, row) -> {
      Throwable cause = last.getCause().orElse(null);
      if (cause instanceof TryLater later && last.getExecution().consecutiveFailures < RETRIES) {
        row.reschedule(last, clock.instant().plus(later.in()));
      } else {
        usual.onFailure(last, row);
      }
    };
  }

  private static <T> void giveUp(ExecutionComplete last, ExecutionOperations<T> row) {
    log.error("job {} failed for the last time", last.getExecution().getTaskName());
    row.remove();
  }

  private static void run(String name, Runnable work) {
    try {
      work.run();
    } catch (TryLater expected) {
      log.debug("job {} waits", name);
      throw expected;
    } catch (RuntimeException failed) {
      log.warn("job {} failed: {}", name, failed.getClass().getName());
      throw failed;
    }
  }
}
