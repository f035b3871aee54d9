package org.talblatt;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.talblatt.platform.Settings;
import org.talblatt.platform.db.DatabaseAddress;

/** Everything wired together, on a database that is already up. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Application {

  /** Starts the paper. */
  public static ConfigurableApplicationContext start(Settings settings, DatabaseAddress database) {
    return application(settings, properties(settings, database, "talblatt")).run();
  }

  /** The same beans for one task: no port is opened, and only what the task asks for is made. */
  public static ConfigurableApplicationContext startWithoutServer(
      Settings settings, DatabaseAddress database) {
    Map<String, Object> properties = properties(settings, database, "command");
    properties.put("spring.main.lazy-initialization", "true");
    // what a command writes is its result; what went wrong stands in its log
    properties.put("logging.threshold.console", "off");
    properties.put("spring.datasource.hikari.maximum-pool-size", "4");
    // nothing is opened in advance, so that nothing is still being opened at the end
    properties.put("spring.datasource.hikari.minimum-idle", "0");
    SpringApplication application = application(settings, properties);
    application.setWebApplicationType(WebApplicationType.NONE);
    // the tables come first, whatever the task asks for
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    LazyInitializationExcludeFilter.class,
                    () ->
                        LazyInitializationExcludeFilter.forBeanTypes(
                            FlywayMigrationInitializer.class)));
    return application.run();
  }

  private static SpringApplication application(Settings settings, Map<String, Object> properties) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setRegisterShutdownHook(false);
    // rooms may have the same word for a thing of their own
    application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    application.setDefaultProperties(properties);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings));
    return application;
  }

  private static Map<String, Object> properties(
      Settings settings, DatabaseAddress database, String log) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.bind());
    properties.put("server.port", settings.port());
    properties.put("spring.datasource.url", database.jdbcUrl());
    properties.put("spring.datasource.username", database.user());
    properties.put("spring.datasource.password", database.password());
    properties.put(
        "logging.file.name", settings.data().resolve("log").resolve(log + ".json").toString());
    properties.put("logging.structured.format.file", "ecs");
    return properties;
  }
}
