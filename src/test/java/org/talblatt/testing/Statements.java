package org.talblatt.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Listens to what the program asks its database, so that a test can say how much that may be. Found
 * by the program's own component scan, in tests only.
 */
@Component
public final class Statements implements BeanPostProcessor {
  private static final String RECEIPTS =
      """
      select count(*) from job where task_name = 'receipt'
      and (picked or execution_time < now() + interval '1 second')
      """;
  private static final Pattern JOBS = Pattern.compile("(?i)\\b(update|from|into)\\s+job\\b");
  private static final Map<String, Queue<String>> HEARD = new ConcurrentHashMap<>();

  /**
   * The SQL that a node executes while something happens, in order, without that of its jobs.
   * Receipts of what was withdrawn before are waited for: they ask for pages as readers do.
   */
  public static List<String> during(TestPaper paper, Runnable action) {
    noReceipts(paper.door(JdbcClient.class));
    Queue<String> heard =
        HEARD.getOrDefault(paper.database().jdbcUrl(), new ConcurrentLinkedQueue<>());
    heard.clear();
    action.run();
    return heard.stream().filter(sql -> !JOBS.matcher(sql).find()).toList();
  }

  /** The scheduler's own looks come by {@code db-scheduler}, what it runs by {@code job}. */
  private static boolean ofAJob(Thread thread) {
    return thread.getName().startsWith("job-") || thread.getName().startsWith("db-scheduler");
  }

  private static void noReceipts(JdbcClient db) {
    try {
      Eventually.until(
          "receipts are written", () -> db.sql(RECEIPTS).query(Long.class).single() == 0);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool) {
      String url = pool.getJdbcUrl();
      Queue<String> heard = HEARD.computeIfAbsent(url, u -> new ConcurrentLinkedQueue<>());
      DriverManagerDataSource source = new DriverManagerDataSource(url);
      source.setConnectionProperties(pool.getDataSourceProperties());
      pool.setDataSource(listening(source, heard));
    }
    return bean;
  }

  private static DataSource listening(DataSource source, Queue<String> heard) {
    return proxy(
        DataSource.class,
        source,
        (method, answer, arguments) ->
            answer instanceof Connection connection ? listening(connection, heard) : answer);
  }

  private static Connection listening(Connection connection, Queue<String> heard) {
    return proxy(
        Connection.class,
        connection,
        (method, answer, arguments) ->
            answer instanceof PreparedStatement statement
                ? listening(statement, (String) arguments[0], heard)
                : answer);
  }

  private static PreparedStatement listening(
      PreparedStatement statement, String sql, Queue<String> heard) {
    return proxy(
        PreparedStatement.class,
        statement,
        (method, answer, arguments) -> {
          if (method.startsWith("execute") && !ofAJob(Thread.currentThread())) {
            heard.add(sql);
          }
          return answer;
        });
  }

  private interface Answer {
    Object of(String method, Object answer, Object[] arguments);
  }

  @SuppressWarnings("NullAway") // a proxied call may answer null and have no arguments
  private static <T> T proxy(Class<T> type, T target, Answer answer) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return answer.of(method.getName(), method.invoke(target, arguments), arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
