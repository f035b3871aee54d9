package org.talblatt.platform.http;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.function.SingletonSupplier;
import org.talblatt.platform.Settings;

/** Opens the port for {@link Watch}, where one is set, and counts what everybody counts. */
@Configuration
class WatchConfiguration {
  @Bean
  @Conditional(PortIsSet.class)
  WatchPort watchPort(
      Settings settings,
      HikariDataSource database,
      ApplicationAvailability availability,
      ObjectProvider<MeterBinder> binders) {
    SingletonSupplier<Watch> watch =
        SingletonSupplier.of(() -> new Watch(registry(database, binders), availability, database));
    return new WatchPort(Objects.requireNonNull(settings.watchPort()), watch::obtain);
  }

  private static PrometheusMeterRegistry registry(
      HikariDataSource database, ObjectProvider<MeterBinder> binders) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new LogbackMetrics().bindTo(registry);
    pool(registry, database, "active", HikariPoolMXBean::getActiveConnections);
    pool(registry, database, "idle", HikariPoolMXBean::getIdleConnections);
    pool(registry, database, "waiting", HikariPoolMXBean::getThreadsAwaitingConnection);
    binders.orderedStream().forEach(binder -> binder.bindTo(registry));
    return registry;
  }

  private static void pool(
      MeterRegistry registry,
      HikariDataSource database,
      String what,
      ToDoubleFunction<HikariPoolMXBean> value) {
    Gauge.builder("talblatt.database.connections", database, known -> read(known, value))
        .tag("state", what)
        .register(registry);
  }

  private static double read(HikariDataSource database, ToDoubleFunction<HikariPoolMXBean> value) {
    @Nullable HikariPoolMXBean pool = database.getHikariPoolMXBean();
    return pool == null ? 0 : value.applyAsDouble(pool);
  }

  static final class PortIsSet implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return Objects.requireNonNull(context.getBeanFactory()).getBean(Settings.class).watchPort()
          != null;
    }
  }
}
